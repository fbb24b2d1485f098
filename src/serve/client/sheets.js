// Style sheets and pictures that change while the page stays.

const waiting = new WeakMap(); // from a link that still loads to those that it takes the place of

/** Puts a link to `address` in the place of `link`, which goes once the new one has loaded: nothing flashes. */
export function swapSheet(link, address) {
  const fresh = link.cloneNode();
  const replaced = [...(waiting.get(link) ?? []), link];
  waiting.set(fresh, replaced);
  fresh.addEventListener("load", () => replaced.forEach((old) => old.remove()), { once: true });
  fresh.setAttribute("href", address);
  link.after(fresh);
  return fresh;
}

/** The path of an address from the site's root. */
export const pathOf = (address) => new URL(address, document.baseURI).pathname;

const VERSION = /\?rolebook=\d+$/;

/** An address without what `reloadPictures` has put behind it. */
export const withoutVersion = (address) => address?.replace(VERSION, "") ?? null;

/** Asks anew for the pictures at `paths`, whose addresses stay the same. */
export function reloadPictures(paths, revision) {
  const fresh = (address) => `${withoutVersion(address)}?rolebook=${revision}`;
  for (const [selector, name] of [["img[src]", "src"], ['link[rel~="icon"]', "href"], ["image[href]", "href"]]) {
    for (const element of document.querySelectorAll(selector)) {
      const address = element.getAttribute(name);
      if (paths.includes(pathOf(address))) element.setAttribute(name, fresh(address));
    }
  }
}
