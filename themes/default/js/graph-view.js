// Makes drawings movable: drag, pinch, ctrl and wheel, buttons, and keys while the drawing has the focus.
(() => {
  "use strict";

  const CLOSEST = 8; // times as large as fitted
  const LEAST = 0.45; // of its natural size: smaller letters can't be read
  const MOST = 1.5; // of its natural size: larger ones look odd
  const WIDE = 1.4; // times as wide as high: what is rounder is shown whole at first
  const STEP = 1.3;
  const DRAG = 4; // pixels before a press is no click
  const state = window.rolebookGraph;
  const views = new WeakMap(); // from the drawings to their views

  class View {
    #svg;
    #canvas;
    #whole;
    #box;
    #pointers = new Map();
    #moved = false;

    constructor(figure, svg) {
      this.#canvas = figure.querySelector(".canvas");
      this.#svg = svg;
      const { x, y, width, height } = this.#svg.viewBox.baseVal;
      this.#whole = { x, y, width, height };
      this.#canvas.classList.add("is-live");
      const kept = state.read().get("view")?.split(",").map(Number) ?? [];
      svg.style.maxInlineSize = `${MOST * width}px`;
      const isKept = kept.length === 3 && kept.every(Number.isFinite);
      this.#show(isKept ? this.#at(...kept) : this.#first());
      this.#listen(figure.querySelector(".graph-tools"));
    }

    #listen(tools) {
      const on = (target, name, act, options) =>
        target.addEventListener(name, (event) => this.#svg.getClientRects().length > 0 && act(event), options);
      on(tools, "click", (event) => this.#press(event.target.name));
      on(tools, "reset", () => this.#move(this.#whole));
      on(this.#canvas, "wheel", (event) => this.#wheel(event), { passive: false });
      on(this.#canvas, "keydown", (event) => this.#key(event));
      on(this.#svg, "pointerdown", (event) => this.#down(event));
      on(this.#svg, "pointermove", (event) => this.#drag(event));
      for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
        on(this.#svg, end, (event) => this.#up(event));
      }
      // A link that was dragged is not followed.
      on(this.#svg, "click", (event) => this.#moved && event.preventDefault(), true);
      on(this.#svg, "dragstart", (event) => event.preventDefault());
    }

    // What is shown at first: all, or of a wide drawing in a narrow place so much from the left that it can be read.
    #first() {
      const { x, y, width, height } = this.#whole;
      const part = this.#svg.getBoundingClientRect().width / LEAST;
      if (width < WIDE * height || part >= width) return this.#whole;
      return this.#at(x, y + (height - (part * height) / width) / 2, part);
    }

    // The part of the drawing of that width with its corner there, within what there is.
    #at(x, y, width) {
      const whole = this.#whole;
      width = Math.min(whole.width, Math.max(whole.width / CLOSEST, width));
      const height = (width * whole.height) / whole.width;
      const inside = (at, from, room) => Math.min(Math.max(at, from), from + room);
      return {
        x: inside(x, whole.x, whole.width - width),
        y: inside(y, whole.y, whole.height - height),
        width,
        height,
      };
    }

    #show(box) {
      this.#box = box;
      this.#svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
      this.#canvas.classList.toggle("is-zoomed", box.width < this.#whole.width);
    }

    #move(box) {
      this.#show(box);
      const isWhole = box.width >= this.#whole.width;
      const view = [box.x, box.y, box.width].map(Math.round).join(",");
      state.write({ view: isWhole ? "" : view });
    }

    // So many times as large, with what is at that point staying there.
    #zoom(times, client) {
      const box = this.#box;
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const { x, y } = client ? this.#point(client) : centre;
      this.#move(this.#at(x - (x - box.x) / times, y - (y - box.y) / times, box.width / times));
    }

    #point({ clientX, clientY }) {
      return new DOMPoint(clientX, clientY).matrixTransform(this.#svg.getScreenCTM().inverse());
    }

    #press(name) {
      if (name === "in") this.#zoom(STEP);
      else if (name === "out") this.#zoom(1 / STEP);
      else if (name === "fit") this.#move(this.#whole);
    }

    #wheel(event) {
      // The wheel alone scrolls the page.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#zoom(event.deltaY < 0 ? STEP : 1 / STEP, event);
    }

    #key(event) {
      if (event.target !== this.#canvas || event.ctrlKey || event.metaKey || event.altKey) return;
      const { x, y, width } = this.#box;
      const step = width / 8;
      const moves = {
        "+": () => this.#zoom(STEP),
        "-": () => this.#zoom(1 / STEP),
        0: () => this.#move(this.#whole),
        ArrowLeft: () => this.#move(this.#at(x - step, y, width)),
        ArrowRight: () => this.#move(this.#at(x + step, y, width)),
        ArrowUp: () => this.#move(this.#at(x, y - step, width)),
        ArrowDown: () => this.#move(this.#at(x, y + step, width)),
      };
      const isArrow = event.key.startsWith("Arrow");
      if (!moves[event.key] || (isArrow && width >= this.#whole.width)) return;
      event.preventDefault();
      moves[event.key]();
    }

    #down(event) {
      if (event.button !== 0) return;
      this.#pointers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
      this.#moved = false;
    }

    #drag(event) {
      const before = this.#pointers.get(event.pointerId);
      if (!before) return;
      const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
      if (!this.#moved && far < DRAG) return;
      this.#moved = true;
      const others = [...this.#pointers].filter(([id]) => id !== event.pointerId);
      if (others.length === 1) this.#pinch(before, event, others[0][1]);
      else this.#pan(before, event);
      this.#pointers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    }

    #pan(before, now) {
      const [from, to] = [this.#point(before), this.#point(now)];
      const { x, y, width } = this.#box;
      this.#move(this.#at(x + from.x - to.x, y + from.y - to.y, width));
    }

    #pinch(before, now, other) {
      const apart = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY) || 1;
      const middle = {
        clientX: (now.clientX + other.clientX) / 2,
        clientY: (now.clientY + other.clientY) / 2,
      };
      this.#zoom(apart(now) / apart(before), middle);
    }

    #up(event) {
      this.#pointers.delete(event.pointerId);
    }
  }

  state.forEach((figure, svg) => {
    figure.querySelector(".graph-tools").hidden = false;
    if (!views.has(svg)) views.set(svg, new View(figure, svg));
  });
})();
