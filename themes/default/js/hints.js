// What a word or a card stands for, beside it, while that has the pointer or the focus: a term's meaning; what both
// sides of a relation say. All of it is told elsewhere on the page or in the glossary as well.
(() => {
  "use strict";

  const WAIT = 150; // milliseconds in which the pointer may go to what is shown
  const GAP = 4; // pixels

  const panel = document.createElement("div");
  panel.id = "rb-hint";
  let shown; // the link that it is shown for
  let closing;

  const address = (link) => new URL(link.getAttribute("href") ?? "", document.baseURI);
  const isSame = (a, b) => a.origin === b.origin && a.pathname === b.pathname;

  const copy = (relation) => {
    const told = relation.cloneNode(true);
    for (const element of [told, ...told.querySelectorAll("[id]")]) element.removeAttribute("id");
    // What groups hold is told on its own.
    for (const group of told.querySelectorAll(".grouped")) group.remove();
    return told;
  };

  // The relations that the page tells of with the party of that card.
  const words = (card) => {
    const of = address(card);
    const relations = [...document.querySelectorAll("main .relation:not(.relation-grouping)")].filter((relation) => {
      const links = relation.querySelectorAll(":scope > dt a, :scope > dd .other-says > a");
      return [...links].some((link) => isSame(address(link), of));
    });
    if (relations.length === 0) return null;
    const list = document.createElement("dl");
    list.className = "relations";
    list.append(...relations.map(copy));
    return list;
  };

  // The browser's own way of showing it is for the pointer alone, and would say it twice.
  const meaning = (term) => {
    if (term.title) {
      term.dataset.meaning = term.title;
      term.removeAttribute("title");
    }
    return term.dataset.meaning ? new Text(term.dataset.meaning) : null;
  };

  const KINDS = [
    { of: ".neighbourhood-drawing a.rb-card", within: "figure", name: "neighbour-words", tell: words },
    { of: "main a.term", within: "main", name: "term-words", tell: meaning },
  ];

  const close = () => {
    clearTimeout(closing);
    panel.remove();
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
  };
  const closeSoon = () => {
    clearTimeout(closing);
    closing = setTimeout(close, WAIT);
  };

  const place = (within) => {
    const around = within.getBoundingClientRect();
    const own = [...shown.getClientRects()].at(-1);
    panel.style.insetBlockStart = `${own.bottom - around.top + GAP}px`;
    const room = around.width - panel.offsetWidth;
    panel.style.insetInlineStart = `${Math.max(0, Math.min(own.left - around.left, room))}px`;
  };

  const open = (link, kind) => {
    clearTimeout(closing);
    if (link === shown) return;
    close();
    const told = kind.tell(link);
    if (!told) return;
    shown = link;
    panel.className = kind.name;
    panel.setAttribute("role", "tooltip");
    panel.replaceChildren(told);
    link.setAttribute("aria-describedby", panel.id);
    const within = link.closest(kind.within);
    within.append(panel);
    place(within);
  };

  const find = (target) => {
    for (const kind of KINDS) {
      const link = target.closest?.(kind.of);
      if (link) return [link, kind];
    }
    return null;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = find(event.target);
    if (over && !panel.contains(event.target)) open(...over);
    else if (panel.contains(event.target)) clearTimeout(closing);
    else if (shown && document.activeElement !== shown) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const focused = find(event.target);
    if (focused && !panel.contains(event.target)) open(...focused);
    else if (shown && !panel.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) close();
  });
  document.addEventListener("rolebook:update", close);
})();
