// A small handbook in a temporary folder, and the preview server that watches it.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { COMMAND } from "../command.mjs";


/** How long the server may take to say where it listens, and to end. */
const PATIENCE = 15_000;

const ROLES = [
  "Engineer", "Facilitator", "Finance", "Gardener", "Host", "Librarian", "Marketing", "Nurse", "Office Manager", "Planner", "Recruiter", "Secretary",
];

export const idOf = (title) => title.toLowerCase().replaceAll(" ", "-");

/** The source of a role. `more` stands behind its purpose. */
export function role(title, { purpose = `${title} looks after what nobody else does.`, more = "", provider } = {}) {
  const needs = provider ? `\n## Dependencies\n\n### [[${idOf(provider)}]]\n\n- a share of the work, each week\n` : "";
  return `+++
title = "${title}"
delegator = "[[everyone]]"
keepers = ["ana-ruiz"]
+++

## Purpose

${purpose}
${more}
## Key Responsibilities

- Do the work of ${title}.
- Tell the others what came of it.
${needs}`;
}

export const LONG = Array.from({ length: 60 }, (_, n) => `\nParagraph ${n} of the purpose says a few words, so that there is something to read and to scroll.\n`).join("");

const picture = (n) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><title>Picture ${n}</title><rect width="40" height="20" fill="hsl(${n * 9} 60% 60%)"/></svg>\n`;

function files() {
  const all = {
    "book.toml": '[book]\ntitle = "The first title"\n\n[theme]\nname = "own"\nlogo = "assets/picture-1.svg"\n\n[site]\nedit_url = "https://forge.example/edit/{path}"\n',
    "content/index.md": "+++\ntitle = \"Home\"\n+++\n\nWelcome.\n",
    "content/people.toml": '[ana-ruiz]\nname = "Ana Ruiz"\n',
    "content/about.md": "+++\ntitle = \"About us\"\n+++\n\nAn ordinary page about nothing in particular.\n",
    "content/pictures.md": `+++\ntitle = "Pictures"\n+++\n\n${Array.from({ length: 40 }, (_, n) => `![Picture ${n}](assets/picture-${n}.svg)\n`).join("\n")}`,
    "content/teams/everyone.md": '+++\ntitle = "Everyone"\nmembers = ["ana-ruiz"]\n+++\n\n## Purpose\n\nAll of us.\n',
    "themes/own/css/own.css": "h1 { color: rgb(1, 2, 3); }\n",
    "themes/own/templates/parts/footer.html": '<footer class="site-footer"><p>The first footer</p></footer>\n',
  };
  for (let n = 0; n < 40; n += 1) all[`content/assets/picture-${n}.svg`] = picture(n);
  ROLES.forEach((title, at) => {
    all[`content/roles/${idOf(title)}.md`] = role(title, { more: title === "Librarian" ? LONG : "", provider: ROLES[(at + 1) % ROLES.length] });
  });
  return all;
}

/** Makes the handbook; its files are written, replaced, renamed and removed by paths from its folder. */
export function makeHandbook() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rolebook-preview-")));
  const at = (path) => join(folder, path);
  const book = {
    folder,
    read: (path) => readFileSync(at(path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    /** As editors save that never leave half a file: a new one beside it takes its place. */
    replace(path, text) {
      writeFileSync(at(`${path}.tmp~`), text);
      renameSync(at(`${path}.tmp~`), at(path));
    },
    edit(path, from, to) {
      const text = book.read(path);
      if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
      book.write(path, text.replace(from, to));
    },
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries(files())) book.write(path, text);
  return book;
}

/** Starts the preview server of `folder`, on a free port; gives its address when it is ready, and how to end it. */
export async function startServer(folder, port = 0) {
  const child = spawn(COMMAND, ["--root", folder, "serve", "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGINT");
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await ended;
    clearTimeout(late);
  };
  try {
    const address = await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why}:\n${said}`));
      setTimeout(fail, PATIENCE, "the preview server does not say where it listens").unref();
      child.once("error", (error) => fail(String(error)));
      child.once("close", (code) => fail(`the preview server ended with ${code}`));
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          said += text;
          const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
          if (found) resolve(found[0]);
        });
      }
    });
    return { address, stop, said: () => said };
  } catch (error) {
    await stop();
    throw error;
  }
}
