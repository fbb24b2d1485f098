// Links to this page's source on the forge lead to the local editor instead.

import { getJson, isSafe } from "./get.js";

export class EditLinks {
  #path;
  #addresses = new Set(); // where such links led before

  constructor(path) {
    this.#path = path;
  }

  /** Looks at the page again: after it was loaded or changed. */
  async refresh() {
    const link = document.querySelector(".edit a[href]");
    if (!link) return;
    const answer = await getJson("edit", this.#path);
    if (!isSafe(answer?.edit)) return;
    this.#addresses.add(link.getAttribute("href"));
    for (const other of document.querySelectorAll("a[href]")) {
      const address = other.getAttribute("href");
      if (address !== answer.edit && this.#addresses.has(address)) other.setAttribute("href", answer.edit);
    }
  }
}
