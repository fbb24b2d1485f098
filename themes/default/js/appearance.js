// Light or dark, where the reader chose one: set before anything is shown, so that nothing flashes. Choosing what the
// system prefers anyway forgets the choice: from then on the page follows the system again.
(() => {
  "use strict";

  const KEY = "rolebook-appearance";
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  // A browser may refuse to remember anything; then the choice holds for this page.
  const recall = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (choice) => {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch {}
  };

  const isDark = () => (root.dataset.appearance ?? (prefersDark.matches ? "dark" : "light")) === "dark";

  const show = (choice) => {
    if (choice === "dark" || choice === "light") root.dataset.appearance = choice;
    else delete root.dataset.appearance;
    tell();
  };
  const tell = () => {
    const button = document.getElementById("rb-appearance");
    if (!button) return;
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isDark()));
  };

  const turn = () => {
    const wanted = isDark() ? "light" : "dark";
    const choice = (wanted === "dark") === prefersDark.matches ? null : wanted;
    remember(choice);
    show(choice);
  };

  show(recall());
  prefersDark.addEventListener("change", tell);
  addEventListener("storage", (event) => event.key === KEY && show(event.newValue));
  document.addEventListener("DOMContentLoaded", tell);
  document.addEventListener("click", (event) => event.target.closest("#rb-appearance") && turn());
  // The preview has changed the page in place.
  document.addEventListener("rolebook:update", tell);
})();
