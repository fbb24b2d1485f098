// The page that this tab shows: fetched again when it has changed, and brought up to date in place.

import { keepFocus } from "./focus.js";
import { Morph } from "./morph.js";
import { keepPlace } from "./place.js";
import { pathOf, reloadPictures, swapSheet } from "./sheets.js";

/** How long an answer may take, and how often and how soon a fetch that failed is tried again. */
const PATIENCE = 10_000;
const TRIES = 3;
const PAUSE = 1_000;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** This page as the server has it now. */
async function fetchPage() {
  const response = await fetch(location.pathname + location.search, {
    cache: "no-store",
    signal: AbortSignal.timeout?.(PATIENCE),
  });
  const text = await response.text();
  return {
    exists: response.ok,
    revision: Number(response.headers.get("X-Rolebook-Revision")),
    document: new DOMParser().parseFromString(text, "text/html"),
  };
}

/** A path of the site as it stands in an address. */
const rooted = (path) => pathOf(path.startsWith("/") ? path : `/${path}`);

/** What `address` becomes by `swaps`, in the form that pages use: relative. */
function restyledAddress(address, swaps) {
  const from = pathOf(address);
  const to = swaps.get(from);
  if (!to) return null;
  const tail = from.slice(1);
  return address.endsWith(tail) ? address.slice(0, -tail.length) + to.slice(1) : to;
}

export class Page {
  #listener;
  #base; // of the page as served: see morph.js; null where that could not be had
  #wanted;
  #isForced = false;
  #isRunning = false;

  /** `listener.current()` is called when the page is up to date, `listener.changed(elements)` when it was changed. */
  constructor(revision, listener) {
    this.revision = this.#wanted = revision;
    this.#listener = listener;
    // Scripts of the theme have already been at work on the document, so the markup is asked for again.
    this.#base = fetchPage()
      .then((served) => ({ ...served, morph: new Morph(served.document, document) }))
      .catch(() => null);
  }

  /** Whether there was such a page when it was loaded. */
  get exists() {
    return this.#base.then((base) => base?.exists ?? true);
  }

  /** The server has a new revision of this page. */
  update(revision) {
    this.#wanted = Math.max(this.#wanted, revision);
    return this.#catchUp();
  }

  /** The stream is open; `again` after a while without: then the server may be another, which counts anew. */
  greeted(revision, again) {
    if (!again && revision >= this.revision) return undefined;
    this.#isForced = true;
    this.#wanted = Math.min(this.#wanted, revision);
    return this.#catchUp();
  }

  /** Other style sheets stand in the place of some of this page's. */
  async restyle(revision, from, to) {
    this.#advance(revision);
    const swaps = new Map(from.map((path, at) => [rooted(path), rooted(to[at])]));
    const swapped = new Map();
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = restyledAddress(link.getAttribute("href"), swaps);
      if (address) swapped.set(link, swapSheet(link, address));
    }
    const base = await this.#base;
    base?.morph.restyled(swapped, (address) => restyledAddress(address, swaps));
  }

  /** Pictures have changed whose addresses are the same. */
  reloadAssets(revision, paths) {
    this.#advance(revision);
    reloadPictures(paths.map(rooted), revision);
  }

  /** A change that needed no fetch is shown; one that runs is to be at least as new. */
  #advance(revision) {
    if (!this.#isRunning && this.#wanted <= this.revision) this.revision = Math.max(this.revision, revision);
    this.#wanted = Math.max(this.#wanted, revision);
  }

  /** One fetch after the other, so that no older answer is laid over a newer one. */
  async #catchUp() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    let failures = 0;
    while (this.#isForced || this.#wanted > this.revision) {
      const forced = this.#isForced;
      const asked = this.#wanted;
      this.#isForced = false;
      const fresh = await fetchPage().catch(() => null);
      if (!fresh) {
        failures += 1;
        this.#isForced ||= forced;
        if (failures >= TRIES) break;
        await pause(PAUSE);
      } else if (!(await this.#apply(fresh, forced)) && asked === this.#wanted) {
        break;
      }
    }
    this.#isRunning = false;
  }

  /** Shows `fresh` unless it is older than what is shown; gives whether it got further. */
  async #apply(fresh, forced) {
    const base = await this.#base;
    // A page that is gone is not replaced by the one that says so; the server tells what became of it.
    if (!fresh.exists && (base?.exists ?? true)) return false;
    if (!forced && fresh.revision <= this.revision) return false;
    // Without the markup that the page came from it can't be told what scripts have made of it.
    const isKnown = base && (base.isShown || base.revision <= this.revision);
    if (!isKnown || base.morph.needsReload(fresh.document)) {
      location.reload();
      return false;
    }
    try {
      this.#show(base, fresh);
    } catch (error) {
      console.warn("rolebook: the page is loaded anew, for it could not be changed in place:", error);
      location.reload();
      return false;
    }
    base.isShown = true;
    base.exists = fresh.exists;
    this.revision = fresh.revision;
    this.#listener.current();
    return true;
  }

  #show(base, fresh) {
    const restorePlace = keepPlace();
    const restoreFocus = keepFocus();
    const { touched, changed } = base.morph.update(fresh.document);
    // The theme's scripts look at the page again: rows to hide or to sort, dates that are past.
    if (touched) document.dispatchEvent(new CustomEvent("rolebook:update"));
    restoreFocus();
    restorePlace();
    if (touched) this.#listener.changed(changed);
  }
}
