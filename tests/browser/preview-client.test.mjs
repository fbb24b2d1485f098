// The browser's side of the preview, against a server that does what each test wants: how a page is changed in
// place, how the stream is kept, what is laid over the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { complaints, launch } from "./browser.mjs";
import { sheet, startFake } from "./preview/fake.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGE = "/page.html";

let browser, fake;
const contexts = [];

before(async () => {
  browser = await launch();
  fake = await startFake();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  fake.state.counts = undefined;
});
after(async () => {
  await browser?.close();
  await fake?.close();
});

/** Opens a page of which `body` is the text, when its stream is open. */
async function open(body, { path = PAGE, ...options } = {}) {
  fake.set(path, typeof body === "string" ? sheet({ body }) : sheet(body));
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(fake.address + path.slice(1));
  await connected(page);
  await page.evaluate(() => {
    window.stayed = true;
    window.updates = 0;
    document.addEventListener("rolebook:update", () => { window.updates += 1; });
  });
  return { page, said };
}

/** When the badge is there, the stream is open. */
const connected = (page) => page.locator("rolebook-preview .badge").waitFor();

/** Changes the page, and waits until it shows. */
async function change(page, body) {
  const before = await page.evaluate(() => window.updates);
  fake.change(PAGE, typeof body === "string" ? sheet({ body }) : sheet(body));
  await page.waitForFunction((number) => window.updates > number, before);
}

const paragraphs = (number, text = (n) => `Paragraph ${n} says a few words, so that there is something to read and to scroll.`) =>
  Array.from({ length: number }, (_, n) => `<p id="p${n}">${text(n)}</p>`).join("\n");

const table = (names) => `<div class="listing" data-filter="Show rows with"><div class="scroll" role="region" aria-label="Roles" tabindex="0">
<table class="index" data-sort><thead><tr><th scope="col">Role</th><th scope="col" class="number">Number</th></tr></thead>
<tbody>
${names.map(([name, number]) => `<tr><th scope="row" data-value="${name}"><a href="${name.toLowerCase()}.html">${name}</a></th><td class="number">${number}</td></tr>`).join("\n")}
</tbody></table></div></div>`;

/** Marks nodes that must not be made anew. */
const brand = (page, selector) => page.evaluate((all) => document.querySelectorAll(all).forEach((one, at) => { one.branded = at; }), selector);
const brands = (page, selector) => page.evaluate((all) => [...document.querySelectorAll(all)].map((one) => one.branded ?? null), selector);

test("only what differs is touched", async () => {
  const { page, said } = await open(paragraphs(8));
  await page.evaluate(() => {
    window.seen = [];
    new MutationObserver((records) => window.seen.push(...records.map((record) => `${record.type} ${(record.target.parentElement ?? record.target).id}`)))
      .observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await change(page, paragraphs(8, (n) => (n === 3 ? "Another text." : `Paragraph ${n} says a few words, so that there is something to read and to scroll.`)));
  assert.deepEqual(await page.evaluate(() => window.seen), ["characterData p3"]);
  assert.deepEqual(said, []);
});

test("an item put in front of a list leaves all others as they are", async () => {
  const items = (names) => `<ul>${names.map((name) => `<li>${name}</li>`).join("\n")}</ul>`;
  const names = Array.from({ length: 200 }, (_, n) => `Item ${n % 150}`);
  const { page } = await open(items(names));
  await brand(page, "li");
  await change(page, items(["New", ...names]));
  assert.deepEqual(await brands(page, "li"), [null, ...names.keys()]);
  await change(page, items([...names.slice(0, 50), ...names.slice(60)]));
  assert.deepEqual((await brands(page, "li")).length, 190);
  assert.ok(!(await brands(page, "li")).includes(null));
});

test("what is moved stays the same", async () => {
  const parts = (order) => order.map((n) => `<details id="d${n}"><summary>Part ${n}</summary><p>Text ${n}</p></details>`).join("\n");
  const { page } = await open(parts([1, 2, 3, 4, 5]));
  await brand(page, "details");
  await page.locator("#d5 summary").click();
  await change(page, parts([5, 1, 2, 3, 4]));
  assert.deepEqual(await brands(page, "details"), [4, 0, 1, 2, 3]);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("details[open]")].map((one) => one.id)), ["d5"]);
});

