// The badge in the corner with the number of findings, and the panel that lists them. It opens by the badge, by a
// key, and by itself while this very page can't be shown as written.

import { getJson, isSafe } from "./get.js";
import { listFindings } from "./list.js";
import { make } from "./root.js";
import { WORDS } from "./words.js";

const KEY = "!";

/** Whether keys are letters to be typed where they go. */
function isTyping(event) {
  const [target] = event.composedPath();
  return target instanceof Element && (target.matches("input, textarea, select") || target.isContentEditable);
}

export class Findings {
  #path;
  #counts = null;
  #isBroken = false;
  /** Why the panel is open: "asked" for by the reader, or because the page is "broken"; null when it is not. */
  #reason = null;
  #before = null; // what had focus when the reader asked
  #asking;

  #text = make("span");
  #badge = make("button", { type: "button", className: "badge", title: WORDS.badgeTitle, "aria-expanded": "false", "aria-controls": "panel" }, this.#text);
  #heading = make("h2", { id: "heading", tabIndex: -1 });
  #lead = make("p", { className: "lead" });
  #list = make("div", { className: "list" });
  #close = make("button", { type: "button", title: WORDS.closeTitle }, WORDS.close);
  #edit = make("span");
  #panel = make(
    "section",
    { id: "panel", className: "card panel", hidden: true, "aria-labelledby": "heading" },
    make("header", {}, this.#heading, make("p", { className: "actions" }, this.#edit, this.#close)),
    this.#lead,
    this.#list,
  );

  constructor({ corner, cards }, path) {
    this.#path = path;
    this.#badge.hidden = true;
    corner.append(make("div", { role: "status" }, this.#badge));
    cards.append(this.#panel);
    this.#badge.addEventListener("click", () => this.#toggle());
    this.#close.addEventListener("click", () => this.#fold());
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** The server has counted anew. */
  count(counts) {
    const broke = counts.broken && !this.#isBroken;
    this.#counts = counts;
    this.#isBroken = counts.broken;
    this.#showCounts();
    if (broke && !this.#reason) this.#open("broken");
    else if (!counts.broken && this.#reason === "broken") this.#fold();
    else if (this.#reason) this.#load();
  }

  #showCounts() {
    const { errors, warnings } = this.#counts;
    const text = WORDS.counts(errors, warnings);
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.#badge.dataset.level = errors ? "deny" : warnings ? "warn" : "none";
    this.#badge.hidden = false;
    this.#heading.textContent = this.#isBroken ? WORDS.broken : WORDS.findings;
    this.#lead.textContent = this.#isBroken ? WORDS.brokenExplained : text;
    this.#panel.classList.toggle("broken", this.#isBroken);
  }

  #key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    if (event.key === KEY && this.#counts) this.#toggle();
    else if (event.key === "Escape" && this.#reason) this.#fold();
    else return;
    event.preventDefault();
  }

  #toggle() {
    if (this.#reason) {
      this.#fold();
      return;
    }
    this.#before = document.activeElement;
    this.#open("asked");
    this.#heading.focus({ preventScroll: true });
  }

  #open(reason) {
    this.#reason = reason;
    this.#panel.hidden = false;
    this.#badge.setAttribute("aria-expanded", "true");
    this.#list.replaceChildren(make("p", { className: "talk" }, WORDS.loading));
    this.#load();
  }

  #fold() {
    const hadFocus = this.#panel.contains(this.#panel.getRootNode().activeElement);
    this.#reason = null;
    this.#asking?.abort();
    this.#panel.hidden = true;
    this.#badge.setAttribute("aria-expanded", "false");
    if (!hadFocus) return;
    const back = this.#before?.isConnected && this.#before !== document.body ? this.#before : this.#badge;
    const { host } = this.#panel.getRootNode();
    (back === host ? this.#badge : back).focus({ preventScroll: true });
  }

  async #load() {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const [answer, source] = await Promise.all([
      getJson("findings", this.#path, asking.signal),
      getJson("edit", this.#path, asking.signal),
    ]);
    if (asking.signal.aborted) return;
    listFindings(this.#list, answer);
    this.#edit.replaceChildren(...(isSafe(source?.edit) ? [make("a", { href: source.edit }, WORDS.editPage)] : []));
  }
}
