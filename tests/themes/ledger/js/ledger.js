// Numbers the lines of the facts, as in a ledger; again after the preview has changed the page.
(() => {
  "use strict";
  const number = () => document.querySelectorAll(".facts tr").forEach((row, at) => (row.dataset.line = String(at + 1)));
  number();
  document.addEventListener("rolebook:update", number);
})();