test("any version becomes any other", async () => {
  const { page } = await open("<p>Start</p>");
  let seed = 7;
  const chance = (most) => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const piece = (depth) => {
    const kind = chance(depth > 2 ? 2 : 7);
    if (kind === 0) return `word${chance(6)} `;
    if (kind === 1) return `<a href="to${chance(5)}.html">link ${chance(4)}</a>\n`;
    const inner = Array.from({ length: chance(6) }, () => piece(depth + 1)).join("");
    if (kind === 2) return `<div id="i${chance(5)}" class="c${chance(3)} d${chance(2)}">${inner}</div>`;
    if (kind === 3) return `<ul>${Array.from({ length: chance(6) }, () => `<li>${piece(depth + 2)}</li>`).join("\n")}</ul>`;
    if (kind === 4) return `<section data-x="${chance(3)}">${inner}</section>`;
    if (kind === 5) return `<svg viewBox="0 0 ${chance(9)} 9"><g class="s${chance(2)}"><text x="${chance(5)}">t${chance(4)}</text></g></svg>`;
    return `<div class="c${chance(3)}">${inner}</div>\n`;
  };
  const versions = Array.from({ length: 300 }, () => sheet({ title: `T${chance(3)}`, language: chance(2) ? "en" : "de", kind: `k${chance(3)}`, body: Array.from({ length: chance(9) }, () => piece(0)).join("") }));
  const differing = await page.evaluate(async (all) => {
    const { Morph } = await import("/__rolebook/morph.js");
    const parse = (text) => new DOMParser().parseFromString(text, "text/html");
    const live = parse(all[0]);
    const morph = new Morph(parse(all[0]), live);
    return all.filter((text, at) => {
      const { touched } = morph.update(parse(text));
      const same = live.documentElement.isEqualNode(parse(text).documentElement);
      const again = morph.update(parse(text)).touched;
      return !same || again || touched !== (at > 0 && text !== all[at - 1]);
    }).map((text) => text.length);
  }, versions);
  assert.deepEqual(differing, []);
});

test("a long table that changes in many places is quick", async () => {
  const rows = (changed) => table(Array.from({ length: 5000 }, (_, n) => [`Role-${n}`, n % 7 === 0 && changed ? n + 1 : n]).slice(changed ? 3 : 0));
  const { page } = await open("<p>Start</p>");
  const time = await page.evaluate(async ([one, other]) => {
    const { Morph } = await import("/__rolebook/morph.js");
    const parse = (text) => new DOMParser().parseFromString(text, "text/html");
    const live = parse(one);
    const morph = new Morph(parse(one), live);
    const start = performance.now();
    morph.update(parse(other));
    if (!live.documentElement.isEqualNode(parse(other).documentElement)) return -1;
    return performance.now() - start;
  }, [sheet({ body: rows(false) }), sheet({ body: rows(true) })]);
  assert.ok(time > 0 && time < 3000, `${time} ms`);
});

test("title, language, class of the body and head follow", async () => {
  const { page, said } = await open({ title: "One", body: "<p>Text</p>" });
  await change(page, { title: "Two", language: "de", kind: "role", head: '<meta name="description" content="New">\n', body: "<p>Text</p>" });
  assert.equal(await page.title(), "Two");
  assert.deepEqual(
    await page.evaluate(() => [document.documentElement.lang, document.body.className, document.querySelector("meta[name=description]").content, window.stayed]),
    ["de", "kind-role", "New", true],
  );
  assert.deepEqual(said, []);
});

