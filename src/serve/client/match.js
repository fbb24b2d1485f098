// Pairs the children of two versions of one element, so that what stayed the same is left alone.

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

/** Text between elements that shows nothing. There is so much of it that it says nothing about its place. */
export const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !/\S/.test(node.data);

const contentOf = (node) => {
  if (isElement(node)) return node.outerHTML;
  return isBlank(node) ? null : node.nodeName + node.data;
};

/** What an element is known by although its text has changed: an id, or where its first link leads. */
const keyOf = (node) => {
  if (!isElement(node)) return null;
  const known = node.id ? node : node.querySelector("[id], a[href]");
  return known && `${node.nodeName} ${known.id || known.getAttribute("href")}`;
};

const SAME = ["id", "rel", "name", "type"];

const alike = (a, b) =>
  a.nodeName === b.nodeName &&
  (!isElement(a) || SAME.every((name) => a.getAttribute(name) === b.getAttribute(name)));

const alikeWithClass = (a, b) =>
  alike(a, b) && (!isElement(a) || a.getAttribute("class") === b.getAttribute("class"));

/** Where each name stands that only one of the nodes without a partner has. */
function uniqueNames(nodes, isFree, nameOf) {
  const places = new Map();
  nodes.forEach((node, at) => {
    const name = isFree(at) ? nameOf(node) : null;
    if (name !== null) places.set(name, places.has(name) ? -1 : at);
  });
  return places;
}

/** Which of `numbers` form the longest rising row: their places. Negative ones are left out. */
export function longestRise(numbers) {
  const ends = []; // the place where a row of that length ends, with the smallest number
  const before = new Array(numbers.length).fill(-1);
  numbers.forEach((number, at) => {
    if (number < 0) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1] : -1;
    ends[low] = at;
  });
  const rise = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) rise.push(at);
  return rise.reverse();
}

/**
 * For each of the `fresh` nodes the place of its partner among the `old` ones, or -1; and which of them
 * keep their order (`stays`), so that only the others need to be moved.
 */
export function match(old, fresh) {
  const partner = new Array(fresh.length).fill(-1);
  const taken = new Array(old.length).fill(false);
  const join = (a, b) => {
    partner[b] = a;
    taken[a] = true;
  };

  // Most edits leave what stands before and after them as it is.
  let start = 0;
  let oldEnd = old.length;
  let freshEnd = fresh.length;
  while (start < oldEnd && start < freshEnd && old[start].isEqualNode(fresh[start])) join(start, start++);
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1].isEqualNode(fresh[freshEnd - 1])) join(--oldEnd, --freshEnd);

  if (start < oldEnd && start < freshEnd) {
    for (const nameOf of [contentOf, keyOf]) {
      const there = uniqueNames(old, (at) => !taken[at], nameOf);
      const here = uniqueNames(fresh, (at) => partner[at] < 0, nameOf);
      for (const [name, b] of here) {
        const a = there.get(name) ?? -1;
        if (a >= 0 && b >= 0) join(a, b);
      }
    }
  }
  const stays = new Array(fresh.length).fill(false);
  for (const at of longestRise(partner)) stays[at] = true;

  // Between these, what is of the same kind is paired in order.
  for (const isLike of [alikeWithClass, alike]) {
    let from = 0;
    let next = 0;
    const pairUntil = (oldTo, freshTo) => {
      for (; next < freshTo; next += 1) {
        if (partner[next] >= 0) continue;
        for (let at = from; at < oldTo; at += 1) {
          if (taken[at] || !isLike(old[at], fresh[next])) continue;
          join(at, next);
          stays[next] = true;
          from = at + 1;
          break;
        }
      }
    };
    for (let at = 0; at < fresh.length; at += 1) {
      if (!stays[at] || at < next) continue;
      pairUntil(partner[at], at);
      from = partner[at] + 1;
      next = at + 1;
    }
    pairUntil(old.length, fresh.length);
  }
  return { partner, stays };
}
