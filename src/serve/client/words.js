// Every word that the preview itself says. In English only: what it lays over a page is marked so.

const number = (n, one, many) => `${n} ${n === 1 ? one : many}`;

export const WORDS = {
  offline: "The preview is not running",
  badgeTitle: "What is to be mended in the handbook (key: !)",
  changedAbove: "Changed further up",
  changedBelow: "Changed further down",

  findings: "Findings",
  noFindings: "No findings",
  nothing: "Nothing is to be mended. Findings stand here as soon as there are some.",
  loading: "Looking…",
  unavailable: "The findings can't be had at the moment.",
  broken: "This page can't be shown as written",
  brokenExplained: "You see the page as it last was. It follows again by itself once this is mended.",
  onThisPage: "On this page",
  elsewhere: "On other pages",
  levels: { deny: "Error", warn: "Warning", note: "Note" },
  place: (path, line) => (line ? `${path}, line ${line}` : (path ?? "The handbook")),
  edit: (editor) => `Open in ${editor ?? "editor"}`,
  editPage: "Edit this page",
  page: "Go to the page",
  close: "Close",
  closeTitle: "Close (key: Escape)",
  hidden: (n) => `${number(n, "more finding is", "more findings are")} not listed here; rolebook check prints all.`,

  /** How many errors and warnings there are, in words. */
  counts(errors, warnings) {
    const parts = [];
    if (errors) parts.push(number(errors, "error", "errors"));
    if (warnings) parts.push(number(warnings, "warning", "warnings"));
    return parts.join(", ") || this.noFindings;
  },

  gone: "This page is no more",
  goneExplained: "Its source was deleted or renamed. Below is the page as it last was.",
  movedTo: (title) => `Go to ${title}`,
  moved: "Go to where it is now",
  home: "Go to the home page",
};
