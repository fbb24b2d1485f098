// Adds a field above the lists of index pages that hides the rows without what is typed.
(() => {
  "use strict";

  // Letters without their accents, so that "zoe" finds "Zoë".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const makeField = (listing) => {
    const field = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    field.className = "filter";
    input.type = "search";
    input.id = "rb-filter";
    input.autocomplete = "off";
    label.htmlFor = count.htmlFor = input.id;
    label.textContent = listing.dataset.filter;
    field.append(label, input, count);
    listing.prepend(field);
    return { input, count };
  };

  const makeFilterable = (listing) => {
    const body = listing.querySelector("tbody");
    if (!body || body.rows.length < 2) return;
    const { input, count } = makeField(listing);
    const rows = Array.from(body.rows, (row) => ({ row, text: plain(row.textContent) }));

    input.addEventListener("input", () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = words.length ? `${shown} / ${rows.length}` : "";
    });
  };

  document.querySelectorAll(".listing[data-filter]").forEach(makeFilterable);
})();
