// A handbook in several languages: the switch between them, and the search in each.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { complaints, launch } from "./browser.mjs";
import { buildTranslated, pages, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ROLE = "roles/conductor.html";
let site, server, browser;

before(async () => {
  site = buildTranslated();
  server = await serve(site.folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(address);
  return { page, said, close: () => context.close() };
}

const language = (page) => page.locator("html").getAttribute("lang");

test("every page in every language opens under a sub-path and from a disk, and nothing is refused", async () => {
  for (const at of [(path) => server.address + path, (path) => pathToFileURL(join(site.folder, path)).href]) {
    const { page, said, close } = await open(at("index.html"));
    // The page for addresses that lead nowhere has the address of the handbook in the world before its links.
    for (const path of pages(site.folder).filter((path) => path !== "404.html")) {
      await page.goto(at(path));
      assert.deepEqual(said, [], path);
    }
    await close();
  }
});

test("the language is switched by keyboard alone, and the reader stays on the page", async () => {
  const { page, said, close } = await open(server.address + ROLE);
  await page.getByLabel("Language: English").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Deutsch");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${server.address}de/${ROLE}`);
  assert.equal(await language(page), "de");
  assert.equal(await page.locator("h1").innerText(), "Dirigentin");

  // And on from there in the same language.
  await page.getByRole("link", { name: "Notenwart", exact: true }).first().click();
  await page.waitForURL(`${server.address}de/roles/librarian.html`);
  assert.equal(await language(page), "de");
  await page.getByLabel("Sprache: Deutsch").click();
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(`${server.address}roles/librarian.html`);
  assert.equal(await language(page), "en");
  assert.deepEqual(said, []);
  await close();
});

test("the switch needs no scripts, and works from a disk", async () => {
  const { page, close } = await open(pathToFileURL(join(site.folder, ROLE)).href, { javaScriptEnabled: false });
  await page.getByLabel("Language: English").click();
  await page.getByRole("link", { name: "Français" }).click();
  assert.equal(await language(page), "fr");
  assert.equal(await page.locator("h1").innerText(), "Cheffe de chœur");
  await close();
});

test("what is searched for is found in the language of the page", async () => {
  const { page, said, close } = await open(`${server.address}de/${ROLE}`);
  await page.keyboard.press("/");
  await page.locator("#rb-search").fill("wer verwahrt die Noten");
  const first = page.getByRole("option").first();
  await first.locator(".search-passage").waitFor();
  assert.match(await first.innerText(), /Notenwart/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/de\/roles\/librarian\.html/);
  assert.deepEqual(said, []);
  await close();
});

test("axe finds nothing on translated pages, on those that are not, and in the opened switch", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const { page, close } = await open(server.address, { colorScheme, viewport: { width, height: 800 } });
      for (const path of [`de/${ROLE}`, `fr/${ROLE}`, "fr/teams/choir.html", "de/index.html", "fr/glossary.html", "de/findings.html"]) {
        await page.goto(server.address + path);
        await page.evaluate(axe);
        const faults = (part) => page.evaluate(async (part) => {
          const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await globalThis.axe.run(part, { runOnly: rules });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        }, part);
        assert.deepEqual(await faults("html"), [], `${path}, ${colorScheme}, ${width}`);
        await page.locator(".languages summary").click();
        assert.deepEqual(await faults(".languages"), [], `${path}, opened, ${colorScheme}, ${width}`);
      }
      await close();
    }
  }
});

test("the opened switch fits a phone with large letters", async () => {
  const { page, close } = await open(server.address + ROLE, { viewport: { width: 320, height: 640 } });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await page.locator(".languages summary").click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0);
  const box = await page.locator(".languages ul").boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
  await close();
});
