// Graphs as people use them: by keyboard, by pointer, on a phone, without scripts.

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

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const page = await context.newPage();
  const said = complaints(page);
  await page.goto(server.address + path);
  return { page, said, close: () => context.close() };
}

const MAP = "graphs/dependencies.html";
const status = (page) => page.locator(".graph-status").textContent();
const focused = (page) => page.evaluate(() => document.activeElement.querySelector?.("title")?.textContent ?? document.activeElement.textContent.trim());

/** Presses Tab until what has the focus satisfies `is`, so often at most. */
async function tabTo(page, is, most = 80) {
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(is)) return;
  }
  assert.fail(`nothing in ${most} steps satisfies ${is}`);
}

test("by keyboard alone from the home page to a role, through the graph", async () => {
  const { page, said, close } = await open("index.html");
  await tabTo(page, () => document.activeElement.textContent.trim() === "Graphs");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/graphs/index.html");
  await tabTo(page, () => document.activeElement.textContent.trim() === "Dependency graph");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${MAP}*`);
  await tabTo(page, () => document.activeElement.matches?.("a[data-node]") ?? false);
  const first = await focused(page);
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await focused(page), first);
  for (let at = 0; at < 60 && !(await focused(page)).startsWith("Engineer"); at += 1) await page.keyboard.press("ArrowDown");
  assert.match(await focused(page), /^Engineer/);
  await page.keyboard.press("ArrowRight");
  const relation = await status(page);
  assert.match(relation, /Engineer/);
  assert.match(relation, / → .+: (both sides say so|expected, not promised|external)/);
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await status(page), relation, "the next relation is told");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await status(page), relation);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(roles|teams|external)\//);
  const title = await page.locator("h1").textContent();
  assert.ok(relation.includes(title), `${title} is at the other end of ${relation}`);
  await page.goBack();
  await tabTo(page, () => document.activeElement.matches?.("a[data-node]") ?? false);
  for (let at = 0; at < 60 && !(await focused(page)).startsWith("Engineer"); at += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/roles/engineer.html");
  assert.deepEqual(said, []);
  await close();
});

test("what is picked out is in the address and survives a reload", async () => {
  const { page, close } = await open(MAP);
  assert.equal((await status(page)).trim(), "");
  await page.selectOption("select[name=team]", { label: "Basecamp" });
  await page.selectOption("select[name=state]", "mutual");
  const told = await status(page);
  assert.match(told, /^Shown: \d+ of \d+ parties, \d+ of \d+ relations$/);
  const [shown, all, lines, allLines] = told.match(/\d+/g).map(Number);
  assert.ok(shown < all && shown > 1 && lines < allLines && lines > 1, told);
  const visible = () => page.locator(".canvas svg:first-of-type [data-to]:not(.is-out)").count();
  assert.equal(await visible(), lines);
  assert.match(page.url(), /#.*team=basecamp/);
  await page.reload();
  assert.equal(await status(page), told);
  assert.equal(await page.locator("select[name=team]").inputValue(), "basecamp");
  assert.equal(await visible(), lines);
  await page.click("button[type=reset]");
  await page.waitForFunction(() => document.querySelectorAll(".canvas .is-out").length === 0);
  assert.doesNotMatch(page.url(), /team=/);
  await page.fill("input[name=text]", "engineer");
  const few = (await status(page)).match(/\d+/g).map(Number);
  assert.ok(few[0] < all, "by name");
  await page.fill("input[name=text]", "");
  await page.fill("input[name=degree]", "12");
  const busy = (await status(page)).match(/\d+/g).map(Number);
  assert.ok(busy[2] < allLines, "by the number of relations");
  await close();
});

test("the drawing grows, moves and fits, and where it is looked at is in the address", async () => {
  const { page, close } = await open(MAP);
  const box = () => page.locator(".canvas svg.rb-graph").first().getAttribute("viewBox");
  const whole = await box();
  await page.click("button[name=in]");
  await page.click("button[name=in]");
  const near = await box();
  assert.ok(Number(near.split(" ")[2]) < Number(whole.split(" ")[2]));
  const place = await page.locator(".canvas").boundingBox();
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width / 2 + 80, place.y + place.height / 2 + 40, { steps: 4 });
  await page.mouse.up();
  const moved = await box();
  assert.notEqual(moved, near);
  assert.match(page.url(), /view=/);
  await page.reload();
  const [x, y, width] = (await box()).split(" ").map(Number);
  const [x0, y0, width0] = moved.split(" ").map(Number);
  assert.ok(Math.abs(x - x0) < 2 && Math.abs(y - y0) < 2 && Math.abs(width - width0) < 2, "the same part after a reload");
  await page.locator(".canvas").focus();
  await page.keyboard.press("0");
  assert.equal(await box(), whole);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(place.x + place.width / 2, 400);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction((from) => scrollY > from, before);
  assert.equal(await box(), whole, "the wheel alone scrolls the page");
  await close();
});

test("what belongs to a party stands out under the pointer", async () => {
  const { page, close } = await open("graphs/teams/furka.html");
  const node = page.locator(".canvas svg a.rb-node").first();
  await node.hover();
  assert.ok((await page.locator(".canvas .is-near").count()) > 2);
  assert.equal(await page.locator(".canvas svg.is-picking").count(), 1);
  await page.mouse.move(5, 5);
  assert.equal(await page.locator(".canvas svg.is-picking").count(), 0);
  // In small drawings relations are links of their own.
  await page.locator(".canvas svg a[data-to]").first().focus();
  assert.match(await status(page), /delivers to/);
  await close();
});

test("without scripts the drawing, its links and the table are all there", async () => {
  for (const path of [MAP, "graphs/delegation.html", "graphs/teams.html", "graphs/teams/basecamp.html"]) {
    const { page, close } = await open(path, { javaScriptEnabled: false });
    assert.ok(await page.locator(".canvas svg.rb-graph").first().isVisible(), path);
    assert.ok(!(await page.locator(".graph-tools").isVisible()), path);
    await page.locator(".canvas svg a.rb-node").first().focus();
    if (path !== "graphs/delegation.html") {
      await page.locator(".graph-facts > summary").click();
      assert.ok(await page.locator(".graph-facts table").isVisible(), path);
    } else {
      assert.ok(await page.locator(".tree").isVisible());
    }
    await close();
  }
});

test("on a phone the map is a column, in which parties can be picked out as well", async () => {
  const { page, close } = await open(MAP, { viewport: { width: 360, height: 740 } });
  const shown = page.locator(".canvas svg.rb-graph:visible");
  assert.equal(await shown.count(), 1);
  assert.match(await shown.getAttribute("class"), /column/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `the page is ${wide} wide`);
  await page.selectOption("select[name=team]", { label: "Basecamp" });
  assert.match(await status(page), /^Shown: \d+ of/);
  assert.ok((await page.locator(".canvas svg:visible .is-out").count()) > 0);
  await close();
});

test("a card of the neighbourhood shows what both sides say, and lets go of it", async () => {
  const { page, said, close } = await open("roles/engineer.html");
  const card = page.locator(".neighbourhood svg:visible a.rb-card", { hasText: "Solution Architect" }).first();
  await card.hover();
  const words = page.locator(".neighbour-words");
  await words.waitFor();
  const told = await words.textContent();
  assert.match(told, /Solution Architect/);
  assert.match(told, /says it (needs|delivers):/, "the other side's words");
  const own = await page.locator("main .relation", { has: page.locator("dt", { hasText: "Solution Architect" }) }).first().locator("dd.own").textContent();
  assert.ok(told.includes(own.trim().slice(0, 40)), "the page's own words");
  assert.equal(await page.locator(".neighbour-words [id]").count(), 0, "no id is there twice");
  await words.hover();
  await page.waitForTimeout(300);
  assert.ok(await words.isVisible(), "the pointer may go to the words");
  await page.keyboard.press("Escape");
  assert.equal(await words.count(), 0);
  await page.mouse.move(5, 5);
  await card.focus();
  await words.waitFor();
  await page.locator("h1").click();
  await page.locator("a").first().focus();
  assert.equal(await words.count(), 0, "without the focus it goes");
  assert.deepEqual(said, []);
  await close();
});
