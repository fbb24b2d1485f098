// The one element of the preview on the page. It has a shadow root, so that the theme's style sheets and its own
// never meet, and stands behind the body, where templates and scripts of the theme don't look.

/** Makes an element; `properties` are set on it, those with a hyphen and `role` as attributes. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/** Adds it, and gives the places in it for what the other parts show. */
export function makeRoot() {
  const host = make("rolebook-preview", { lang: "en", dir: "ltr", hidden: true });
  const sheet = make("link", { rel: "stylesheet", href: "/__rolebook/preview.css" });
  // Nothing is seen of it without its style.
  sheet.addEventListener("load", () => { host.hidden = false; });
  const corner = make("div", { className: "corner" });
  const cards = make("div", { className: "cards" });
  host.attachShadow({ mode: "open" }).append(sheet, cards, corner);
  document.documentElement.append(host);
  return { corner, cards };
}
