// Adds a field above the lists of index pages that hides the rows without what is typed.
(() => {
  "use strict";

  const filters = new WeakMap(); // from the lists to what filters them anew

  // Letters without their accents, so that "zoe" finds "Zoë".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const makeField = () => {
    const field = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    field.className = "filter";
    input.type = "search";
    input.id = "rb-filter";
    input.autocomplete = "off";
    label.htmlFor = count.htmlFor = input.id;
    field.append(label, input, count);
    return { field, label, input, count };
  };

  const makeFilterable = (listing) => {
    const { field, label, input, count } = makeField();
    let rows;

    const apply = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = words.length ? `${shown} / ${rows.length}` : "";
    };
    // The rows may be others than before, and the field stays with what is typed in it.
    const look = () => {
      const body = listing.querySelector("tbody");
      rows = Array.from(body?.rows ?? [], (row) => ({ row, text: plain(row.textContent) }));
      label.textContent = listing.dataset.filter;
      if (!field.isConnected) listing.prepend(field);
      apply();
    };

    input.addEventListener("input", apply);
    return look;
  };

  const filterAll = () => {
    for (const listing of document.querySelectorAll(".listing[data-filter]")) {
      const isLong = listing.querySelector("tbody")?.rows.length > 1;
      if (isLong && !filters.has(listing)) filters.set(listing, makeFilterable(listing));
      filters.get(listing)?.();
    }
  };

  filterAll();
  // The preview has changed the page in place.
  document.addEventListener("rolebook:update", filterAll);
})();
