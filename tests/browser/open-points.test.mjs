// Open points in a browser: what is overdue, what stands above the lists, and lists that are too long to be whole.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { complaints, launch } from "./browser.mjs";
import { buildManyOpenPoints, buildSample, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LISTS = ["findings.html", "findings/by-kind.html", "findings/by-person.html"];
const PHONE = { viewport: { width: 320, height: 640 } };

let sample, many, server, crowded, browser;

before(async () => {
  sample = buildSample();
  many = buildManyOpenPoints(30, 40);
  server = await serve(sample.folder);
  crowded = await serve(many.folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await crowded?.close();
  sample?.remove();
  many?.remove();
});

async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(address);
  return { page, said, close: () => context.close() };
}

test("a date is past on the day after it, not on the day", async () => {
  const { page, close } = await open(`${server.address}findings.html`);
  const first = page.locator(".dates time[data-past]").first();
  const due = await first.getAttribute("datetime");
  const [year, month, day] = due.split("-").map(Number);
  const marks = page.locator(".dates .past");
  for (const [later, minute, is] of [[0, 1, 0], [0, 1439, 0], [1, 1, 1]]) {
    await page.clock.setFixedTime(new Date(year, month - 1, day + later, 0, minute));
    await page.reload();
    assert.equal(await marks.count() > 0, is > 0, `${due}, ${later} days later`);
  }
  await close();
});

test("dates have no marks without scripts, and nothing else is missing", async () => {
  const { page, close } = await open(`${server.address}findings.html`, { javaScriptEnabled: false });
  assert.equal(await page.locator(".past").count(), 0);
  assert.ok(await page.locator(".dates time").count() > 10);
  assert.ok(await page.locator(".point").count() > 0);
  await close();
});

test("what stands above a list leads to it, by keyboard too", async () => {
  for (const list of LISTS) {
    const { page, said, close } = await open(server.address + list, { viewport: { width: 360, height: 640 } });
    const links = page.locator(".points-overview a");
    const number = await links.count();
    assert.ok(number > 1, list);
    for (let at = 0; at < number; at += 1) {
      await page.goto(server.address + list);
      const title = await links.nth(at).innerText();
      await links.nth(at).press("Enter");
      const heading = page.locator("h2:target");
      await heading.waitFor();
      assert.ok((await heading.innerText()).startsWith(title), `${list}: ${title}`);
    }
    assert.deepEqual(said, []);
    await close();
  }
});

test("every list leads to what comes due", async () => {
  for (const list of LISTS) {
    const { page, close } = await open(server.address + list, PHONE);
    await page.locator(".points-lists a", { hasText: "Reviews and terms" }).click();
    await page.locator("h2#rb-dates:target").waitFor();
    await close();
  }
});

test("lists of very many points count them, fit a phone, and lead to the page's own", async () => {
  const { page, close } = await open(`${crowded.address}findings.html`, PHONE);
  for (const list of LISTS) {
    await page.goto(crowded.address + list);
    assert.equal(await page.locator(".point").count(), 0, list);
    assert.ok(await page.locator(".points-folded li").count() >= 30, list);
    for (const size of ["100%", "200%"]) {
      const width = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        return document.documentElement.scrollWidth;
      }, size);
      assert.ok(width <= 320, `${list}: ${width} at ${size}`);
    }
    await page.evaluate(axe);
    const result = await page.evaluate(() =>
      globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(result.violations.map((violation) => `${list}: ${violation.id}`), []);
    await page.locator(".points-folded a").first().click();
    await page.locator("#rb-open-points .point").first().waitFor({ state: "visible" });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), "on a phone");
  }
  await close();
});
