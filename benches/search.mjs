// The search of built sites, as a reader meets it: what is loaded before the first result, compressed, and how long it takes.
//
//     npm ci --prefix tests/browser --ignore-scripts
//     cargo bench --bench build -- --sizes 10000 --handbook FOLDER
//     rolebook build --root FOLDER
//     node benches/search.mjs FOLDER/public
//
// The words that are looked for are those of that organisation. Each query is asked on a page that has just been loaded, nine times in turn;
// files are served as static hosts serve them (gzip, level 6), from this machine, so that the time is the browser's own work.
// Medians are printed.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "../tests/browser/browser.mjs";

const QUERIES = ["customer", "role 77", "who is responsible for matter 500", "custmoer", "a list of open risks"];
const TURNS = 9;
const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function serve(folder) {
  const sent = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname.slice(1));
    let bytes;
    try {
      bytes = gzipSync(readFileSync(join(folder, path)), { level: 6 });
    } catch {
      response.writeHead(404).end();
      return;
    }
    sent.push([path, bytes.length]);
    response.writeHead(200, { "content-type": TYPES[path.split(".").pop()] ?? "text/plain", "content-encoding": "gzip", "cache-control": "no-store" });
    response.end(bytes);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, sent, address: `http://127.0.0.1:${server.address().port}/` })));
}

async function asked(browser, { address, sent }, query) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}index.html`);
  await page.waitForLoadState("networkidle");
  sent.length = 0;
  const times = await page.evaluate(async (query) => {
    const shown = (is) => new Promise((resolve) => {
      const look = () => (is() ? resolve(performance.now()) : requestAnimationFrame(look));
      look();
    });
    const start = performance.now();
    document.querySelector(".search-link").click();
    await shown(() => document.querySelector("dialog[open] input"));
    const field = document.querySelector("#rb-search");
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const first = await shown(() => document.querySelector('[role="option"]') ?? /\S/.test(document.querySelector(".search-status").textContent));
    // A result whose title says it all has no passage.
    const told = await shown(() => document.querySelector('[role="option"] .search-passage'));
    return { first: first - start, told: told - start };
  }, query);
  const bytes = (is) => sent.filter(([path]) => is(path)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const before = bytes((path) => !path.startsWith("search/texts-"));
  await context.close();
  return { ...times, before, all: bytes(() => true) };
}

const browser = await launch();
for (const folder of process.argv.slice(2)) {
  const parts = readdirSync(join(folder, "search")).map((name) => gzipSync(readFileSync(join(folder, "search", name))).length);
  console.log(`${basename(folder)}: ${parts.length} files, ${Math.round(parts.reduce((sum, bytes) => sum + bytes, 0) / 1024)} KB compressed in all`);
  const served = await serve(folder);
  for (const query of QUERIES) {
    const runs = [];
    for (let turn = 0; turn < TURNS; turn += 1) runs.push(await asked(browser, served, query));
    const of = (name) => median(runs.map((run) => run[name]));
    console.log(
      `  ${query.padEnd(34)} first result ${of("first").toFixed(0)} ms, ${(of("before") / 1024).toFixed(1)} KB before it; ` +
        `first passage ${of("told").toFixed(0)} ms, ${(of("all") / 1024).toFixed(1)} KB in all`,
    );
  }
  served.server.close();
}
await browser.close();
