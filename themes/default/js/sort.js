// Makes the tables of index pages sortable: a button in each column's head.
(() => {
  "use strict";

  const collator = new Intl.Collator(document.documentElement.lang || undefined, {
    numeric: true,
    sensitivity: "base",
  });

  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return (cell?.dataset.value ?? cell?.textContent ?? "").trim();
  };

  // Empty cells come last, whichever way the column is sorted.
  const compare = (a, b, direction) => {
    if (!a.value || !b.value) return Number(!a.value) - Number(!b.value);
    return direction * collator.compare(a.value, b.value);
  };

  const sortBy = (table, column, direction) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }));
    rows.sort((a, b) => compare(a, b, direction));
    body.append(...rows.map(({ row }) => row));
  };

  const toggle = (table, head) => {
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    sortBy(table, head.cellIndex, descending ? -1 : 1);
  };

  const makeSortable = (table) => {
    for (const head of table.tHead?.rows[0]?.cells ?? []) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => toggle(table, head));
      head.append(button);
    }
    // The rows come sorted by their first column.
    table.tHead?.rows[0]?.cells[0]?.setAttribute("aria-sort", "ascending");
  };

  document.querySelectorAll("table[data-sort]").forEach(makeSortable);
})();
