// Makes the tables of index pages sortable: a button in each column's head.
(() => {
  "use strict";

  const sorted = new WeakMap(); // from the tables to how the reader has sorted them

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
    const inOrder = [...rows].sort((a, b) => compare(a, b, direction));
    if (inOrder.some((one, at) => one !== rows[at])) body.append(...inOrder.map(({ row }) => row));
  };

  const toggle = (table, head) => {
    const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction < 0 ? "descending" : "ascending");
    sortBy(table, head.cellIndex, direction);
    sorted.set(table, { head, direction });
  };

  const makeSortable = (table) => {
    const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
    for (const head of heads) {
      if (head.querySelector("button")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => toggle(table, head));
      head.append(button);
    }
    const order = sorted.get(table);
    if (order?.head.isConnected) sortBy(table, order.head.cellIndex, order.direction);
    // The rows come sorted by their first column.
    else if (!heads.some((head) => head.hasAttribute("aria-sort"))) heads[0]?.setAttribute("aria-sort", "ascending");
  };

  const sortAll = () => document.querySelectorAll("table[data-sort]").forEach(makeSortable);

  sortAll();
  // The preview has changed the page in place.
  document.addEventListener("rolebook:update", sortAll);
})();
