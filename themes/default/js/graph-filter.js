// Picks out parties and relations of a drawing: by name, team, tag, state, number of relations. What is not shown is
// counted below the drawing.
(() => {
  "use strict";

  const FIELDS = ["text", "team", "tag", "state", "degree"];
  const state = window.rolebookGraph;
  const filters = new WeakMap(); // from the figures to what filters them anew

  // Letters without their accents, so that "zoe" finds "Zoë".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const read = (svg) => {
    const parts = state.parts(svg);
    const nodes = parts.nodes.map((element) => ({
      element,
      text: plain(state.name(element)),
      team: element.dataset.team ?? "",
      tags: (element.dataset.tags ?? "").split(" ").filter(Boolean),
      degree: 0,
    }));
    const of = new Map(nodes.map((node) => [node.element, node]));
    const edges = parts.edges.map((edge) => ({ ...edge, ends: [of.get(edge.from), of.get(edge.to)].filter(Boolean) }));
    for (const edge of edges) for (const end of edge.ends) end.degree += 1;
    return { nodes, edges };
  };

  // Which parties and relations are shown: what is asked for, and whoever stands in relations with it.
  const choose = ({ nodes, edges }, asked) => {
    const words = plain(asked.text).split(/\s+/).filter(Boolean);
    const isMeant = (node) =>
      words.every((word) => node.text.includes(word)) &&
      (!asked.team || node.team === asked.team) &&
      (!asked.tag || node.tags.includes(asked.tag)) &&
      node.degree >= (Number(asked.degree) || 0);
    const meant = new Set(nodes.filter(isMeant));
    const lines = new Set(
      edges.filter((edge) => (!asked.state || edge.state === asked.state) && edge.ends.some((end) => meant.has(end))),
    );
    const ends = [...lines].flatMap((edge) => edge.ends);
    const isOfState = (node) => !asked.state || ends.includes(node);
    return { parties: new Set([...[...meant].filter(isOfState), ...ends]), lines };
  };

  const makeFilter = (figure) => {
    const form = figure.querySelector(".graph-tools");
    const status = figure.querySelector(".graph-status");
    const controls = FIELDS.map((name) => form.elements[name]).filter(Boolean);
    let drawing;

    const values = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));
    const say = (numbers) =>
      status.dataset.shown.replace(/\{([\w-]+)\}/g, (whole, name) => String(numbers[name] ?? whole));
    const apply = () => {
      const asked = values();
      const { parties, lines } = choose(drawing, asked);
      for (const node of drawing.nodes) node.element.classList.toggle("is-out", !parties.has(node));
      for (const edge of drawing.edges) edge.element.classList.toggle("is-out", !lines.has(edge));
      const isAsked = Object.values(asked).some(Boolean);
      status.textContent = isAsked
        ? say({
            parties: parties.size,
            "all-parties": drawing.nodes.length,
            relations: lines.size,
            "all-relations": drawing.edges.length,
          })
        : "";
      state.write(asked);
    };
    const offerTags = () => {
      const select = form.elements.tag;
      const tags = [...new Set(drawing.nodes.flatMap((node) => node.tags))].sort((a, b) => a.localeCompare(b));
      const chosen = select.value || state.read().get("tag") || "";
      select.replaceChildren(select.options[0], ...tags.map((tag) => new Option(tag, tag)));
      select.value = tags.includes(chosen) ? chosen : "";
      select.closest("label").hidden = tags.length === 0;
    };

    for (const control of controls) control.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    const kept = state.read();
    for (const control of controls) if (kept.get(control.name)) control.value = kept.get(control.name);
    return (svg) => {
      drawing = read(svg);
      offerTags();
      apply();
    };
  };

  state.forEach((figure, svg) => {
    if (!filters.has(figure)) filters.set(figure, makeFilter(figure));
    filters.get(figure)(svg);
  });
})();
