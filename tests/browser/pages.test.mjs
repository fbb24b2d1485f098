// The built sample in a browser: from a file and under a sub-path, with the policy it is published with.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { complaints, launch } from "./browser.mjs";
import { buildSample, pages, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ROLE = "roles/engineer.html";
/** One page of each kind. */
const KINDS = [
  "index.html", ROLE, "teams/furka.html", "external/customer.html", "roles/index.html", "teams/index.html",
  "external/index.html", "people/index.html", "a-z.html", "tags.html", "print.html", "people/adam-wolski.html", "how-we-work/incidents.html",
  "joining/first-weeks.html", "roles/partner-manager.html", "glossary.html", "findings.html", "findings/by-kind.html", "findings/by-person.html", "404.html",
  "graphs/index.html", "graphs/dependencies.html", "graphs/stakeholders.html", "graphs/teams.html", "graphs/teams/furka.html",
  "graphs/delegation.html", "graphs/matrix.html", "graphs/matrix/furka.html", "graphs/analysis.html", "start/engineer.html", "start/engineer/furka.html",
  "changes.html", "history/engineer.html", "data.html",
];

let sample, server, browser;

before(async () => {
  sample = buildSample();
  server = await serve(sample.folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  sample?.remove();
});

async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(address);
  return { page, said, close: () => context.close() };
}

/** Every page; of the histories of parties, which are alike, one. */
const all = () => pages(sample.folder).filter((path) => !path.startsWith("history/") || path === "history/engineer.html");

const file = (path) => pathToFileURL(join(sample.folder, path)).href;

test("every page opens under a sub-path, and the policy refuses nothing", async () => {
  const { page, said, close } = await open(server.address);
  for (const path of all()) {
    await page.goto(server.address + path);
    assert.deepEqual(said, [], path);
    assert.notEqual(await page.title(), "", path);
  }
  await close();
});

test("every page opens from a file, with its style", async () => {
  const { page, said, close } = await open(file("index.html"));
  for (const path of all()) {
    await page.goto(file(path));
    assert.deepEqual(said, [], path);
    assert.ok(await page.evaluate(() => document.styleSheets.length > 0), path);
  }
  await close();
});

test("every link on every page leads somewhere, as the browser resolves it", async () => {
  const { page, close } = await open(server.address);
  const known = new Set(all().map((path) => server.address + path));
  const anchors = new Map();
  const links = [];
  for (const path of all()) {
    await page.goto(server.address + path);
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
      links: [...document.querySelectorAll("a")].map((link) => (typeof link.href === "string" ? link.href : new URL(link.href.baseVal, document.baseURI).href)),
    }));
    anchors.set(server.address + path, new Set(found.ids));
    links.push(...found.links.map((link) => [path, link]));
  }
  const dead = [];
  for (const [path, link] of links) {
    if (!link.startsWith(server.address)) continue;
    const [target, anchor] = link.split("#");
    const isThere = known.has(target) || existsSync(join(sample.folder, decodeURIComponent(target.slice(server.address.length))));
    if (!isThere) dead.push(`${path}: ${link}`);
    else if (anchor && !anchors.get(target)?.has(decodeURIComponent(anchor))) dead.push(`${path}: ${link}`);
  }
  assert.deepEqual(dead, []);
  await close();
});

const LOOKS = ["light", "dark"].flatMap((colorScheme) => [360, 1280].map((width) => [colorScheme, width]));
for (const [colorScheme, width] of LOOKS) {
  test(`one page of each kind is accessible by the rules of WCAG 2.2 AA, ${colorScheme}, ${width} px`, async () => {
    const { page, close } = await open(server.address, { colorScheme, viewport: { width, height: 900 } });
    for (const path of KINDS) {
      await page.goto(server.address + path);
      await page.evaluate(axe);
      const result = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      const faults = result.violations.map((v) => `${path}: ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`);
      assert.deepEqual(faults, []);
    }
    await close();
  });
}

test("no page is wider than a phone, at 320 px, with letters twice as large too", async () => {
  const { page, close } = await open(server.address, { viewport: { width: 320, height: 640 } });
  const wide = [];
  for (const path of all()) {
    await page.goto(server.address + path);
    for (const size of ["100%", "200%"]) {
      const width = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        return document.documentElement.scrollWidth;
      }, size);
      if (width > 320) wide.push(`${path}: ${width} at ${size}`);
    }
  }
  assert.deepEqual(wide, []);
  await close();
});

test("lists and tables of ours need no sideways scrolling on a phone", async () => {
  const { page, close } = await open(server.address, { viewport: { width: 360, height: 640 } });
  for (const path of ["roles/index.html", "teams/index.html", "external/index.html", "people/index.html", "teams/furka.html", "findings.html"]) {
    await page.goto(server.address + path);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("main :is(.scroll, table)")].some((box) => box.scrollWidth > box.clientWidth + 1));
    assert.equal(wide, false, path);
  }
  await close();
});

test("on paper nothing is dark", async () => {
  const { page, close } = await open(server.address + ROLE, { colorScheme: "dark" });
  const colours = () => page.evaluate(() => ["html", "svg rect", ".other"].map((what) => {
    const style = getComputedStyle(document.querySelector(`${what}`));
    return what === "svg rect" ? style.fill : style.backgroundColor;
  }));
  const light = (colour) => colour.match(/\d+/g).slice(0, 3).every((part) => Number(part) > 200);
  assert.ok(!(await colours()).some(light));
  await page.emulateMedia({ media: "print" });
  assert.deepEqual((await colours()).filter((colour) => !light(colour)), []);
  await close();
});

test("pages can be read without scripts", async () => {
  const { page, close } = await open(server.address + ROLE, { javaScriptEnabled: false });
  await page.getByRole("heading", { level: 1, name: "Engineer" }).waitFor();
  assert.ok(await page.locator("main svg a").count() > 3);
  await close();
});

test("a list is sorted by its columns, from a file too", async () => {
  for (const address of [server.address + "roles/index.html", file("roles/index.html")]) {
    const { page, close } = await open(address);
    const column = (n) => page.locator(`main table tbody tr td:nth-child(${n}), main table tbody tr th:nth-child(${n})`).allInnerTexts();
    const before = await column(1);
    const button = page.locator("main table thead th button").first();
    await button.click();
    if (JSON.stringify(await column(1)) === JSON.stringify(before)) await button.click();
    const sorted = await column(1);
    assert.notDeepEqual(sorted, before);
    assert.deepEqual([...sorted].sort(), [...before].sort(), "nothing is lost");
    assert.ok(await page.locator("main table thead th[aria-sort]").count() >= 1);
    await close();
  }
});

test("dates that are past for the reader say so, in words", async () => {
  const { page, said, close } = await open("about:blank");
  await page.clock.setFixedTime(new Date(2099, 0, 1, 12));
  await page.goto(server.address + "findings.html");
  const marks = page.locator(".dates .past");
  assert.equal(await marks.count(), await page.locator(".dates time[data-past]").count());
  assert.ok((await marks.allInnerTexts()).includes("overdue"));
  await page.clock.setFixedTime(new Date(2000, 0, 1, 12));
  await page.goto(server.address + ROLE);
  assert.equal(await page.locator(".past").count(), 0);
  assert.deepEqual(said, []);
  await close();
});

test("a link to a page's open points opens them, without scripts too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(`${server.address}${ROLE}#rb-open-points`, { javaScriptEnabled });
    await page.locator("#rb-open-points").waitFor({ state: "visible" });
    await close();
  }
});
