// Keeps what the reader looks at where it is on the screen while the page changes above it.

/** Keeps the browser from anchoring the page itself, on top of us. Without a trace in the document. */
const unanchored = new CSSStyleSheet();
unanchored.replaceSync("html { overflow-anchor: none !important; }");

/** How many elements are remembered: those that a change takes away can't be held on to. */
const MOST = 16;

/** What moves with the page, so that its place says where the reader is. */
const isInFlow = (element) => !["fixed", "sticky"].includes(getComputedStyle(element).position);

/** The innermost elements on the screen below `element`, from the top. */
function collect(element, found) {
  let hasVisible = false;
  for (const child of element.children) {
    if (found.length >= MOST) return true;
    const { top, bottom, width, height } = child.getBoundingClientRect();
    if (top >= innerHeight || bottom <= 0 || !width || !height || !isInFlow(child)) continue;
    hasVisible = true;
    if (!collect(child, found) && found.length < MOST) found.push({ element: child, top });
  }
  return hasVisible;
}

/** Call it before a change, and what it gives afterwards. */
export function keepPlace() {
  // At the very top the reader sees the page's beginning, and wants to go on seeing it.
  if (scrollY <= 0) return () => {};
  const found = [];
  collect(document.querySelector("main") ?? document.body, found);
  if (found.length === 0) collect(document.body, found);
  // What begins on the screen comes first: a change above it, in a paragraph cut by the edge, is out of sight.
  const marks = [...found.filter(({ top }) => top >= 0), ...found.filter(({ top }) => top < 0)];

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, unanchored];
  return () => {
    const mark = marks.find(({ element }) => element.isConnected && element.getClientRects().length > 0);
    const moved = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
    if (moved) scrollTo({ top: scrollY + moved, left: scrollX, behavior: "instant" });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== unanchored);
  };
}
