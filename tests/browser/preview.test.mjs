// `rolebook serve` in a browser: real edits on disk, and what readers of open pages see of them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { complaints, launch } from "./browser.mjs";
import { makeHandbook, role, startServer } from "./preview/handbook.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let used = [];

before(async () => { browser = await launch(); });
afterEach(async () => {
  for (const { context, server, book } of used) {
    await context?.close();
    await server?.stop();
    book.remove("");
  }
  used = [];
});
after(() => browser?.close());

/** A handbook of its own for each test, served; `open` opens a page of it in a tab when its stream is open. */
async function start(options = {}) {
  const own = { book: makeHandbook() };
  used.push(own);
  own.server = await startServer(own.book.folder);
  own.context = await browser.newContext({ viewport: { width: 1000, height: 500 }, ...options });
  const open = async (path) => {
    const page = await own.context.newPage();
    const said = complaints(page);
    await page.goto(own.server.address + path);
    await followed(page);
    return { page, said };
  };
  return { ...own, open };
}

/** The stream is open; and leaves a mark that a reload would wipe away. */
async function followed(page) {
  await page.locator("rolebook-preview .badge").waitFor();
  await page.evaluate(() => {
    window.stayed = true;
    window.updates = 0;
    document.addEventListener("rolebook:update", () => { window.updates += 1; });
  });
}

const stayed = (page) => page.evaluate(() => window.stayed === true);

/** Counts what happens to the page from now on. */
const watch = (page) => page.evaluate(() => {
  window.seen = 0;
  new MutationObserver((records) => { window.seen += records.length; })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
});

/** Plays a tab that is hidden: headless browsers hide none. */
const hide = (page, is) => page.evaluate((hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}, is);

/** Browsers scroll by whole pixels, and lines end between them. */
const assertSamePixel = (is, was) => assert.ok(Math.abs(is - was) <= 0.5, `${is} after ${was}`);

const ENGINEER = "content/roles/engineer.md";
const LIBRARIAN = "content/roles/librarian.md";

test("a text edit keeps the place to the pixel, and focus and caret in the field of a list", async () => {
  const { book, open } = await start();
  const { page, said } = await open("roles/index.html");
  const field = page.locator("#rb-filter");
  await field.fill("e");
  await page.evaluate(() => document.querySelector("#rb-filter").setSelectionRange(0, 1, "backward"));
  await page.evaluate(() => scrollTo({ top: document.querySelector('tbody a[href*="nurse"]').getBoundingClientRect().top - 50, behavior: "instant" }));
  const place = () => page.evaluate(() => document.querySelector('tbody a[href*="nurse"]').getBoundingClientRect().top);
  const before = await place();
  assert.ok(before >= 0 && before < 500, `${before} is in view`);
  book.edit(ENGINEER, "Engineer looks after what nobody else does.", `Engineer looks after ${"a great many things, ".repeat(20)}and the rest.`);
  await page.getByText("a great many things").waitFor();
  assertSamePixel(await place(), before);
  assert.deepEqual(
    await page.evaluate(() => {
      const { id, value, selectionStart, selectionEnd, selectionDirection } = document.activeElement;
      return [id, value, selectionStart, selectionEnd, selectionDirection];
    }),
    ["rb-filter", "e", 0, 1, "backward"],
  );
  assert.ok(await stayed(page));
  assert.deepEqual(said, []);
});

test("a long page stays where it is read while text is added above and below", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/librarian.html");
  const paragraph = page.getByText("Paragraph 30 of");
  await paragraph.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY - 120, behavior: "instant" }));
  const place = () => paragraph.evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();
  book.edit(LIBRARIAN, "Paragraph 3 of", `${"Many more words. ".repeat(60)}Paragraph 3 of`);
  await page.getByText("Many more words.").waitFor();
  assertSamePixel(await place(), before);
  book.edit(LIBRARIAN, "Paragraph 50 of", `${"Even more words. ".repeat(60)}Paragraph 50 of`);
  await page.getByText("Even more words.").waitFor();
  assertSamePixel(await place(), before);
  assert.ok(await stayed(page));
});

