// The sample handbook, built once into a temporary folder, and served under a sub-path as published.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, sep } from "node:path";
import { COMMAND, repository } from "./command.mjs";

/** What the site promises to run under; `design`: publishing. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Builds the sample, with a history of its own, and gives its folder; `remove` takes it away. */
export function buildSample() {
  const root = mkdtempSync(join(tmpdir(), "rolebook-sample-"));
  cpSync(join(repository, "content"), join(root, "content"), { recursive: true });
  cpSync(join(repository, "book.toml"), join(root, "book.toml"));
  const role = join(root, "content", "roles", "engineer.md");
  const text = readFileSync(role, "utf8");
  const before = text.replace(/^- Send fixes upstream.*\n/m, "- Keep fixes at home.\n").replace("[[incident-manager]]\n", "[[facilitator]]\n");
  if (before === text) throw new Error("the sample's role is another one now");
  git(root, "init", "--quiet");
  writeFileSync(role, before);
  commit(root, "Adam Wolski", "2026-05-04T10:00:00Z");
  writeFileSync(role, text);
  commit(root, "Beat Wyssen", "2026-06-01T10:00:00Z");
  const site = build(root, {});
  return { ...site, remove: () => { site.remove(); rmSync(root, { recursive: true, force: true }); } };
}

function git(root, ...args) {
  execFileSync("git", ["-c", "commit.gpgsign=false", ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

function commit(root, author, date) {
  const who = ["-c", `user.name=${author}`, "-c", "user.email=someone@example.org"];
  git(root, "add", "--all");
  execFileSync("git", [...who, "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "an edit", "--date", date], {
    cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, GIT_COMMITTER_DATE: date },
  });
}

/** Builds the choir's handbook, which is in three languages. */
export function buildTranslated() {
  return build(join(repository, "tests", "handbook", "choir"));
}

/** Builds a handbook of so many teams, each of which needs something from the next that it does not promise. */
export function buildManyOpenPoints(teams, needs) {
  const root = mkdtempSync(join(tmpdir(), "rolebook-open-"));
  const folder = join(root, "content", "teams");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, "book.toml"), '[book]\ntitle = "Much to mend"\n[lints]\nbroken-link = "warn"\n');
  writeFileSync(join(root, "content", "people.toml"), '[ana-ruiz]\nname = "Ana Ruiz"\n');
  const gone = Array.from({ length: needs }, (_, at) => `- [a thing](gone-${at}.md)\n`).join("");
  for (let at = 0; at < teams; at += 1) {
    writeFileSync(join(folder, `team-${at}.md`), `+++
title = "Team with a rather long name, number ${at}"
members = ["ana-ruiz"]
+++

## Purpose

${gone}
## Dependencies

### [[team-${(at + 1) % teams}]]

- a share of the work
`);
  }
  const site = build(root);
  return { ...site, remove: () => { site.remove(); rmSync(root, { recursive: true, force: true }); } };
}

/** Builds the sample in a theme of the tests. */
export function buildDressed(theme) {
  const root = mkdtempSync(join(tmpdir(), "rolebook-dressed-"));
  cpSync(join(repository, "content"), join(root, "content"), { recursive: true });
  cpSync(join(repository, "tests", "themes", theme), join(root, "themes", theme), { recursive: true });
  const book = readFileSync(join(repository, "book.toml"), "utf8");
  const named = book.replace('"default"', `"${theme}"`);
  writeFileSync(join(root, "book.toml"), named);
  const site = build(root);
  return { ...site, remove: () => { site.remove(); rmSync(root, { recursive: true, force: true }); } };
}

/** Builds a handbook of these files: texts by their paths. */
export function buildFiles(files) {
  const root = mkdtempSync(join(tmpdir(), "rolebook-files-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const site = build(root);
  return { ...site, remove: () => { site.remove(); rmSync(root, { recursive: true, force: true }); } };
}

// Without the history of the repository that these tests lie in, unless it is to have one of its own.
function build(root, env = { GIT_DIR: join(root, "no-repository") }) {
  const folder = mkdtempSync(join(tmpdir(), "rolebook-site-"));
  execFileSync(COMMAND, ["build", "--quiet", "--output", join(folder, "site")], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env } });
  return { folder: join(folder, "site"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every page below `folder`, relative to it, in order. */
export function pages(folder) {
  const found = [];
  const walk = (at) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(".html")) found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  walk(folder);
  return found.sort();
}

/** Serves `folder` on loopback below `/handbook/`, under the policy; gives the address and `close`. */
export async function serve(folder) {
  const files = new Map();
  const walk = (at) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else files.set(`/handbook/${relative(folder, path).split(sep).join("/")}`, path);
    }
  };
  walk(folder);
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path.endsWith("/")) path += "index.html";
    const file = files.get(path);
    const body = file ? readFileSync(file) : "nothing here";
    response.writeHead(file ? 200 : 404, {
      "Content-Type": file ? (TYPES[extname(file)] ?? "application/octet-stream") : "text/plain",
      "Content-Security-Policy": POLICY,
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/handbook/`,
    close: () => new Promise((resolve) => { server.closeAllConnections?.(); server.close(resolve); }),
  };
}
