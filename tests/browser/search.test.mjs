// The search: from any page, by keyboard, also of a handbook that is opened from a disk.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { complaints, launch } from "./browser.mjs";
import { buildFiles, buildSample, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

/** Asks, and gives the results as they are read out. */
async function ask(page, text) {
  if (!(await page.locator("dialog[open]").count())) await page.keyboard.press("/");
  await page.locator("#rb-search").fill(text);
  await page.waitForFunction(() => {
    const options = [...document.querySelectorAll('#rb-search-results [role="option"]')];
    const status = document.querySelector(".search-status").textContent;
    return status && options.every((option) => option.querySelector(".search-passage"));
  });
  // What was typed last is answered: the field waits for a pause between keys.
  await page.waitForTimeout(150);
  await page.waitForFunction(() => [...document.querySelectorAll('[role="option"]')].every((option) => option.querySelector(".search-passage")));
  return page.getByRole("option").allInnerTexts();
}

test("the questions that people have are answered with the passage that says it", async () => {
  const { page, said, close } = await open(`${server.address}roles/engineer.html`);
  const questions = [
    ["who is responsible for backups", /^Albula Team\n.*backups/],
    ["who delivers what to Customer", /^Customer External party\n/, /^Accountant Role\nDelivers to Customer/],
    ["invoices", /^Accountant Role\nResponsible for.*[Ii]nvoice/],
    ["service credit", /^Service credit Term\n/],
    ["incident on call", /Page\n|On-Call Coordinator Role/],
  ];
  for (const [question, ...expected] of questions) {
    const results = await ask(page, question);
    expected.forEach((pattern, at) => assert.match(results[at] ?? "", pattern, question));
  }
  assert.deepEqual(said, []);
  await close();
});

test("a name is found while it is typed, without its accents, and with a slip", async () => {
  const { page, close } = await open(`${server.address}index.html`);
  for (const typed of ["Product Owner", "produ", "prodcut owner", "PRODUCT-OWNER", "product  onwer"]) {
    const [first] = await ask(page, typed);
    assert.match(first ?? "", /^Product Owner Role/, typed);
  }
  await close();
});

test("a key opens it, arrows choose, Enter leads to the passage, Escape leads back to where one was", async () => {
  const { page, said, close } = await open(`${server.address}roles/engineer.html`);
  const first = page.locator("main a").first();
  await first.focus();
  const results = await ask(page, "invoice");
  assert.ok(results.length > 1);
  const field = page.locator("#rb-search");
  const chosen = () => page.locator('[role="option"][aria-selected="true"]');
  assert.equal(await chosen().count(), 1);
  const before = await field.getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await field.getAttribute("aria-activedescendant"), before);
  assert.equal(await chosen().getAttribute("id"), await field.getAttribute("aria-activedescendant"));

  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.ok(await first.evaluate((link) => link === document.activeElement), "focus is where it was");

  await page.keyboard.press("Control+k");
  await ask(page, "invoice");
  const href = await chosen().getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL(href);
  assert.ok(href.includes("#"), href);
  assert.ok(await page.locator(":target").isVisible(), "the passage's place is shown");
  assert.deepEqual(said, []);
  await close();
});

test("typing a slash in a field is typing a slash", async () => {
  const { page, close } = await open(`${server.address}roles/index.html`);
  await page.locator("#rb-filter").press("/");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.locator("#rb-filter").inputValue(), "/");
  await close();
});

test("nothing found is said, and more results are shown when asked for", async () => {
  const { page, close } = await open(`${server.address}index.html`);
  assert.deepEqual(await ask(page, "xyzzyqq"), []);
  assert.match(await page.locator(".search-status").innerText(), /xyzzyqq/);
  const some = await ask(page, "customer");
  assert.equal(some.length, 10);
  await page.getByRole("button", { name: "Show more" }).click();
  assert.ok((await page.getByRole("option").count()) > 10);
  await close();
});

test("it works from a disk, and without scripts leads to the list of everything", async () => {
  const home = pathToFileURL(join(sample.folder, "index.html")).href;
  const { page, close } = await open(home);
  const [first] = await ask(page, "who is responsible for backups");
  assert.match(first, /Albula/);
  await close();

  const plain = await open(`${server.address}roles/engineer.html`, { javaScriptEnabled: false });
  await plain.page.getByRole("link", { name: "Search" }).click();
  assert.match(plain.page.url(), /a-z\.html$/);
  await plain.page.getByRole("link", { name: "Engineer", exact: true }).first().click();
  assert.match(plain.page.url(), /engineer\.html$/);
  await plain.close();
});

const LANGUAGES = {
  de: ["wer ist zuständig für Sicherungen", "Verantwortlich für"],
  fr: ["qui est responsable des sauvegardes", "Responsable de"],
  it: ["chi è responsabile dei salvataggi", "Responsabile di"],
};
const TASKS = { de: "Die Sicherung aller Daten prüfen.", fr: "Vérifier la sauvegarde des données.", it: "Verificare il salvataggio dei dati." };
const TITLES = { de: "Hauptverantwortlichkeiten", fr: "Responsabilités clés", it: "Responsabilità chiave" };

for (const [language, [question, lead]] of Object.entries(LANGUAGES)) {
  test(`in ${language} words are found in their other forms, and results are named in the language`, async () => {
    const built = buildFiles({
      "book.toml": `[book]\ntitle = "T"\nlanguage = "${language}"\n[lints]\nwarnings = "allow"\n`,
      "content/roles/keeper.md": `# Keeper\n\n## ${TITLES[language]}\n\n- ${TASKS[language]}\n`,
      "content/roles/other.md": "# Other\n",
    });
    const own = await serve(built.folder);
    const { page, said, close } = await open(`${own.address}roles/other.html`);
    const [first] = await ask(page, question);
    assert.match(first ?? "", /^Keeper/);
    assert.ok(first.includes(lead), first);
    assert.deepEqual(said, []);
    await close();
    await own.close();
    built.remove();
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`the panel has nothing that axe objects to, ${colorScheme}, ${width} px`, async () => {
      const { page, close } = await open(`${server.address}roles/engineer.html`, { colorScheme, viewport: { width, height: 800 } });
      await ask(page, "customer");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(isWide, false);
      await close();
    });
  }
}
