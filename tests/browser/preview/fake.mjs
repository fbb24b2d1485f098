// A preview server without a handbook: pages are set and events sent by hand, to see what the browser makes of them.

import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { POLICY } from "../site.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", html: "text/html; charset=utf-8" };

function folder(path, prefix) {
  const files = readdirSync(join(repository, path), { withFileTypes: true }).filter((file) => file.isFile());
  return files.map(({ name }) => [prefix + name, readFileSync(join(repository, path, name), "utf8")]);
}

/** A page of the fake site: as the theme makes it, but for what is not needed. */
export function sheet({ title = "A page", head = "", body, language = "en", kind = "page" }) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="theme/icon.svg">
<link rel="stylesheet" href="theme/style.css">
<script defer src="theme/dates.js"></script>
<script defer src="theme/filter.js"></script>
<script defer src="theme/sort.js"></script>
${head}</head>
<body class="kind-${kind}">
<header class="site-header"><a class="site-title" href="index.html">A handbook</a></header>
<div class="frame"><main id="rb-content" tabindex="-1"><article class="sheet"><header class="masthead"><h1>${title}</h1></header>
<div class="body">
${body}
</div></article></main></div>
</body>
</html>
`;
}

/** Starts it on loopback. `set` gives the site a file, `push` sends an event to every open stream of a page. */
export async function startFake() {
  const files = new Map([...folder("src/serve/client", "/__rolebook/"), ...folder("themes/default/js", "/theme/")]);
  const css = folder("themes/default/css", "").sort(([a], [b]) => (a !== "layers.css") - (b !== "layers.css") || (a < b ? -1 : 1));
  files.set("/theme/style.css", css.map(([, text]) => text).join("\n"));
  files.set("/theme/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const changed = new Map(); // from paths to the revision in which they last changed
  const answers = new Map(); // what stands below /__rolebook/ for every page
  const streams = new Set();
  const delays = [];
  const state = { revision: 1, requests: [], holdStreams: false };

  const send = (stream, kind, data) => stream.response.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);

  const connect = (url, response) => {
    if (state.holdStreams) {
      response.destroy();
      return;
    }
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const stream = { page: url.searchParams.get("page"), revision: Number(url.searchParams.get("revision")), response };
    streams.add(stream);
    response.on("close", () => streams.delete(stream));
    send(stream, "hello", { revision: state.revision });
    if ((changed.get(stream.page) ?? 0) > stream.revision) send(stream, "update", { revision: state.revision });
    send(stream, "findings", state.counts ?? { revision: state.revision, errors: 0, warnings: 0, broken: false });
  };

  const page = async (path, response) => {
    const text = files.get(path) ?? sheet({ title: "Nothing here", body: "<p>Nothing leads here.</p>", kind: "not-found" });
    const { revision } = state;
    const script = `<script type="module" src="/__rolebook/preview.js" data-page="${path}" data-revision="${revision}"></script>`;
    const wait = delays.shift();
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    response.writeHead(files.has(path) ? 200 : 404, {
      "Content-Type": TYPES.html,
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store",
      "X-Rolebook-Revision": revision,
    });
    response.end(text.replace("</body>", `${script}</body>`));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    state.requests.push(path);
    const name = path.slice("/__rolebook/".length);
    if (path === "/__rolebook/events") connect(url, response);
    else if (path.startsWith("/__rolebook/") && answers.has(name)) {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answers.get(name)));
    } else if (path.endsWith(".html")) page(path, response);
    else if (files.has(path)) {
      response.writeHead(200, { "Content-Type": TYPES[path.split(".").pop()], "Cache-Control": "no-store" });
      response.end(files.get(path));
    } else {
      response.writeHead(404);
      response.end();
    }
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address();
  answers.set("edit", { path: "content/page.md", edit: "vscode://file/handbook/content/page.md:1" });
  answers.set("findings", { revision: 1, errors: 0, warnings: 0, notes: 0, broken: false, hidden: 0, findings: [] });

  return {
    address: `http://127.0.0.1:${port}/`,
    state,
    streams,
    answers,
    /** Sets a file; a page whose text is another has changed. */
    set(path, text) {
      if (files.get(path) === text) return;
      files.set(path, text);
      state.revision += 1;
      changed.set(path, state.revision);
    },
    /** Starts counting anew, as another server would that nothing has happened to yet. */
    forget(revision) {
      changed.clear();
      state.revision = revision;
    },
    /** The next answers for pages take so long. */
    delay: (...times) => delays.push(...times),
    push(path, kind, data = {}) {
      for (const stream of streams) {
        if (stream.page === path) send(stream, kind, { revision: state.revision, ...data });
      }
    },
    /** Sets a page and tells of it. */
    change(path, text) {
      this.set(path, text);
      this.push(path, "update");
    },
    /** Takes all streams away, and the door with them. */
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
    start: () => listen(port),
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}
