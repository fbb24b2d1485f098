// The graph in the formats of other programs: Mermaid's own parser reads and draws it, a browser shows drawings that stand alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { complaints, launch } from "./browser.mjs";
import { COMMAND, repository } from "./command.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const mermaid = join(here, "node_modules", "@mermaid-js", "tiny", "dist", "mermaid.tiny.js");

/** Titles that mean something to Mermaid, to Markdown or to HTML. */
const TITLES = [
  'Say "hello"', "<b>bold</b> & &amp;", "A ]]> b", "%% comment %%{init: {}}%%", "Backslash \\n", "end", "=1+1",
  "--> -.-> ==>", "style a:b#c;", "classDef x:y#z;", "#35; #quot;", "[x](y) `c` **d** {{e}} |f|", "🙂 👩‍🚀", "دليل الأدوار",
];
const IDS = ["end", "graph", "subgraph", "default", "style", "click", "o", "x", "-a-", "a--b", "c d", "büro", "e_f", "=1"];

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "rolebook-hostile-"));
  mkdirSync(join(folder, "content", "roles"), { recursive: true });
  mkdirSync(join(folder, "content", "teams"));
  writeFileSync(join(folder, "book.toml"), '[book]\ntitle = "Hostile"\n');
  writeFileSync(join(folder, "content", "teams", "outer.md"), "+++\ntitle = 'end \"'\n+++\n");
  writeFileSync(join(folder, "content", "teams", "inner.md"), "+++\ntitle = 'inner'\nteam = '[[outer]]'\n+++\n");
  TITLES.forEach((title, at) => {
    const next = IDS[(at + 1) % IDS.length];
    writeFileSync(
      join(folder, "content", "roles", `${IDS[at]}.md`),
      `+++\ntitle = '${title}'\nteam = '[[inner]]'\nkeepers = []\n+++\n\n## Dependencies\n\n- [[${next}]]: a thing\n`,
    );
  });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(root, ...options) {
  return execFileSync(COMMAND, options, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Lets Mermaid read and draw `text`: gives the words of nodes and of teams, and the number of edges. */
async function drawnByMermaid(text) {
  const page = await browser.newPage();
  const said = complaints(page);
  await page.addScriptTag({ path: mermaid });
  const drawn = await page.evaluate(async (text) => {
    window.mermaid.initialize({ startOnLoad: false });
    await window.mermaid.parse(text);
    const { svg } = await window.mermaid.render("drawing", text);
    document.body.innerHTML = svg;
    const words = (selector) => Array.from(document.querySelectorAll(selector), (element) => element.textContent.trim());
    return {
      nodes: words(".node .nodeLabel"),
      teams: words(".cluster-label .nodeLabel"),
      edges: document.querySelectorAll(".edgePaths path").length,
    };
  }, text);
  await page.close();
  assert.deepEqual(said, []);
  return drawn;
}

test("Mermaid draws every party and agreement of the sample", async () => {
  const data = JSON.parse(run(repository, "export", "json"));
  const drawn = await drawnByMermaid(run(repository, "export", "mermaid"));
  assert.deepEqual(drawn.nodes.sort(), data.parties.map((party) => party.title).sort());
  assert.equal(drawn.edges, data.agreements.length);
  assert.ok(drawn.teams.length > 3);
});

test("hostile titles and ids are drawn as they are written", async () => {
  const drawn = await drawnByMermaid(run(folder, "export", "mermaid"));
  assert.deepEqual(drawn.nodes.sort(), [...TITLES, 'end "', "inner"].sort());
  assert.deepEqual(drawn.teams.sort(), ['end "', "inner"]);
  assert.equal(drawn.edges, TITLES.length);
});

test("a drawing that stands alone has the colours that it has on its page", async () => {
  const site = join(folder, "site");
  run(repository, "build", "--output", site);
  const colours = (selector) => Array.from(document.querySelectorAll(selector), (element) => {
    const { fill, stroke, color, fontSize, fontWeight, strokeWidth, strokeDasharray } = getComputedStyle(element);
    return [fill, stroke, color, fontSize, fontWeight, strokeWidth, strokeDasharray].join(" ");
  });
  for (const colorScheme of ["light", "dark"]) {
    writeFileSync(
      join(folder, "alone.svg"),
      run(repository, "graph", "neighbourhood", "--of", "engineer", "--theme", colorScheme),
    );
    const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 900 } });
    const said = complaints(page);
    await page.goto(`file://${site}/roles/engineer.html`);
    // The page's accent is the handbook's own; the drawing has the theme's.
    await page.evaluate(() => {
      const link = matchMedia("(prefers-color-scheme: dark)").matches ? "#6cc9b3" : "#0a6e5c";
      document.documentElement.style.setProperty("--rb-link", link);
    });
    const onPage = await page.evaluate(colours, ".rb-neighbourhood svg.rb-wide *");
    await page.goto(`file://${folder}/alone.svg`);
    const alone = await page.evaluate(colours, "svg.rb-wide *");
    assert.ok(onPage.length > 100);
    assert.deepEqual(alone, onPage, colorScheme);
    assert.deepEqual(said, []);
    await page.close();
  }
});
