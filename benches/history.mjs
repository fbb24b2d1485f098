// What a handbook's history costs: a repository made by a script, with as many commits as asked for, each of which edits
// what roles say of each other; every hundredth moves a role.
//
//     cargo build --release
//     node benches/history.mjs [COMMITS] [ROLES]
//
// Medians of 5 runs: git alone, the build with the history and without it, `rolebook diff` over all of it.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [commits = 5000, roles = 300] = process.argv.slice(2).map(Number);
const rolebook = resolve("target/release/rolebook");
const root = mkdtempSync(join(tmpdir(), "rolebook-history-"));
const git = (...args) => execFileSync("git", ["-C", root, ...args], { maxBuffer: 1 << 30 });

let seed = 1;
const random = (below) => {
  // A linear congruential generator (Numerical Recipes): the same repository at each run.
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * below);
};

const state = Array.from({ length: roles }, (_, at) => ({
  path: `content/roles/role-${at}.md`,
  keeper: at % 50,
  duties: [`Takes care of matter ${at}`, `Tells others of matter ${at}`],
  needs: new Set([(at + 1) % roles, (at + 7) % roles]),
}));

const text = (at) => {
  const { keeper, duties, needs } = state[at];
  const claims = [...needs].map((other) => `- [[role-${other}]] - word of matter ${other} in time\n`).join("");
  return `+++\ntitle = "Role ${at}"\naliases = ["role-${at}"]\nkeepers = ["person-${keeper}"]\n+++\n\n## Purpose\n\nMatter ${at} is in good hands.\n\n`
    + `## Key Responsibilities\n\n${duties.map((duty) => `- ${duty}\n`).join("")}\n## Dependencies\n\n${claims}`;
};

const blob = (path, content) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
const people = Array.from({ length: 50 }, (_, at) => `[person-${at}]\nname = "Person ${at}"\n`).join("\n");
const stream = [];
for (let number = 0; number <= commits; number++) {
  const message = `commit ${number}`;
  stream.push(`commit refs/heads/main\ncommitter Person ${number % 50} <p@example.org> ${1700000000 + number * 3600} +0100\ndata ${message.length}\n${message}\n`);
  if (number === 0) {
    stream.push(blob("book.toml", '[book]\ntitle = "History"\nbase_url = "https://example.org/"\n'), blob("content/people.toml", people));
    state.forEach((_, at) => stream.push(blob(state[at].path, text(at))));
    continue;
  }
  const at = random(roles);
  const role = state[at];
  if (number % 100 === 0) {
    const path = `content/roles/moved-${number}-${at}.md`;
    stream.push(`R ${role.path} ${path}\n`);
    role.path = path;
    continue;
  }
  const other = random(roles);
  [
    () => (role.keeper = random(50)),
    () => role.duties.push(`Also looks after matter ${number}`),
    () => role.duties.length > 2 && role.duties.pop(),
    () => other !== at && (role.needs.has(other) ? role.needs.delete(other) : role.needs.add(other)),
  ][number % 4]();
  stream.push(blob(role.path, text(at)));
}

const median = (run) => {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2];
};
const told = (name, time) => console.log(`${name}: ${(time / 1000).toFixed(2)} s`);
const run = (...args) => {
  const { status, stderr } = spawnSync(rolebook, ["--root", root, ...args], { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(String(stderr));
};

try {
  git("init", "--quiet", "--initial-branch", "main");
  execFileSync("git", ["-C", root, "fast-import", "--quiet"], { input: stream.join("") });
  git("reset", "--quiet", "--hard");
  console.log(`${commits} commits, ${roles} roles`);
  told("git log alone", median(() => git("log", "--raw", "-z", "-M", "--no-abbrev", "--format=%H", "--", "content")));
  told("build with its history", median(() => run("build", "--quiet", "--allow", "warnings")));
  told("rolebook diff over all of it", median(() => run("diff", `HEAD~${commits}`, "HEAD", "--format", "json")));
  told("rolebook diff over 100 commits", median(() => run("diff", "HEAD~100", "HEAD", "--format", "json")));
  writeFileSync(join(root, "book.toml"), '[book]\ntitle = "History"\nbase_url = "https://example.org/"\n[site]\nhistory = "none"\n');
  told("build without it", median(() => run("build", "--quiet", "--allow", "warnings")));
} finally {
  rmSync(root, { recursive: true });
}