test("what stands in view stays at its pixel, whatever changes above or below", async () => {
  const { page } = await open(paragraphs(60));
  const place = () => page.evaluate(() => document.querySelector("#p30").getBoundingClientRect().top);
  await page.evaluate(() => scrollTo({ top: document.querySelector("#p30").getBoundingClientRect().top - 200.5, behavior: "instant" }));
  const start = await place();
  const longer = (n) => `${"More words than before. ".repeat(40)} ${n}`;
  const text = (n) => `Paragraph ${n} says a few words, so that there is something to read and to scroll.`;
  const versions = [
    paragraphs(60, (n) => (n === 2 ? longer(n) : text(n))),
    `<h2>New</h2>${paragraphs(60, (n) => (n === 2 ? longer(n) : text(n)))}`,
    paragraphs(60),
    paragraphs(60, (n) => (n > 30 ? longer(n) : text(n))),
    paragraphs(60).replace(/<p id="p(2[5-9])".*<\/p>/g, ""),
  ];
  for (const version of versions) {
    await change(page, version);
    assert.ok(Math.abs((await place()) - start) <= 1, `${await place()} after ${start}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.ok(Math.abs((await place()) - start) <= 1, `${await place()} after ${start}, a moment later`);
  }
});

test("at the very top the page's beginning stays in view, and a change in view moves nothing above it", async () => {
  const { page } = await open(paragraphs(60));
  await change(page, `<p id="new">New</p>${paragraphs(60)}`);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
  const inView = (n) => (n === 9 ? "Longer by far. ".repeat(30) : `Paragraph ${n} says a few words, so that there is something to read and to scroll.`);
  await change(page, `<p id="new">New</p>${paragraphs(60, inView)}`);
  assert.equal(await page.evaluate(() => scrollY), 300);
});

test("focus, caret, typed text, details and boxes are the reader's", async () => {
  const body = (text) => `<p>${text}</p><details id="a"><summary>A</summary><p>Inside ${text}</p></details><details id="b" open><summary>B</summary><p>b</p></details>
<label>Find <input id="find" type="search" placeholder="${text}"></label><label><input id="box" type="checkbox"> Box</label><p>${text}, below</p>`;
  const { page } = await open(body("one"));
  await page.locator("#a summary").click();
  await page.locator("#b summary").click();
  await page.locator("#box").check();
  await page.locator("#find").fill("facilitator");
  await page.evaluate(() => document.querySelector("#find").setSelectionRange(3, 7, "backward"));
  await change(page, body("two"));
  await change(page, `<h2>New</h2>${body("three")}`);
  assert.deepEqual(
    await page.evaluate(() => {
      const find = document.querySelector("#find");
      return [document.activeElement.id, find.value, find.selectionStart, find.selectionEnd, find.selectionDirection, find.placeholder,
        document.querySelector("#a").open, document.querySelector("#b").open, document.querySelector("#box").checked];
    }),
    ["find", "facilitator", 3, 7, "backward", "three", true, false, true],
  );
});

test("a field that is moved keeps its focus and caret", async () => {
  const { page } = await open(`${paragraphs(3)}<p id="field"><input id="find"></p>`);
  await page.locator("#find").fill("some words");
  await page.evaluate(() => document.querySelector("#find").setSelectionRange(4, 4));
  await change(page, `<p id="field"><input id="find"></p>${paragraphs(3)}`);
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]), ["find", 4, "some words"]);
});

test("what scripts have set stays: the view of a drawing, classes, added nodes", async () => {
  const drawing = (label, width, cls) => `<figure class="${cls}"><svg viewBox="0 0 ${width} 10"><g id="all"><text>${label}</text></g></svg></figure>`;
  const { page } = await open(drawing("One", 10, "drawing old"));
  await page.evaluate(() => {
    document.querySelector("figure svg").setAttribute("viewBox", "2 2 4 4");
    document.querySelector("#all").setAttribute("transform", "scale(2)");
    document.querySelector("figure").classList.add("zoomed");
    document.querySelector("figure").prepend(Object.assign(document.createElement("button"), { textContent: "Whole" }));
  });
  await change(page, drawing("Two", 20, "drawing new"));
  assert.deepEqual(
    await page.evaluate(() => {
      const svg = document.querySelector("figure svg");
      return [svg.getAttribute("viewBox"), svg.querySelector("g").getAttribute("transform"), svg.textContent, document.querySelector("figure").className, document.querySelector("figure").firstChild.textContent];
    }),
    ["2 2 4 4", "scale(2)", "Two", "drawing zoomed new", "Whole"],
  );
});

test("a filtered and sorted list stays filtered and sorted", async () => {
  const rows = [["Engineer", 5], ["Facilitator", 9], ["Finance", 1], ["Secretary", 3]];
  const { page, said } = await open(table(rows));
  const shown = () => page.locator("tbody tr:not([hidden]) th").allInnerTexts();
  const field = page.locator("#rb-filter");
  await brand(page, "#rb-filter, thead button");
  await page.locator("thead button", { hasText: "Number" }).click();
  await page.locator("thead button", { hasText: "Number" }).click();
  assert.deepEqual(await shown(), ["Facilitator", "Engineer", "Secretary", "Finance"]);
  await field.fill("f");
  assert.deepEqual(await shown(), ["Facilitator", "Finance"]);

  await change(page, table([...rows.slice(0, 3), ["Foreman", 4], ["Scribe", 8]]));
  assert.deepEqual(await shown(), ["Facilitator", "Foreman", "Finance"]);
  assert.equal(await page.locator(".filter output").innerText(), "3 / 5");
  assert.equal(await field.inputValue(), "f");
  await change(page, table([["Engineer", 5], ["Facilitator", 2], ["Finance", 7], ["Foreman", 4]]));
  assert.deepEqual(await shown(), ["Finance", "Foreman", "Facilitator"]);
  assert.deepEqual(await brands(page, "#rb-filter, thead button"), [0, 1, 2]);
  await field.fill("");
  assert.deepEqual(await shown(), ["Finance", "Engineer", "Foreman", "Facilitator"]);

  // The text in a head's button, which a script has put there, changes.
  await change(page, table([["Engineer", 5], ["Facilitator", 2]]).replace(">Role<", ">Name<").replace("Show rows with", "Only"));
  assert.deepEqual(await page.locator("thead th").allInnerTexts(), ["Name", "Number"]);
  assert.equal(await page.locator("thead button").count(), 2);
  assert.equal(await page.locator(".filter label").innerText(), "Only");
  await page.locator("thead button", { hasText: "Name" }).click();
  assert.deepEqual(await shown(), ["Engineer", "Facilitator"]);
  assert.deepEqual(said, []);
});

test("a list that was too short for a field gets one, and one that is gone takes it away", async () => {
  const { page } = await open(table([["One", 1]]));
  assert.equal(await page.locator("#rb-filter").count(), 0);
  await change(page, table([["One", 1], ["Two", 2]]));
  await page.locator("#rb-filter").fill("tw");
  assert.deepEqual(await page.locator("tbody tr:not([hidden]) th").allInnerTexts(), ["Two"]);
  await change(page, "<p>Nobody</p>");
  assert.equal(await page.locator("#rb-filter, .listing").count(), 0);
});

test("dates that are past say so after each change", async () => {
  const dates = (...all) => `<p>${all.map((date) => `until <time datetime="${date}" data-past="ended">${date}</time>`).join("; ")}.</p>`;
  const { page } = await open(dates("2000-01-01", "2099-01-01"));
  const text = () => page.locator(".body p").innerText();
  assert.equal(await text(), "until 2000-01-01 ended; until 2099-01-01.");
  await change(page, dates("2098-01-01", "2001-01-01", "2002-01-01"));
  assert.equal(await text(), "until 2098-01-01; until 2001-01-01 ended; until 2002-01-01 ended.");
  await change(page, "<p>none</p>");
  assert.equal(await text(), "none");
});

test("another script loads the page anew, where it was scrolled to", async () => {
  const { page } = await open(paragraphs(60));
  await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
  fake.set("/theme/more.js", "window.more = true;");
  fake.change(PAGE, sheet({ head: '<script defer src="theme/more.js"></script>\n', body: paragraphs(60) }));
  await page.waitForFunction(() => window.more);
  await connected(page);
  assert.equal(await page.evaluate(() => window.stayed), undefined);
  assert.equal(await page.evaluate(() => scrollY), 900);
});

test("data in the head that is not run may change without a reload", async () => {
  const data = (name) => `<script type="application/ld+json">{"name":"${name}"}</script>\n`;
  const { page } = await open({ head: data("one"), body: "<p>One</p>" });
  fake.change(PAGE, sheet({ head: data("two"), body: "<p>Two</p>" }));
  await page.getByText("Two").waitFor();
  assert.equal(await page.evaluate(() => window.stayed), true);
  assert.match(await page.locator('script[type="application/ld+json"]').textContent(), /two/);
});

test("a style sheet is swapped without a reload, a flash, or a change of the page", async () => {
  const link = (name) => `<link rel="stylesheet" href="theme/${name}.css">\n`;
  fake.set("/theme/one.css", "h1 { color: rgb(1, 2, 3); }");
  fake.set("/theme/two.css", "h1 { color: rgb(4, 5, 6); }");
  fake.set("/theme/three.css", "h1 { color: rgb(7, 8, 9); }");
  const { page, said } = await open({ head: link("one"), body: "<p>Text</p>" });
  await page.evaluate(() => {
    window.seen = new Set();
    const look = () => { window.seen.add(getComputedStyle(document.querySelector("h1")).color); requestAnimationFrame(look); };
    look();
  });
  fake.set(PAGE, sheet({ head: link("two"), body: "<p>Text</p>" }));
  fake.push(PAGE, "style", { from: ["theme/one.css"], to: ["theme/two.css"] });
  await page.waitForFunction(() => document.querySelectorAll('link[href$="two.css"]').length === 1 && !document.querySelector('link[href$="one.css"]'));
  assert.equal(await page.evaluate(() => window.updates), 0);

  // As part of a change of the page, and two at once.
  await change(page, { head: link("three"), body: "<p>Another text</p>" });
  await page.waitForFunction(() => !document.querySelector('link[href$="two.css"]'));
  fake.push(PAGE, "style", { from: ["/theme/three.css"], to: ["/theme/one.css"] });
  fake.push(PAGE, "style", { from: ["/theme/one.css"], to: ["/theme/two.css"] });
  await page.waitForFunction(() => !document.querySelector('link[href$="one.css"], link[href$="three.css"]'));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map((one) => one.getAttribute("href"))), ["theme/style.css", "theme/two.css"]);
  assert.ok((await page.evaluate(() => [...window.seen])).every((colour) => /rgb\((1, 2, 3|4, 5, 6|7, 8, 9)\)/.test(colour)));
  assert.equal(await page.evaluate(() => window.stayed), true);
  assert.deepEqual(said, []);
});

test("pictures whose address stays are asked for anew", async () => {
  const square = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="${colour}"/></svg>`;
  fake.set("/a.svg", square("red"));
  const { page, said } = await open('<p><img src="a.svg" alt=""><img src="b.svg" alt=""></p>'.replace("b.svg", "a.svg?x"));
  const before = fake.state.requests.filter((path) => path === "/a.svg").length;
  fake.set("/a.svg", square("blue"));
  fake.push(PAGE, "asset", { paths: ["/a.svg"] });
  await page.waitForFunction(() => document.querySelector("img").src.includes("rolebook="));
  await page.waitForFunction(() => document.querySelector("img").complete);
  assert.ok(fake.state.requests.filter((path) => path === "/a.svg").length > before);
  fake.set("/b.svg", square("green"));
  await change(page, '<p><img src="b.svg" alt=""></p>');
  assert.equal(await page.locator("img").getAttribute("src"), "b.svg");
  assert.deepEqual(said, []);
});

test("an older answer is never laid over a newer one, and many updates end in the last", async () => {
  const { page, said } = await open("<p>Version 0</p>");
  fake.delay(300, 10, 200, 0);
  for (let n = 1; n <= 30; n += 1) {
    fake.change(PAGE, sheet({ body: `<p>Version ${n}</p>` }));
    if (n % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await page.getByText("Version 30", { exact: true }).waitFor();
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.equal(await page.locator(".body p").innerText(), "Version 30");
  assert.deepEqual(said, []);
});

test("what changes between load and connect is not missed", async () => {
  fake.set(PAGE, sheet({ body: "<p>Before</p>" }));
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  const asked = fake.state.requests.filter((path) => path === PAGE).length;
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route("**/__rolebook/events?*", async (route) => { await gate; await route.continue(); });
  await page.goto(fake.address + PAGE.slice(1));
  // The page and its markup have been asked for.
  while (fake.state.requests.filter((path) => path === PAGE).length < asked + 2) await new Promise((resolve) => setTimeout(resolve, 20));
  fake.set(PAGE, sheet({ body: "<p>After</p>" }));
  go();
  await page.getByText("After").waitFor();
});

test("what changes while the script loads is not missed either", async () => {
  fake.set(PAGE, sheet({ body: "<p>Before</p>" }));
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route("**/__rolebook/preview.js", async (route) => { await gate; await route.continue(); });
  await page.goto(fake.address + PAGE.slice(1), { waitUntil: "commit" });
  await page.getByText("Before").waitFor();
  fake.set(PAGE, sheet({ body: "<p>After</p>" }));
  go();
  await page.getByText("After").waitFor();
  await connected(page);
});

test("without the server a badge says so after a while, and goes by itself; nothing is missed", async () => {
  const { page } = await open("<p>Before</p>");
  const offline = page.locator("rolebook-preview .offline");
  await fake.stop();
  await page.waitForTimeout(1000);
  assert.equal(await offline.isVisible(), false);
  await offline.getByText("not running").waitFor({ timeout: 4000 });
  fake.state.revision = 1;
  fake.set(PAGE, sheet({ body: "<p>After a new start, with fewer revisions</p>" }));
  fake.state.revision = 2;
  await fake.start();
  await page.getByText("After a new start").waitFor({ timeout: 8000 });
  await offline.waitFor({ state: "hidden" });
  fake.state.revision = 1000;
  assert.equal(await page.evaluate(() => window.stayed), true);
});

test("a short interruption is not worth a word", async () => {
  const { page } = await open("<p>Text</p>");
  await page.evaluate(() => {
    window.said = 0;
    new MutationObserver(() => { window.said += 1; }).observe(document.querySelector("rolebook-preview").shadowRoot.querySelector(".offline"), { childList: true });
  });
  for (const stream of fake.streams) stream.response.destroy();
  await page.waitForTimeout(600);
  assert.equal([...fake.streams].filter((stream) => stream.page === PAGE).length, 1);
  await page.waitForTimeout(2000);
  assert.equal(await page.evaluate(() => window.said), 0);
});

/** Plays a tab that is hidden: headless browsers hide none. */
const hide = (page, is) => page.evaluate((hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}, is);

test("a hidden tab has no stream, and catches up when it is seen again", async () => {
  const { page } = await open("<p>Before</p>");
  const streams = () => [...fake.streams].filter((stream) => stream.page === PAGE).length;
  assert.equal(streams(), 1);
  await hide(page, true);
  await page.waitForTimeout(200);
  assert.equal(streams(), 0);
  fake.change(PAGE, sheet({ body: "<p>After</p>" }));
  await hide(page, false);
  await page.getByText("After").waitFor();
  assert.equal(streams(), 1);
  assert.equal(await page.evaluate(() => window.stayed), true);
});

test("a tab seen again to which nothing has happened is not touched", async () => {
  const { page } = await open(paragraphs(60));
  await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
  await page.evaluate(() => {
    window.seen = 0;
    new MutationObserver((records) => { window.seen += records.length; })
      .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await hide(page, true);
  const asked = fake.state.requests.length;
  await hide(page, false);
  await page.waitForTimeout(400);
  assert.ok(fake.state.requests.slice(asked).includes(PAGE), "the server may be another");
  assert.deepEqual(await page.evaluate(() => [window.seen, window.updates, scrollY]), [0, 0, 500]);
});

test("a tab that was hidden while the server was started anew is up to date, whatever that counts", async () => {
  const { page } = await open("<p>Before</p>");
  await hide(page, true);
  const { revision } = fake.state;
  fake.set(PAGE, sheet({ body: "<p>After</p>" }));
  fake.forget(revision);
  await hide(page, false);
  await page.getByText("After").waitFor();
  assert.equal(await page.evaluate(() => window.stayed), true);
});

test("a page left has no stream, and one come back to is up to date", async () => {
  const { page } = await open("<p>Before</p>");
  fake.set("/other.html", sheet({ body: "<p>Other</p>" }));
  await page.goto(`${fake.address}other.html`);
  await connected(page);
  assert.deepEqual([...fake.streams].map((stream) => stream.page), ["/other.html"]);
  fake.set(PAGE, sheet({ body: "<p>After</p>" }));
  await page.goBack();
  await page.getByText("After").waitFor();
});

test("a page that is gone says so and where it went, and comes back by itself", async () => {
  const { page } = await open("<p>Text</p>");
  fake.push(PAGE, "gone", { to: "/new.html", title: "The new name" });
  const card = page.locator("rolebook-preview .gone");
  await card.getByRole("link", { name: "Go to The new name" }).waitFor();
  assert.equal(await card.getByRole("link", { name: "Go to The new name" }).getAttribute("href"), `${fake.address}new.html`);
  assert.equal(await card.getByRole("link", { name: "home page" }).count(), 1);
  assert.ok(await page.getByText("Text", { exact: true }).isVisible());
  fake.set(PAGE, sheet({ body: "<p>Text again</p>" }));
  fake.push(PAGE, "update");
  await page.getByText("Text again").waitFor();
  await card.getByRole("link").first().waitFor({ state: "detached" });
  // Told again, after a while without a stream, where it went is not forgotten.
  fake.push(PAGE, "gone", { to: "/new.html", title: "The new name" });
  await card.getByRole("link", { name: "Go to The new name" }).waitFor();
  fake.push(PAGE, "gone", { to: null, title: null });
  await page.waitForTimeout(100);
  assert.equal(await card.getByRole("link").count(), 2);
  fake.state.revision += 1;
  fake.push(PAGE, "update");
  await card.getByRole("heading").waitFor({ state: "detached" });
  // With the same text as before.
  fake.push(PAGE, "gone", { to: null, title: null });
  await card.getByRole("heading").waitFor();
  assert.equal(await card.getByRole("link").count(), 1);
  fake.state.revision += 1;
  fake.push(PAGE, "update");
  await card.getByRole("heading").waitFor({ state: "detached" });
  // An address that leads away is none of this site.
  fake.push(PAGE, "gone", { to: "https://elsewhere.example/", title: "x" });
  await card.getByRole("heading").waitFor();
  assert.equal(await card.getByRole("link").count(), 1);
});

test("a page that was not there and comes to be is shown", async () => {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${fake.address}later.html`);
  await connected(page);
  fake.push("/later.html", "gone", { to: null, title: null });
  await page.waitForTimeout(200);
  assert.equal(await page.locator("rolebook-preview .gone h2").count(), 0);
  fake.change("/later.html", sheet({ title: "Later", body: "<p>Here it is</p>" }));
  await page.getByText("Here it is").waitFor();
  assert.equal(await page.title(), "Later");
});

const FINDING = {
  level: "deny", name: "unknown-party", path: "content/roles/engineer.md", line: 12, column: 7,
  text: "error[unknown-party]: no role, team or external party is called `<b>nobody</b>`\n  --> content/roles/engineer.md:12:7\n   |\n12 | ### [[<b>nobody</b>]]\n   |       ^^^^^^ nothing answers to this name\n   |\n   = help: check the spelling, or add a file for it below `content/roles`, `content/teams` or `content/external`\n",
  edit: "vscode://file/handbook/content/roles/engineer.md:12:7", page: "/page.html", here: true,
};
/** Of the theme or the machine: nowhere in a source. */
const FAULT = { level: "deny", name: "error", path: null, line: null, column: null, text: "error: the theme has no template `base.html`\nhelp: add it", edit: null, page: null, here: true };
const OTHER = {
  level: "warn", name: "vacant-role", path: "content/roles/partner-manager.md", line: 4, column: 1,
  text: "warning[vacant-role]: Partner Manager is vacant\n --> content/roles/partner-manager.md:4:1\n  |\n4 | keepers = []\n  | ^^^^^^^^^^^^ nobody keeps it\n",
  edit: "javascript:alert(1)", page: "/roles/partner-manager.html", here: false,
};

function setFindings(broken, findings = [FAULT, FINDING, OTHER], hidden = 3) {
  const errors = findings.filter((one) => one.level === "deny").length;
  const warnings = findings.filter((one) => one.level === "warn").length;
  fake.state.revision += 1;
  fake.state.counts = { revision: fake.state.revision, errors, warnings, broken };
  fake.answers.set("findings", { ...fake.state.counts, notes: 0, hidden, findings });
  fake.push(PAGE, "findings", fake.state.counts);
}

test("a broken edit opens the panel over the page, and mending closes it", async () => {
  const { page, said } = await open('<p>The last good state</p><p><label>Find <input id="find"></label></p>');
  const panel = page.locator("rolebook-preview .panel");
  await page.locator("#find").fill("typing");
  setFindings(true);
  await panel.getByRole("heading", { name: "This page can't be shown as written" }).waitFor();
  await panel.getByText("nothing answers to this name").waitFor();
  assert.equal(await panel.locator("pre b").count(), 0, "text is text");
  assert.ok(await page.getByText("The last good state").isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), "find");
  assert.equal(await panel.getByRole("link", { name: "Open in editor" }).count(), 1, "no link that would run something");
  assert.equal(await panel.getByRole("link", { name: "Open in editor" }).getAttribute("href"), FINDING.edit);
  assert.deepEqual(await panel.locator(".level").allInnerTexts(), ["Error", "Error", "Warning"]);
  assert.equal(await panel.locator(".place").first().innerText(), "The handbook");
  setFindings(false, [OTHER]);
  await panel.waitFor({ state: "hidden" });

  // Folded away, it stays so until it breaks again.
  setFindings(true);
  await panel.waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  setFindings(true, [FINDING]);
  await page.waitForTimeout(200);
  assert.equal(await panel.isVisible(), false);
  setFindings(false, []);
  setFindings(true);
  await panel.waitFor();
  assert.deepEqual(said, []);
});

test("the badge counts in words and opens the panel, by a key too", async () => {
  const { page } = await open('<p><label>Find <input id="find"></label> <a id="link" href="page.html">link</a></p>');
  const panel = page.locator("rolebook-preview .panel");
  const badge = page.locator("rolebook-preview .badge");
  setFindings(false, []);
  await badge.getByText("No findings").waitFor();
  setFindings(false, [FINDING, OTHER, OTHER]);
  await badge.getByText("1 error, 2 warnings").waitFor();
  assert.equal(await panel.isVisible(), false);

  await page.locator("#find").press("!");
  assert.equal(await page.locator("#find").inputValue(), "!");
  assert.equal(await panel.isVisible(), false);
  await page.locator("#link").focus();
  await page.keyboard.press("!");
  await panel.getByText("nobody keeps it").first().waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("rolebook-preview").shadowRoot.activeElement.id), "heading");
  assert.equal(await badge.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "link", "focus is back where it was");
  await badge.click();
  await panel.waitFor();
  // What is mended leaves a panel open that the reader has asked for.
  setFindings(false, []);
  await panel.getByText("Nothing is to be mended").waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
});

test("the edit link leads to the editor, after a change too", async () => {
  const body = (text) => `<p>${text}</p><p class="edit"><a href="https://forge.example/edit/page.md">Edit this page</a></p>
<ul><li><a href="https://forge.example/edit/page.md">Edit line 3</a></li><li><a href="https://forge.example/edit/other.md">Other</a></li></ul>`;
  const { page } = await open(body("One"));
  const links = () => page.evaluate(() => [...document.querySelectorAll(".edit a, li a")].map((link) => link.getAttribute("href")));
  const EDITOR = "vscode://file/handbook/content/page.md:1";
  await page.waitForFunction(() => document.querySelector(".edit a").href.startsWith("vscode:"));
  assert.deepEqual(await links(), [EDITOR, EDITOR, "https://forge.example/edit/other.md"]);
  await change(page, body("Two").replace("<ul>", '<ul><li><a href="https://forge.example/edit/page.md">Edit line 2</a></li>'));
  await page.waitForFunction(() => document.querySelector("li a").href.startsWith("vscode:"));
  assert.deepEqual(await links(), [EDITOR, EDITOR, EDITOR, "https://forge.example/edit/other.md"]);
});

test("what has changed is lit for a moment, not where less motion is asked for; a way leads to what is out of sight", async () => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    const { page } = await open(paragraphs(60), { reducedMotion });
    const text = (n) => `Paragraph ${n} says a few words, so that there is something to read and to scroll.`;
    const lit = () => page.evaluate(() => document.getAnimations().map((one) => one.effect.target.id));
    const jump = page.locator("rolebook-preview .jump");
    await change(page, paragraphs(60, (n) => (n === 2 ? "Another." : text(n))));
    assert.deepEqual(await lit(), reducedMotion === "reduce" ? [] : ["p2"]);
    assert.equal(await jump.isVisible(), false);
    await change(page, paragraphs(60, (n) => ([2, 55].includes(n) ? "Another." : text(n))));
    await jump.getByText("Changed further down").waitFor();
    await jump.click();
    await page.waitForFunction(() => document.querySelector("#p55").getBoundingClientRect().top < innerHeight);
    await jump.waitFor({ state: "hidden" });
    await page.context().close();
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`badge and panels are accessible, ${colorScheme}`, async () => {
    for (const options of [{}, { viewport: { width: 360, height: 640 } }, { forcedColors: "active" }]) {
      const { page } = await open("<p>Text</p>", { colorScheme, ...options });
      setFindings(true);
      fake.push(PAGE, "gone", { to: "/new.html", title: "A new name" });
      await page.locator("rolebook-preview .panel pre").first().waitFor();
      await page.locator("rolebook-preview .gone h2").waitFor();
      await page.evaluate(axe);
      const result = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const box = await page.locator("rolebook-preview .panel").boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= page.viewportSize().width, JSON.stringify(box));
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("rolebook-preview .panel").isVisible(), false);
      await page.context().close();
    }
  });
}

test("the page stays useful when answers are no good", async () => {
  fake.answers.delete("findings");
  const { page } = await open("<p>Text</p>");
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  for (const stream of fake.streams) stream.response.write("event: update\ndata: {oops\n\nevent: findings\ndata: \n\nevent: unknown\ndata: {}\n\n");
  await page.keyboard.press("!");
  await page.locator("rolebook-preview .panel").getByText("can't be had").waitFor();
  await change(page, "<p>Another text</p>");
  assert.deepEqual(errors, []);
  fake.answers.set("findings", { findings: [], hidden: 0 });
});
