// Shows what belongs to the party or the relation under the pointer or the focus. Arrow keys go from a party in focus
// to the next one (up, down) and along its relations (left, right); Enter then follows the relation.
(() => {
  "use strict";

  const known = new WeakSet(); // the drawings that are listened to

  const graph = window.rolebookGraph;

  class Drawing {
    constructor(figure, svg) {
      this.figure = figure;
      this.svg = svg;
      Object.assign(this, graph.parts(svg));
    }

    of(node) {
      return this.edges.filter(({ element, from, to }) => (from === node || to === node) && !element.matches(".is-out"));
    }

    edge(element) {
      return this.edges.find((edge) => edge.element === element);
    }

    // What a relation is, in words.
    told({ element, from, to, state }) {
      const own = element.querySelector("title");
      if (own) return own.textContent.trim();
      const option = this.figure.querySelector(`select[name="state"] option[value="${state}"]`);
      const ends = [from, to].filter(Boolean).map(graph.name);
      return `${ends.join(" → ")}${option ? `: ${option.textContent}` : ""}`;
    }
  }

  class Picking {
    #drawing;
    #status;
    #along = -1;

    constructor(figure, svg) {
      this.#drawing = new Drawing(figure, svg);
      this.#status = figure.querySelector(".graph-status");
      svg.addEventListener("pointerover", (event) => this.#at(event.target));
      svg.addEventListener("pointerleave", () => this.#at(document.activeElement));
      svg.addEventListener("focusin", (event) => {
        this.#along = -1;
        this.#at(event.target);
      });
      svg.addEventListener("focusout", () => this.#pick([], []));
      svg.addEventListener("keydown", (event) => this.#key(event));
    }

    #at(element) {
      const { svg } = this.#drawing;
      const found = svg.contains(element) ? element.closest("[data-node], [data-to]") : null;
      if (!found) {
        this.#pick([], []);
      } else if (found.dataset.node !== undefined) {
        const edges = this.#drawing.of(found);
        this.#pick([found, ...edges.flatMap(({ from, to }) => [from, to])], edges, graph.name(found));
      } else {
        this.#edge(this.#drawing.edge(found));
      }
    }

    #edge(edge) {
      this.#pick([edge.from, edge.to], [edge], this.#drawing.told(edge));
    }

    #pick(nodes, edges, words = "") {
      const { svg } = this.#drawing;
      for (const near of svg.querySelectorAll(".is-near")) near.classList.remove("is-near");
      for (const node of nodes) node?.classList.add("is-near");
      for (const { element } of edges) element.classList.add("is-near");
      svg.classList.toggle("is-picking", nodes.length > 0);
      if (words) this.#status.textContent = words;
    }

    #key(event) {
      const node = event.target.closest?.("a[data-node]");
      if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter" && this.#along >= 0) {
        const { from, to } = this.#drawing.of(node)[this.#along];
        const other = from === node ? to : from;
        event.preventDefault();
        other?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
        return;
      }
      const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#next(node, step);
      else this.#follow(node, step);
    }

    #next(node, step) {
      const nodes = this.#drawing.nodes.filter((one) => !one.matches(".is-out"));
      const at = nodes.indexOf(node);
      nodes.at((at + step) % nodes.length)?.focus();
    }

    #follow(node, step) {
      const edges = this.#drawing.of(node);
      if (edges.length === 0) return;
      const first = step > 0 ? 0 : edges.length - 1;
      this.#along = this.#along < 0 ? first : (this.#along + step + edges.length) % edges.length;
      this.#edge(edges[this.#along]);
    }
  }

  graph.forEach((figure, svg) => {
    if (known.has(svg)) return;
    known.add(svg);
    new Picking(figure, svg);
  });
})();
