// The stream of events from the preview server: one a tab, and none while the tab is hidden, because a browser
// has few connections for each host. The revision goes with every request, so that nothing is missed between.

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** An interruption shorter than this is not worth a word. */
const PATIENCE = 2_000;

const EVENTS = ["update", "style", "asset", "gone", "findings"];

export class Connection {
  #path;
  #revision;
  #listeners;
  #source = null;
  #retry;
  #complaint;
  #failures = 0;
  #isFirst = true;

  /** `revision()` is that of the page as shown; `listeners` has a function for each kind of event. */
  constructor(path, revision, listeners) {
    this.#path = path;
    this.#revision = revision;
    this.#listeners = listeners;
  }

  start() {
    const follow = () => (document.hidden ? this.#close() : this.#open());
    document.addEventListener("visibilitychange", follow);
    // A page in the browser's back-forward cache has no stream either.
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", follow);
    follow();
  }

  #open() {
    if (this.#source) return;
    clearTimeout(this.#retry);
    this.#complaint ??= setTimeout(() => this.#listeners.lost(), PATIENCE);
    const query = new URLSearchParams({ page: this.#path, revision: this.#revision() });
    const source = new EventSource(`/__rolebook/events?${query}`);
    this.#source = source;
    this.#on("hello", (data) => this.#greeted(data));
    for (const name of EVENTS) this.#on(name, this.#listeners[name]);
    // By itself the browser would go on asking with a revision that is old by then.
    source.addEventListener("error", () => {
      if (source !== this.#source) return;
      this.#end();
      const wait = Math.min(FIRST_PAUSE * 2 ** this.#failures, LONGEST_PAUSE);
      this.#failures += 1;
      this.#complaint ??= setTimeout(() => this.#listeners.lost(), PATIENCE);
      this.#retry = setTimeout(() => this.#open(), wait);
    });
  }

  #on(name, listener) {
    const source = this.#source;
    source.addEventListener(name, (event) => {
      if (source !== this.#source) return;
      let data;
      try {
        data = JSON.parse(event.data);
      } catch {
        return;
      }
      listener(data);
    });
  }

  #greeted(data) {
    const again = !this.#isFirst;
    this.#isFirst = false;
    this.#failures = 0;
    this.#calm();
    this.#listeners.hello(data, again);
  }

  #calm() {
    clearTimeout(this.#complaint);
    this.#complaint = undefined;
    this.#listeners.found();
  }

  #end() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retry);
  }

  /** Gives the connection up until the tab is looked at again. */
  #close() {
    this.#end();
    this.#calm();
  }
}
