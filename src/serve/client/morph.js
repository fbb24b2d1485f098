// Brings the page in the browser to a new version of its markup, in place.
//
// Three things are held against each other: the markup as it was served (the base), the markup as it is
// served now, and the page with whatever scripts and the reader have done to it. Only what differs between
// the two versions of the markup is changed in the page. So the rule is short:
//
// - What the markup did not change stays as it is: fields and what is typed in them, focus, open details,
//   hidden and sorted rows, and everything that scripts have added.
// - An attribute that the reader or a script has changed stays as they left it (`open`, `viewBox`, `hidden`);
//   of `class`, only the words that the markup adds or takes away.
// - Where a script has put something else in the place of what changes, the element around it is made anew.
//   Scripts then do their work again: `rolebook:update` is sent to `document` after each change.

import { isBlank, match } from "./match.js";
import { swapSheet, withoutVersion } from "./sheets.js";

const OURS = "/__rolebook/";

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const isSheet = (node) => node.localName === "link" && node.relList?.contains("stylesheet");

/** Whether the policy of the page refuses `name` in markup; the markup has none of these. */
const isRefused = (name) => name === "style" || name.startsWith("on");

const words = (text) => (text ?? "").split(/\s+/).filter(Boolean);

// Data in a script element (`application/ld+json`) is not run, and may change like any text.
const isRun = (script) => ["", "module", "text/javascript"].includes(script.type);

const scriptsOf = (whole) =>
  Array.from(whole.querySelectorAll("script"))
    .filter(isRun)
    .map((script) => script.getAttribute("src") ?? script.text)
    .filter((source) => !source.startsWith(OURS))
    .join("\n");

function patchClass(live, was, is) {
  live.classList.remove(...was.filter((word) => !is.includes(word)));
  live.classList.add(...is.filter((word) => !was.includes(word)));
}

export class Morph {
  #base;
  #lives = new WeakMap(); // from nodes of the base to those of the page
  #known = new WeakSet(); // nodes of the page that come from the markup
  #changed;
  #touched;

  /** `base` is the document as served, `live` the one that the browser made of it. */
  constructor(base, live) {
    this.#base = base;
    this.#recognise(base.documentElement, live.documentElement);
  }

  /** Whether `fresh` has other scripts: then the page must be loaded anew. */
  needsReload(fresh) {
    return scriptsOf(this.#base) !== scriptsOf(fresh);
  }

  /** Changes what differs in `fresh`; gives whether anything did, and the elements in which it shows. */
  update(fresh) {
    this.#changed = new Set();
    this.#touched = false;
    this.#patch(this.#base.documentElement, fresh.documentElement);
    return { touched: this.#touched, changed: [...this.#changed].filter((element) => element.isConnected) };
  }

  /** Takes note of style sheets that were swapped in the page; `addressOf` gives what the markup says now, or null. */
  restyled(swapped, addressOf) {
    for (const link of this.#base.querySelectorAll("link")) {
      const live = swapped.get(this.#lives.get(link));
      if (live) this.#pair(link, live);
      const address = addressOf(link.getAttribute("href"));
      if (address) link.setAttribute("href", address);
    }
  }

  #pair(base, live) {
    this.#lives.set(base, live);
    this.#known.add(live);
  }

  /** Finds the nodes of the base again in the page, where scripts may have added to it. */
  #recognise(base, live) {
    if (base.isEqualNode(live)) {
      this.#pairAll(base, live);
      return;
    }
    this.#pair(base, live);
    const lives = [...live.childNodes];
    const bases = [...base.childNodes];
    match(lives, bases).partner.forEach((partner, at) => {
      if (partner >= 0) this.#recognise(bases[at], lives[partner]);
    });
  }

  #pairAll(base, live) {
    this.#pair(base, live);
    let other = live.firstChild;
    for (let child = base.firstChild; child; child = child.nextSibling) {
      this.#pairAll(child, other);
      other = other.nextSibling;
    }
  }

