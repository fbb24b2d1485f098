// Shows what both sides of a relation say beside its card in the drawing, while that has the pointer or the focus. The
// words are those that the page tells further down.
(() => {
  "use strict";

  const WAIT = 150; // milliseconds in which the pointer may go from the card to the words

  const panel = document.createElement("div");
  panel.className = "neighbour-words";
  let card;
  let closing;

  const address = (link) => new URL(link.getAttribute("href") ?? "", document.baseURI);
  const isSame = (a, b) => a.origin === b.origin && a.pathname === b.pathname;

  // The relations that the page tells of with the party of that card.
  const relations = (of) =>
    [...document.querySelectorAll("main .relation")].filter((relation) => {
      const links = relation.querySelectorAll(":scope > dt a, :scope > dd .other-says > a");
      return [...links].some((link) => isSame(address(link), of));
    });

  const copy = (relation) => {
    const told = relation.cloneNode(true);
    for (const element of [told, ...told.querySelectorAll("[id]")]) element.removeAttribute("id");
    // What groups hold is told on its own.
    for (const group of told.querySelectorAll(".grouped")) group.remove();
    return told;
  };

  const close = () => {
    clearTimeout(closing);
    panel.remove();
    card = undefined;
  };
  const closeSoon = () => {
    clearTimeout(closing);
    closing = setTimeout(close, WAIT);
  };

  const open = (next) => {
    clearTimeout(closing);
    if (next === card) return;
    const found = relations(address(next)).filter((relation) => !relation.matches(".relation-grouping"));
    if (found.length === 0) {
      close();
      return;
    }
    card = next;
    const list = document.createElement("dl");
    list.className = "relations";
    list.append(...found.map(copy));
    panel.replaceChildren(list);
    const figure = next.closest("figure");
    figure.append(panel);
    const [around, own] = [figure.getBoundingClientRect(), next.getBoundingClientRect()];
    panel.style.insetBlockStart = `${own.bottom - around.top + 4}px`;
    const room = around.width - panel.offsetWidth;
    panel.style.insetInlineStart = `${Math.max(0, Math.min(own.left - around.left, room))}px`;
  };

  const cardOf = (target) => target.closest?.(".neighbourhood-drawing a.rb-card");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = cardOf(event.target);
    if (over) open(over);
    else if (panel.contains(event.target)) clearTimeout(closing);
    else if (card && document.activeElement !== card) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const focused = cardOf(event.target);
    if (focused) open(focused);
    else if (card && !panel.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card) close();
  });
  document.addEventListener("rolebook:update", close);
})();
