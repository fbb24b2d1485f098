// Makes the matrix a grid: arrow keys go from cell to cell, row and column of the cell stand out, and a cell opens what
// both sides say.
(() => {
  "use strict";

  const known = new WeakSet(); // the tables that are listened to

  class Grid {
    #table;
    #words;
    #dialog = document.createElement("dialog");

    constructor(region) {
      this.#table = region.querySelector("table");
      this.#words = region.dataset.close ?? "×";
      this.#dialog.className = "matrix-claims";
      region.after(this.#dialog);
      for (const link of this.#table.querySelectorAll("a")) link.tabIndex = -1;
      this.#enter(this.#table.querySelector("tbody td a") ?? this.#table.querySelector("a"));
      this.#table.addEventListener("keydown", (event) => this.#key(event));
      this.#table.addEventListener("pointerover", (event) => this.#near(event.target));
      this.#table.addEventListener("pointerleave", () => this.#near(document.activeElement));
      this.#table.addEventListener("focusin", (event) => this.#near(event.target));
      this.#table.addEventListener("click", (event) => this.#open(event));
    }

    // The one link that Tab leads to.
    #enter(link) {
      for (const before of this.#table.querySelectorAll('a[tabindex="0"]')) before.tabIndex = -1;
      if (link) link.tabIndex = 0;
    }

    #near(element) {
      const cell = element?.closest?.("td, th");
      const isOwn = cell && this.#table.contains(cell);
      for (const near of this.#table.querySelectorAll(".is-near")) near.classList.remove("is-near");
      if (!isOwn) return;
      const row = cell.parentElement;
      if (row.parentElement.tagName === "TBODY") for (const one of row.cells) one.classList.add("is-near");
      if (cell.cellIndex > 0) for (const one of this.#table.rows) one.cells[cell.cellIndex]?.classList.add("is-near");
    }

    // The next link in that direction.
    #next(cell, down, right) {
      let row = cell.parentElement.rowIndex + down;
      let column = cell.cellIndex + right;
      const { rows } = this.#table;
      while (rows[row]?.cells[column]) {
        const link = rows[row].cells[column].querySelector("a");
        if (link) return link;
        row += down;
        column += right;
      }
      return null;
    }

    #key(event) {
      const cell = event.target.closest("td, th");
      if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = () => [...cell.parentElement.querySelectorAll("a")];
      const moves = {
        ArrowUp: () => this.#next(cell, -1, 0),
        ArrowDown: () => this.#next(cell, 1, 0),
        ArrowLeft: () => this.#next(cell, 0, -1),
        ArrowRight: () => this.#next(cell, 0, 1),
        Home: () => links()[0],
        End: () => links().at(-1),
      };
      if (!moves[event.key]) return;
      event.preventDefault();
      const next = moves[event.key]();
      if (!next) return;
      this.#enter(next);
      next.focus();
    }

    #open(event) {
      const link = event.target.closest('td a[href^="#"]');
      const told = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!told) return;
      event.preventDefault();
      this.#enter(link);
      const copy = document.createElement("div");
      copy.append(...told.cloneNode(true).childNodes);
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = this.#words;
      close.addEventListener("click", () => this.#dialog.close());
      this.#dialog.replaceChildren(copy, close);
      this.#dialog.showModal();
    }
  }

  const makeAll = () => {
    for (const region of document.querySelectorAll(".matrix")) {
      const table = region.querySelector("table");
      if (!table || known.has(table)) continue;
      known.add(table);
      new Grid(region);
    }
  };

  makeAll();
  // The preview has changed the page in place.
  document.addEventListener("rolebook:update", makeAll);
})();
