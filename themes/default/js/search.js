// Search: the link in the header leads to the list of everything; with scripts it opens a panel, as do "/" and Ctrl+K.
// What the panel needs is loaded when it is first asked for.
(() => {
  "use strict";

  const link = document.querySelector("a.search-link[data-index]");
  if (!link) return;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });

  let loaded;
  const open = async () => {
    loaded ??= link.dataset.scripts.split(" ").reduce((before, next) => before.then(() => load(next)), Promise.resolve());
    try {
      await loaded;
    } catch {
      location.href = link.href;
      return;
    }
    globalThis.rolebookSearch.open(new URL(link.dataset.index, location.href).href, load);
  };

  const isWriting = (target) => target.closest?.("input, textarea, select, [contenteditable]") != null;

  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "/ Control+K");
  link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isWriting(event.target);
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });
})();