test("a title edit reaches every tab that shows the title", async () => {
  const { book, open } = await start();
  const { page: own } = await open("roles/engineer.html");
  const { page: list } = await open("roles/index.html");
  const { page: neighbour } = await open("roles/secretary.html");
  book.edit(ENGINEER, 'title = "Engineer"', 'title = "Master Builder"');
  await own.getByRole("heading", { level: 1, name: "Master Builder" }).waitFor();
  assert.match(await own.title(), /^Master Builder/);
  for (const page of [list, neighbour]) await page.locator("main").getByRole("link", { name: "Master Builder" }).first().waitFor();
  for (const page of [own, list, neighbour]) assert.ok(await stayed(page));
});

test("a broken edit lays its findings over the last good page, and mending takes them away", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/engineer.html");
  const panel = page.locator("rolebook-preview .panel");
  const good = book.read(ENGINEER);
  book.write(ENGINEER, good.replace('title = "Engineer"', 'title = "Engineer'));
  await panel.getByText("invalid-front-matter").first().waitFor();
  assert.ok(await panel.getByText('title = "Engineer').first().isVisible(), "with the line of the source");
  await page.getByRole("heading", { level: 1, name: "Engineer" }).waitFor();
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`), []);

  // Loaded anew it is the last good page too.
  await page.reload();
  await panel.getByText("invalid-front-matter").first().waitFor();
  await page.getByRole("heading", { level: 1, name: "Engineer" }).waitFor();
  await followed(page);
  book.write(ENGINEER, good.replace("Do the work of Engineer.", "Do the work that was mended."));
  await panel.waitFor({ state: "hidden" });
  await page.getByText("Do the work that was mended.").waitFor();
  assert.ok(await stayed(page));
});

test("findings are counted, and listed by a key", async () => {
  const { book, open } = await start();
  const { page } = await open("about.html");
  book.edit(ENGINEER, "[[facilitator]]", "[[facilitatr]]");
  await page.locator("rolebook-preview .badge").getByText(/1 error/).waitFor();
  await page.keyboard.press("!");
  await page.locator("rolebook-preview .panel").getByText("did you mean").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("rolebook-preview .panel").waitFor({ state: "hidden" });
});

test("an edit of a style sheet does not touch the page", async () => {
  const { book, open } = await start();
  const { page, said } = await open("roles/engineer.html");
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  assert.equal(await colour(), "rgb(1, 2, 3)");
  book.write("themes/own/css/own.css", "h1 { color: rgb(4, 5, 6); }\n");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
  // A second one, and then an edit of the text.
  book.write("themes/own/css/own.css", "h1 { color: rgb(7, 8, 9); }\n");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(7, 8, 9)");
  await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 1);
  assert.equal(await page.evaluate(() => window.updates), 0);
  book.edit(ENGINEER, "Do the work of Engineer.", "Do other work.");
  await page.getByText("Do other work.").waitFor();
  assert.equal(await colour(), "rgb(7, 8, 9)");
  assert.ok(await stayed(page));
  assert.deepEqual(said, []);
});

test("a renamed file says where its page went, and one put back is there again", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/engineer.html");
  const card = page.locator("rolebook-preview .gone");
  book.rename(ENGINEER, "content/roles/builder.md");
  await card.getByRole("heading", { name: "no more" }).waitFor();
  assert.ok(await page.getByRole("heading", { level: 1, name: "Engineer" }).isVisible(), "the last good page stays");
  assert.equal(await card.getByRole("link").first().getAttribute("href"), `${(await page.evaluate(() => location.origin))}/roles/builder.html`);
  book.rename("content/roles/builder.md", ENGINEER);
  await card.getByRole("heading").waitFor({ state: "detached" });
  assert.ok(await stayed(page));
  book.rename(ENGINEER, "content/roles/builder.md");
  await card.getByRole("link", { name: "Engineer" }).click();
  await page.waitForURL(/\/roles\/builder\.html$/);
  await page.getByRole("heading", { level: 1, name: "Engineer" }).waitFor();
});

test("a removed file says so", async () => {
  const { book, open } = await start();
  const { page } = await open("about.html");
  book.remove("content/about.md");
  const card = page.locator("rolebook-preview .gone");
  await card.getByRole("heading", { name: "no more" }).waitFor();
  await card.getByRole("link", { name: "home page" }).click();
  await page.getByText("Welcome.").waitFor();
});

test("an edit of a template, and one of the handbook's title, reach the page in place", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/librarian.html");
  await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
  book.write("themes/own/templates/parts/footer.html", '<footer class="site-footer"><p>The second footer</p></footer>\n');
  await page.getByText("The second footer").waitFor();
  book.edit("book.toml", "The first title", "The second title");
  await page.locator(".site-title", { hasText: "The second title" }).waitFor();
  assert.match(await page.title(), /The second title$/);
  assert.equal(await page.evaluate(() => scrollY), 900);
  assert.ok(await stayed(page));
});

test("thirty edits in three seconds end in the last state", async () => {
  const { book, open } = await start();
  const { page, said } = await open("roles/engineer.html");
  for (let n = 1; n <= 30; n += 1) {
    book.write(ENGINEER, role("Engineer", { purpose: `Purpose in its version ${n}.` }));
    await new Promise((resolve) => setTimeout(resolve, 95));
  }
  await page.getByText("Purpose in its version 30.").waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.getByText(/Purpose in its version/).first().innerText(), "Purpose in its version 30.");
  assert.ok(await stayed(page));
  assert.deepEqual(said, []);
});

test("open details stay open, closed ones closed", async () => {
  const { book, open } = await start({ viewport: { width: 500, height: 700 } });
  const { page } = await open("roles/librarian.html");
  const details = () => page.evaluate(() => [...document.querySelectorAll("details")].map((one) => one.open));
  await page.locator(".menu > summary").click();
  const before = await details();
  assert.ok(before.includes(true) && before.includes(false), String(before));
  book.edit(LIBRARIAN, "Paragraph 3 of", "Another beginning of");
  await page.getByText("Another beginning of").waitFor();
  assert.deepEqual(await details(), before);
});

test("a page that is not affected is not touched", async () => {
  const { book, open } = await start();
  const { page: about } = await open("about.html");
  const { page: engineer } = await open("roles/engineer.html");
  await watch(about);
  for (const n of [1, 2, 3]) {
    book.edit(ENGINEER, /- Tell the others.*/.exec(book.read(ENGINEER))[0], `- Tell the others ${n} times.`);
    await engineer.getByText(`Tell the others ${n} times.`).waitFor();
  }
  await about.waitForTimeout(300);
  assert.equal(await about.evaluate(() => window.seen), 0);
});

test("a file saved by renaming another one over it is seen", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/engineer.html");
  for (const n of [1, 2, 3]) {
    book.replace(ENGINEER, role("Engineer", { purpose: `Saved ${n} times.` }));
    await page.getByText(`Saved ${n} times.`).first().waitFor();
  }
  assert.ok(await stayed(page));
});

test("a folder that is removed and made again ends in the right page", async () => {
  const { book, open } = await start();
  const { page } = await open("roles/engineer.html");
  const sources = readdirSync(join(book.folder, "content/roles")).map((name) => [`content/roles/${name}`, book.read(`content/roles/${name}`)]);
  book.remove("content/roles");
  await page.locator("rolebook-preview .gone h2").waitFor();
  for (const [path, text] of sources) book.write(path, text.replace("Do the work", "Do again the work"));
  await page.getByText("Do again the work").waitFor();
  await page.locator("rolebook-preview .gone h2").waitFor({ state: "detached" });
  book.edit(ENGINEER, "Do again the work", "Do at last the work");
  await page.getByText("Do at last the work").waitFor();
  assert.ok(await stayed(page));
});

test("a page with forty pictures loads ten times beside an open stream", async () => {
  const { open } = await start();
  await open("about.html");
  const { page, said } = await open("pictures.html");
  for (let n = 0; n < 10; n += 1) {
    const began = Date.now();
    await page.reload({ waitUntil: "load" });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    await page.locator("rolebook-preview .badge").waitFor();
    assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms, the ${n + 1}. time`);
  }
  assert.deepEqual(said, []);
});

