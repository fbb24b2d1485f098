// What the theme's scripts add to reading: the choice between light and dark, and terms explained where they stand.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { complaints, launch } from "./browser.mjs";
import { buildDressed, buildSample, serve } from "./site.mjs";

const ROLE = "roles/engineer.html";
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

async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(server.address + path);
  return { page, said, context, close: () => context.close() };
}

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

for (const system of ["light", "dark"]) {
  test(`whoever's system is ${system} can choose the other colours, on every page from then on, and go back`, async () => {
    const { page, said, close } = await open(ROLE, { colorScheme: system });
    const usual = await paper(page);
    const button = page.getByRole("button", { name: "Dark colours" });
    assert.equal(await button.getAttribute("aria-pressed"), String(system === "dark"));

    await button.focus();
    await page.keyboard.press("Enter");
    const chosen = await paper(page);
    assert.notEqual(chosen, usual);
    assert.equal(await button.getAttribute("aria-pressed"), String(system !== "dark"));

    // Before the next page shows anything: what the first script leaves, with the style sheet held back.
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/theme/style*.css", async (route) => {
      await held;
      await route.continue();
    });
    const going = page.goto(`${server.address}index.html`);
    await page.waitForFunction(() => document.documentElement.dataset.appearance !== undefined);
    release();
    await going;
    assert.equal(await paper(page), chosen);

    await page.getByRole("button", { name: "Dark colours" }).click();
    assert.equal(await paper(page), usual);
    assert.equal(await page.evaluate(() => localStorage.length), 0, "back to the system: nothing to remember");
    assert.deepEqual(said, []);
    await close();
  });
}

test("other tabs follow the choice", async () => {
  const { page, context, close } = await open(ROLE, { colorScheme: "light" });
  const other = await context.newPage();
  await other.goto(`${server.address}index.html`);
  await page.getByRole("button", { name: "Dark colours" }).click();
  await other.waitForFunction(() => document.documentElement.dataset.appearance === "dark");
  assert.equal(await paper(other), await paper(page));
  await close();
});

test("without scripts there is no switch, and the system's colours hold", async () => {
  const { page, close } = await open(ROLE, { colorScheme: "dark", javaScriptEnabled: false });
  assert.equal(await page.locator("#rb-appearance").isVisible(), false);
  const background = await page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
  assert.notEqual(background, "rgb(255, 255, 255)");
  await close();
});

test("paper is light, whatever was chosen", async () => {
  const { page, close } = await open(ROLE, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await paper(page), "rgb(255, 255, 255)");
  const ink = await page.locator("h1").evaluate((title) => getComputedStyle(title).color);
  assert.equal(ink, "rgb(0, 0, 0)");
  await close();
});

test("a term is explained where it stands, to the pointer and to the keyboard, and on the page's end", async () => {
  const { page, said, close } = await open(ROLE);
  const term = page.locator("main a.term").first();
  const listed = page.locator(".terms-here dd").first();
  const meaning = await listed.textContent();
  const hint = page.getByRole("tooltip");

  await term.hover();
  assert.equal(await hint.textContent(), meaning);
  assert.equal(await term.getAttribute("title"), null, "it is not said twice");
  await hint.hover();
  assert.ok(await hint.isVisible(), "it can be read with the pointer on it");
  await page.mouse.move(5, 5);
  await hint.waitFor({ state: "detached" });

  await term.focus();
  assert.equal(await hint.textContent(), meaning);
  assert.equal(await term.getAttribute("aria-describedby"), await hint.getAttribute("id"));
  await page.keyboard.press("Escape");
  await hint.waitFor({ state: "detached" });
  assert.equal(await term.getAttribute("aria-describedby"), null);
  assert.deepEqual(said, []);
  await close();
});

/** On how many pages of A4 it is printed. */
async function printed(page, path) {
  await page.goto(server.address + path);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
}

test("a role is printed on one or two sheets, the whole handbook with a chapter a page", async () => {
  const { page, close } = await open(ROLE);
  for (const path of ["roles/facilitator.html", "roles/scrum-master.html", "roles/support-engineer.html", "roles/basecamp/accountant.html"]) {
    const pages = await printed(page, path);
    assert.ok(pages <= 4, `${path}: ${pages} pages`);
  }
  assert.ok((await printed(page, "roles/facilitator.html")) <= 2);
  await page.goto(`${server.address}print.html`);
  const chapters = await page.locator(".chapter").count();
  assert.ok((await printed(page, "print.html")) > chapters, "each chapter begins a page, behind the list of them");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".print-contents").isVisible());
  assert.equal(await page.locator(".navigation").isVisible(), false);
  await close();
});

test("a second theme, made with documented means, has nothing that axe objects to", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const dressed = buildDressed("ledger");
  const own = await serve(dressed.folder);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const said = complaints(page);
      for (const path of ["index.html", ROLE, "teams/furka.html", "roles/index.html", "graphs/dependencies.html"]) {
        await page.goto(own.address + path);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => [path, id, nodes[0].html]), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${path} at ${width}`);
      }
      await page.goto(own.address + ROLE);
      assert.equal(await page.locator(".facts tr").first().getAttribute("data-line"), "1");
      assert.deepEqual(said, []);
      await context.close();
    }
  }
  await own.close();
  dressed.remove();
});