  /** Two copies of a node of the new version: one for the base, one for the page. */
  #copy(fresh) {
    const base = this.#base.importNode(fresh, true);
    const live = document.importNode(fresh, true);
    this.#pairAll(base, live);
    return { base, live };
  }

  #mark(live) {
    const element = isElement(live) ? live : live.parentElement;
    if (element && !isBlank(live)) this.#changed.add(element);
  }

  #patch(base, fresh) {
    if (base.isEqualNode(fresh)) return;
    const live = this.#lives.get(base);
    if (!isElement(base)) {
      base.data = fresh.data;
      live.data = fresh.data;
      this.#touched = true;
      this.#mark(live);
    } else {
      this.#patchAttributes(base, fresh, live);
      this.#patchChildren(base, fresh, live);
    }
  }

  #patchAttributes(base, fresh, live) {
    const names = new Set([...base.attributes, ...fresh.attributes].map((attribute) => attribute.name));
    for (const name of names) {
      const was = base.getAttribute(name);
      const is = fresh.getAttribute(name);
      if (was === is) continue;
      const namespace = (fresh.getAttributeNode(name) ?? base.getAttributeNode(name)).namespaceURI;
      const set = (element, value) => {
        if (value === null) element.removeAttribute(name);
        else element.setAttributeNS(namespace, name, value);
      };
      set(base, is);
      // The only script that may differ here is the preview's own, which tells of its revision.
      if (live.localName === "script" || isRefused(name)) continue;
      this.#touched = true;
      if (name === "href" && isSheet(live) && is !== null) this.#pair(base, swapSheet(live, is));
      else if (withoutVersion(live.getAttribute(name)) === was) set(live, is);
      else if (name === "class") patchClass(live, words(was), words(is));
      if (name === "src") this.#mark(live);
    }
  }

  #patchChildren(base, fresh, live) {
    const olds = [...base.childNodes];
    const freshes = [...fresh.childNodes];
    const { partner, stays } = match(olds, freshes);
    const kept = new Set(partner);
    const removed = olds.filter((_, at) => !kept.has(at));

    const isLost = (node) => !this.#lives.get(node)?.isConnected;
    const edited = (at) => partner[at] >= 0 && !olds[partner[at]].isEqualNode(freshes[at]);
    const replaced = freshes.some((_, at) => edited(at) && isLost(olds[partner[at]]));
    if (replaced || removed.some((node) => !isBlank(node) && isLost(node))) {
      this.#makeAnew(base, freshes, live);
      return;
    }

    for (const node of removed) {
      this.#lives.get(node)?.remove();
      node.remove();
      this.#touched = true;
    }
    let previous = null;
    freshes.forEach((node, at) => {
      let own = olds[partner[at]];
      if (!own) {
        const made = this.#copy(node);
        own = made.base;
        this.#place(own, made.live, previous, base, live);
        this.#mark(made.live);
      } else {
        if (!stays[at]) this.#place(own, this.#lives.get(own), previous, base, live);
        this.#patch(own, node);
      }
      previous = own;
    });
  }

  /** Puts a node behind the `previous` one, in the base and in the page. */
  #place(own, ownLive, previous, base, live) {
    this.#touched = true;
    base.insertBefore(own, previous ? previous.nextSibling : base.firstChild);
    if (!ownLive) return;
    let before = previous;
    while (before && this.#lives.get(before)?.parentNode !== live) before = before.previousSibling;
    let next = before ? this.#lives.get(before).nextSibling : live.firstChild;
    // What scripts have added stays with what it was added to.
    while (next && !this.#known.has(next)) next = next.nextSibling;
    if (next !== ownLive) live.insertBefore(ownLive, next);
  }

  #makeAnew(base, freshes, live) {
    const copies = freshes.map((node) => this.#copy(node));
    base.replaceChildren(...copies.map((copy) => copy.base));
    live.replaceChildren(...copies.map((copy) => copy.live));
    this.#touched = true;
    this.#mark(live);
  }
}