test("a picture that is drawn anew is seen anew", async () => {
  const { book, open } = await start();
  const { page } = await open("pictures.html");
  const width = () => page.evaluate(() => document.querySelector("main img").naturalWidth);
  assert.equal(await width(), 40);
  book.edit("content/assets/picture-0.svg", 'width="40"', 'width="50"');
  await page.waitForFunction(() => document.querySelector("main img").naturalWidth === 50);
  assert.ok(await stayed(page));
});

test("the eighth tab loads: hidden ones give their stream up, and catch up when they are seen", async () => {
  const { book, open } = await start();
  const tabs = [];
  for (let n = 0; n < 8; n += 1) {
    if (n > 0) await hide(tabs.at(-1), true);
    tabs.push((await open("roles/engineer.html")).page);
  }
  book.edit(ENGINEER, "Do the work", "Do now the work");
  await tabs[7].getByText("Do now the work").waitFor();
  assert.equal(await tabs[0].getByText("Do now the work").count(), 0);
  await hide(tabs[7], true);
  await hide(tabs[0], false);
  await tabs[0].getByText("Do now the work").waitFor();
  assert.ok(await stayed(tabs[0]));
});

test("what changes between load and connect is not missed", async () => {
  const { book, context, server } = await start();
  const page = await context.newPage();
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route("**/__rolebook/events?*", async (route) => { await gate; await route.continue(); });
  await page.goto(`${server.address}roles/engineer.html`);
  await page.waitForTimeout(300);
  const other = await context.newPage();
  await other.goto(`${server.address}roles/engineer.html`);
  book.edit(ENGINEER, "Do the work", "Do meanwhile the work");
  await other.getByText("Do meanwhile the work").waitFor();
  assert.equal(await page.getByText("Do meanwhile the work").count(), 0);
  go();
  await page.getByText("Do meanwhile the work").waitFor();
});

