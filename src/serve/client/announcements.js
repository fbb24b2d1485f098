// Says when the preview does not answer. What the page shows may be old then.

import { make } from "./root.js";
import { WORDS } from "./words.js";

export class Announcements {
  #status = make("p", { className: "offline", role: "status" });

  constructor({ corner }) {
    corner.prepend(this.#status);
  }

  offline(is) {
    const text = is ? WORDS.offline : "";
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}
