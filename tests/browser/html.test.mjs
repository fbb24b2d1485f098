// Every page of the built sample is valid HTML, by the Nu Html Checker.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { buildSample, pages } from "./site.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
let sample;

before(() => { sample = buildSample(); });
after(() => sample.remove());

test("every page is valid HTML", async () => {
  assert.ok(pages(sample.folder).length > 80);
  const run = promisify(execFile)(
    "java",
    ["-jar", vnu, "--skip-non-html", "--format", "gnu", "--also-check-svg", sample.folder],
    { maxBuffer: 1 << 26 },
  );
  const said = await run.then((done) => done.stderr, (failed) => failed.stderr || String(failed));
  const lines = said.split("\n").filter(Boolean).map((line) => line.replaceAll(sample.folder, ""));
  assert.deepEqual(lines.slice(0, 40), []);
});
