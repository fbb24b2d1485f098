// Says over the page that it is no more, and where it went. When it comes back, this goes by itself.

import { make } from "./root.js";
import { isSafe } from "./get.js";
import { WORDS } from "./words.js";

export class Gone {
  #card;

  constructor({ cards }) {
    // It is there from the start, so that what comes to stand in it is read out.
    this.#card = make("div", { className: "gone", role: "status" });
    cards.append(this.#card);
  }

  show(to, title) {
    // Told again, after a while without the server, it no longer knows where the page went.
    if (!to && this.#card.querySelector("section")) return;
    const links = make("p", { className: "actions" });
    // A path of this site, and no address elsewhere.
    const address = to && new URL(to, location.origin);
    if (address && address.origin === location.origin && isSafe(address.href)) {
      links.append(make("a", { href: address.href }, title ? WORDS.movedTo(title) : WORDS.moved));
    }
    links.append(make("a", { href: "/" }, WORDS.home));
    this.#card.replaceChildren(
      make("section", { className: "card", "aria-labelledby": "gone" }, make("h2", { id: "gone" }, WORDS.gone), make("p", {}, WORDS.goneExplained), links),
    );
  }

  hide() {
    this.#card.replaceChildren();
  }
}
