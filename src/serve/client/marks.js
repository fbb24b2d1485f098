// Shows for a moment what has changed on the page. By animations, which leave no trace in the document.

import { make } from "./root.js";
import { WORDS } from "./words.js";

const COLOUR = "rgb(240 180 0 / 0.3)";
const KEYFRAMES = [
  { backgroundColor: COLOUR, boxShadow: `0 0 0 0.25rem ${COLOUR}`, outline: "1px solid rgb(190 130 0)", outlineOffset: "0.25rem" },
  { backgroundColor: COLOUR, boxShadow: `0 0 0 0.25rem ${COLOUR}`, outline: "1px solid rgb(190 130 0)", outlineOffset: "0.25rem", offset: 0.3 },
  { outline: "1px solid transparent", outlineOffset: "0.25rem" },
];
const TIMING = { duration: 1_800, easing: "ease-out" };
/** How long the way to a change out of sight is offered. */
const OFFER = 8_000;
/** With more than this a whole table is new, and light on each of its cells says nothing. */
const MOST = 60;

/** The elements in which changes are shown: shapes within a drawing can't be. */
function shown(elements) {
  const found = new Set();
  for (const element of elements) {
    const one = element.closest("svg") ?? element;
    if (one.closest("body") && one !== document.body && one.getClientRects().length > 0) found.add(one);
  }
  const isWithin = (element) => {
    for (let around = element.parentElement; around; around = around.parentElement) if (found.has(around)) return true;
    return false;
  };
  return [...found].filter((element) => !isWithin(element));
}

export class Marks {
  #jump = make("button", { type: "button", className: "jump", hidden: true });
  #target = null;
  #end;

  constructor({ corner }) {
    corner.append(this.#jump);
    this.#jump.addEventListener("click", () => this.#go());
    addEventListener("scroll", () => this.#target && isOnScreen(this.#target) && this.#offer(null), { passive: true });
  }

  show(elements) {
    const found = shown(elements);
    if (found.length === 0) return;
    if (found.length <= MOST) found.forEach(light);
    this.#offer(found.some(isOnScreen) ? null : nearest(found));
  }

  #offer(target) {
    clearTimeout(this.#end);
    this.#target = target;
    this.#jump.hidden = !target;
    if (!target) return;
    this.#jump.textContent = target.getBoundingClientRect().top < 0 ? WORDS.changedAbove : WORDS.changedBelow;
    this.#end = setTimeout(() => this.#offer(null), OFFER);
  }

  #go() {
    const target = this.#target;
    this.#offer(null);
    if (!target?.isConnected) return;
    target.scrollIntoView({ block: "center" });
    light(target);
  }
}

function light(element) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  element.animate(KEYFRAMES, TIMING);
}

function isOnScreen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function nearest(elements) {
  const distance = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < 0 ? -bottom : top - innerHeight;
  };
  return elements.reduce((best, element) => (distance(element) < distance(best) ? element : best));
}
