// The findings in the panel, in the terminal's words.

import { isSafe } from "./get.js";
import { make } from "./root.js";
import { WORDS } from "./words.js";

const showing = new WeakMap(); // what a list shows, so that it is left alone while that is the same

/** Shows `answer` of the server in `list`; null where there was none. */
export function listFindings(list, answer) {
  const state = JSON.stringify([answer?.findings ?? null, answer?.hidden ?? 0]);
  if (showing.get(list) === state && list.querySelector("ul")) return;
  showing.set(list, state);
  const focused = list.getRootNode().activeElement?.getAttribute("href");
  const { scrollTop } = list;
  list.replaceChildren(...contents(answer));
  list.scrollTop = scrollTop;
  if (focused) list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function contents(answer) {
  if (!answer) return [make("p", { className: "talk" }, WORDS.unavailable)];
  const { findings, hidden, editor } = answer;
  if (findings.length === 0) return [make("p", { className: "talk" }, WORDS.nothing)];
  const here = findings.filter((finding) => finding.here);
  const elsewhere = findings.filter((finding) => !finding.here);
  return [
    ...group(WORDS.onThisPage, here, editor),
    ...group(WORDS.elsewhere, elsewhere, editor),
    ...(hidden ? [make("p", { className: "talk" }, WORDS.hidden(hidden))] : []),
  ];
}

function group(title, findings, editor) {
  if (findings.length === 0) return [];
  return [make("h3", {}, title), make("ul", {}, ...findings.map((finding) => item(finding, editor)))];
}

function item({ level, path, line, text, edit, page, here }, editor) {
  const place = WORDS.place(path, line);
  const link = (href, words) => make("a", { href, "aria-label": `${words}: ${place}` }, words);
  const links = [];
  if (isSafe(edit)) links.push(link(edit, WORDS.edit(editor)));
  if (page && !here) links.push(link(new URL(page, location.origin).pathname, WORDS.page));
  return make(
    "li",
    {},
    make(
      "p",
      { className: "about" },
      make("span", { className: `level ${level}` }, WORDS.levels[level] ?? level),
      make("span", { className: "place" }, place),
      make("span", { className: "links" }, ...links),
    ),
    // It can be scrolled by keyboard.
    make("pre", { tabIndex: 0, role: "group", "aria-label": place }, ...text.trimEnd().split("\n").map(printed)),
  );
}

/** A line as printed. Sentences are broken where there is no room; lines of source are not, nor what points at them. */
function printed(line) {
  return make("span", { className: /^(\w|\s*= )/.test(line) && !/^\d+ /.test(line) ? "sentence" : "source" }, `${line}\n`);
}
