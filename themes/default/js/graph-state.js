// What a reader has made of a drawing, kept in the address behind the #, so that it outlives a reload and can be sent.
(() => {
  "use strict";

  const read = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

  // Puts values in place of those before; empty ones are left out.
  const write = (values) => {
    const state = read();
    for (const [name, value] of Object.entries(values)) {
      if (value) state.set(name, value);
      else state.delete(name);
    }
    const text = state.toString();
    if (text === read().toString()) return;
    // Not by the history's own means, which pages from a disk may not use; in place, so that "back" leaves the page.
    location.replace(`#${text}`);
  };

  // The drawing that is shown: there may be another for narrow screens.
  const shownIn = (figure) =>
    [...figure.querySelectorAll(".canvas svg.rb-graph")].find((svg) => svg.getClientRects().length > 0);

  // Calls for every drawing that is shown, now, when another is, and when the preview has changed the page in place.
  const forEach = (call) => {
    const callAll = () => {
      for (const figure of document.querySelectorAll("figure.graph")) {
        const svg = shownIn(figure);
        if (svg) call(figure, svg);
      }
    };
    callAll();
    window.addEventListener("resize", callAll);
    document.addEventListener("rolebook:update", callAll);
  };

  // What a party is called, in full.
  const name = (node) => (node.querySelector("title") ?? node).textContent.trim();

  // The parties of a drawing in their order, and its relations with the parties at both ends. Where there are very many
  // relations, they name parties by their places in that order.
  const parts = (svg) => {
    const nodes = [...svg.querySelectorAll("[data-node]")];
    const byId = new Map(nodes.map((node) => [node.dataset.node, node]));
    const edges = [...svg.querySelectorAll("[data-to]")].map((element) => {
      const at = (place) => (element.closest("[data-ends=positions]") ? nodes[Number(place)] : byId.get(place));
      const from = element.dataset.from ?? element.closest("[data-from]")?.dataset.from;
      const state = element.closest(".rb-edge")?.getAttribute("class").match(/rb-edge-(\w+)/)?.[1];
      return { element, from: at(from), to: at(element.dataset.to), state };
    });
    return { nodes, edges };
  };

  window.rolebookGraph = { read, write, forEach, name, parts };
})();
