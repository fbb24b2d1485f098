// What readers load: each kind of page of built sites with all that it loads, compressed, beside a budget.
//
//     npm ci --prefix tests/browser --ignore-scripts
//     node benches/weight.mjs SITE PAGE...
//
// A site is a folder that `rolebook build` made, or any other generator; a page is a path in it. The figures do not depend on
// the machine.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { launch } from "../tests/browser/browser.mjs";
import { weighed } from "../tests/browser/weight.mjs";

const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
const BUDGET = 40;

const [folder, ...paths] = process.argv.slice(2);
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname.slice(1));
  try {
    const bytes = readFileSync(join(folder, path));
    response.writeHead(200, { "content-type": TYPES[path.split(".").pop()] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await launch();
for (const path of paths) {
  const { files, bytes, elsewhere } = await weighed(browser, `http://127.0.0.1:${server.address().port}/`, path);
  const of = (end) => files.filter(([name]) => name.endsWith(end)).reduce((sum, [, size]) => sum + size, 0) / 1024;
  const parts = ["html", "css", "js", "svg"].map((end) => `${end} ${of(end).toFixed(1)}`);
  console.log(`${path}: ${(bytes / 1024).toFixed(1)} of ${BUDGET} KB (${parts.join(", ")}), ${elsewhere.length} requests elsewhere`);
}
await browser.close();
server.close();