test("a server that is started anew is found again, with what was written meanwhile", async () => {
  const { book, open, server } = await start();
  const { page } = await open("roles/engineer.html");
  await server.stop();
  await page.locator("rolebook-preview .offline").getByText("not running").waitFor();
  book.edit(ENGINEER, "Do the work", "Do in the dark the work");
  const port = new URL(server.address).port;
  used[0].server = await startServer(book.folder, port);
  await page.getByText("Do in the dark the work").waitFor();
  await page.locator("rolebook-preview .offline").waitFor({ state: "hidden" });
  assert.ok(await stayed(page));
});

test("the server names the source of a page, and nothing of what it does not know", async () => {
  const { server } = await start();
  const ask = async (page) => (await fetch(`${server.address}__rolebook/edit?page=${page}`)).json();
  assert.equal((await ask("/roles/engineer.html")).path, ENGINEER);
  assert.equal((await ask("/nowhere.html"))?.edit ?? null, null);
});

test("what is served is what is built, but for the one script element", async () => {
  const { server } = await start();
  const text = await (await fetch(`${server.address}roles/engineer.html`)).text();
  const found = text.match(/<script type="module" src="\/__rolebook\/preview\.js" data-page="\/roles\/engineer\.html" data-revision="\d+"><\/script>(?=<\/body>)/g);
  assert.equal(found?.length, 1);
  assert.equal(text.split("__rolebook").length, 2);
});
