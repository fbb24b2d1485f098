// The matrix: by keyboard, by pointer, on a phone, without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { complaints, launch } from "./browser.mjs";
import { buildSample, serve } from "./site.mjs";

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

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(`${server.address}graphs/matrix.html`);
  return { page, said, close: () => context.close() };
}

/** Row and column of the cell that has the focus, as their heads name them. */
const place = (page) =>
  page.evaluate(() => {
    const cell = document.activeElement.closest("td, th");
    const table = cell.closest("table");
    return [cell.parentElement.cells[0].textContent.trim(), table.rows[0].cells[cell.cellIndex].textContent.trim()];
  });

test("Tab enters the matrix once, arrow keys go from cell to cell, Enter opens both claims", async () => {
  const { page, said, close } = await open();
  await page.locator(".matrix").focus();
  await page.keyboard.press("Tab");
  const first = await place(page);
  await page.keyboard.press("ArrowRight");
  const second = await place(page);
  assert.equal(second[0], first[0], "the same row");
  assert.notEqual(second[1], first[1]);
  await page.keyboard.press("ArrowDown");
  const third = await place(page);
  assert.equal(third[1], second[1], "the same column");
  assert.notEqual(third[0], second[0]);
  const near = await page.locator(".matrix .is-near").count();
  assert.ok(near > 40, `${near} cells of the row and the column stand out`);
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog.matrix-claims");
  assert.ok(await dialog.isVisible());
  const told = await dialog.textContent();
  assert.ok(told.includes(third[0]) && told.includes(third[1]), `${third} in ${told}`);
  assert.match(told, /says it (needs|delivers):/);
  await page.keyboard.press("Escape");
  assert.ok(!(await dialog.isVisible()));
  assert.deepEqual(await place(page), third, "the focus is back in the cell");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".matrix table")), null, "Tab leaves the matrix");
  await page.keyboard.press("Shift+Tab");
  assert.deepEqual(await place(page), third, "and comes back to where it was");
  assert.deepEqual(said, []);
  await close();
});

test("heads stay where the matrix is scrolled", async () => {
  const { page, close } = await open({ viewport: { width: 700, height: 600 } });
  const region = page.locator(".matrix");
  const place = await region.boundingBox();
  await region.evaluate((element) => element.scrollTo(600, 500));
  const corner = await page.locator(".matrix tbody th").nth(20).boundingBox();
  assert.ok(Math.abs(corner.x - place.x) < 3, "row heads stay at the side");
  const head = await page.locator(".matrix thead th").nth(5).boundingBox();
  assert.ok(Math.abs(head.y - place.y) < 3, "column heads stay at the top");
  await close();
});

test("without scripts a cell leads to both claims, which open by themselves", async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  const cell = page.locator(".matrix td a").first();
  const target = (await cell.getAttribute("href")).slice(1);
  await cell.click();
  assert.ok(await page.locator(`[id="${decodeURIComponent(target)}"]`).isVisible());
  await close();
});

test("on a phone the page stays as wide as the screen", async () => {
  const { page, close } = await open({ viewport: { width: 360, height: 740 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `the page is ${wide} wide`);
  await close();
});
