// The panel in which one searches: a field, and the results below it, chosen with the arrow keys.
(() => {
  "use strict";

  const AT_ONCE = 10; // results that are shown at once
  const PAUSE = 60; // milliseconds without a key, after which one looks
  const KINDS = { r: "role", t: "team", e: "external", p: "person", c: "page", w: "term" };
  const FIELDS = { 4: "search.field-responsibility", 8: "search.field-delivers", 16: "search.field-needs" };

  const search = globalThis.rolebookSearch;
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  let panel;

  const build = (say, root) => {
    const input = make("input", { type: "search", id: "rb-search", autocomplete: "off", spellcheck: false, placeholder: say["search.prompt"] });
    const list = make("ul", { id: "rb-search-results", role: "listbox" });
    const status = make("p", { className: "search-status", role: "status" });
    const more = make("button", { type: "button", className: "search-more", textContent: say["search.more"], hidden: true });
    const close = make("button", { type: "button", className: "search-close", ariaLabel: say["search.close"], title: say["search.close"], textContent: "×" });
    const label = make("label", { htmlFor: "rb-search", className: "search-label", textContent: say["search.title"] });
    const hint = make("p", { className: "search-hint", id: "rb-search-hint", textContent: say["search.hint"] });
    const results = make("div", { className: "search-results" }, list, more);
    const dialog = make("dialog", { className: "search-panel" }, make("div", { className: "search-field" }, label, input, close), status, results, hint);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": list.id,
      "aria-autocomplete": "list",
      "aria-describedby": hint.id,
    })) {
      input.setAttribute(name, value);
    }
    list.setAttribute("aria-label", say["search.title"]);
    dialog.setAttribute("aria-label", say["search.title"]);
    document.body.append(dialog);
    return { dialog, input, list, status, more, close, say, root, found: undefined, shown: 0, turn: 0 };
  };

  const marked = (text, wanted) => {
    const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    return pieces.map((piece, at) => (at % 2 && search.isWanted(piece, wanted) ? make("mark", { textContent: piece }) : piece));
  };

  const told = (field, about) => {
    const sentence = panel.say[FIELDS[field]];
    return sentence ? sentence.replace("{name}", about) : about;
  };

  const addPassage = async (option, found, page) => {
    const passage = await search.passage(found, page);
    if (!passage) return;
    const { field, text, anchor, about } = passage;
    const lead = told(field, about);
    const line = make("span", { className: "search-passage" });
    if (lead) line.append(make("span", { className: "search-lead" }, ...marked(lead, found.wanted)), " ");
    line.append(...marked(text, found.wanted));
    option.append(line);
    if (anchor && field > 2 && !option.hash) option.href += `#${encodeURIComponent(anchor)}`;
  };

  const addOption = (found, page) => {
    const { kind, title, url } = found.index.pages[page];
    const name = make("span", { className: "search-title" }, ...marked(title, found.wanted));
    const what = make("span", { className: `search-kind kind-${KINDS[kind]}`, textContent: panel.say[`kind.${KINDS[kind]}`] });
    const id = `rb-found-${panel.list.children.length}`;
    const option = make("a", { id, role: "option", href: panel.root + url, tabIndex: -1 }, name, " ", what);
    option.setAttribute("aria-selected", "false");
    panel.list.append(make("li", { role: "presentation" }, option));
    return addPassage(option, found, page);
  };

  const showMore = () => {
    const { found } = panel;
    const next = found.pages.slice(panel.shown, panel.shown + AT_ONCE);
    panel.shown += next.length;
    panel.more.hidden = panel.shown >= found.pages.length;
    return Promise.all(next.map((page) => addOption(found, page)));
  };

  const options = () => [...panel.list.querySelectorAll('[role="option"]')];

  const choose = (option) => {
    panel.list.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    if (!option) return panel.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    panel.input.setAttribute("aria-activedescendant", option.id);
  };

  const tell = (found, text) => {
    const { say, status, input } = panel;
    const number = found.pages.length;
    const counted = say[number === 1 ? "search.count.one" : "search.count.other"].replace("{n}", number.toLocaleString(document.documentElement.lang));
    status.textContent = number ? counted : say["search.none"].replace("{text}", text);
    input.setAttribute("aria-expanded", String(number > 0));
  };

  const look = async () => {
    const text = panel.input.value.trim();
    const turn = (panel.turn += 1);
    if (!text) {
      panel.list.replaceChildren();
      panel.more.hidden = true;
      panel.status.textContent = "";
      panel.input.setAttribute("aria-expanded", "false");
      return choose(undefined);
    }
    try {
      const found = await search.find(text);
      if (turn !== panel.turn) return; // more was typed meanwhile
      Object.assign(panel, { found, shown: 0 });
      panel.list.replaceChildren();
      tell(found, text);
      const passages = showMore();
      choose(options()[0]);
      await passages;
    } catch {
      if (turn === panel.turn) panel.status.textContent = panel.say["search.failed"];
    }
  };

  const step = (by) => {
    const all = options();
    const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (by > 0 && at === all.length - 1 && !panel.more.hidden) {
      showMore();
      return choose(options()[at + 1]);
    }
    choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };

  const follow = () => {
    panel.list.querySelector('[aria-selected="true"]')?.click();
  };

  const listen = () => {
    const { dialog, input, close, more, list } = panel;
    let waiting;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const act = {
        // A search field would only be emptied by it.
        Escape: () => dialog.close(),
        ArrowDown: () => step(1), ArrowUp: () => step(-1), PageDown: () => step(5), PageUp: () => step(-5), Enter: follow }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    close.addEventListener("click", () => dialog.close());
    more.addEventListener("click", showMore);
    // A place on this very page is gone to without leaving it.
    list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  };

  search.open = async (address, load) => {
    try {
      const index = await search.prepare(address, load);
      if (!panel) {
        panel = build(index.say, new URL("..", address).href);
        listen();
      }
    } catch {
      // Without the index there is the list of everything.
      location.href = document.querySelector("a.search-link").href;
      return;
    }
    if (!panel.dialog.open) panel.dialog.showModal();
    panel.input.focus();
    panel.input.select();
  };
})();
