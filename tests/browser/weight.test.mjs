// What a reader loads with a page: a budget, and nothing from anywhere else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { buildSample, serve } from "./site.mjs";
import { weighed } from "./weight.mjs";

const BUDGET = 40 * 1024; // bytes of a role's page with all that it loads, compressed
const ROLES = ["roles/engineer.html", "roles/facilitator.html", "roles/product-owner.html", "roles/security/ciso.html"];
const OTHERS = ["index.html", "teams/furka.html", "people/adam-wolski.html", "glossary.html", "a-z.html", "how-we-work/incidents.html"];

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

test("a role's page with all that it loads is light, and nothing comes from elsewhere", async (t) => {
  for (const path of [...ROLES, ...OTHERS]) {
    const { files, bytes, elsewhere } = await weighed(browser, server.address, path);
    t.diagnostic(`${path}: ${(bytes / 1024).toFixed(1)} KB in ${files.length} files`);
    assert.deepEqual(elsewhere, [], path);
    assert.ok(files.length > 3, `${path} loads its styles and scripts`);
    if (ROLES.includes(path)) assert.ok(bytes <= BUDGET, `${path}: ${bytes} bytes of ${files.map(([name, size]) => `${name} ${size}`).join(", ")}`);
  }
});

test("the search is loaded when someone searches, not before", async () => {
  const { files } = await weighed(browser, server.address, "roles/engineer.html");
  const names = files.map(([name]) => name);
  assert.ok(!names.some((name) => name.startsWith("search/") || name.includes("search-")), names.join(" "));
});
