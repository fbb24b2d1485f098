// The preview in the browser: follows the handbook as it is written. This file joins the parts.
//
// Everything below `/__rolebook/` belongs to the preview server; a built handbook has none of it.

import { Announcements } from "./announcements.js";
import { Connection } from "./connection.js";
import { EditLinks } from "./edit.js";
import { Findings } from "./findings.js";
import { Gone } from "./gone.js";
import { Marks } from "./marks.js";
import { Page } from "./page.js";
import { makeRoot } from "./root.js";

// Module scripts have no `document.currentScript`.
const script = document.querySelector('script[src="/__rolebook/preview.js"]');

function start({ page: path, revision }) {
  const root = makeRoot();
  const announcements = new Announcements(root);
  const marks = new Marks(root);
  const gone = new Gone(root);
  const findings = new Findings(root, path);
  const edit = new EditLinks(path);

  const page = new Page(Number(revision), {
    current: () => gone.hide(),
    changed: (elements) => {
      marks.show(elements);
      edit.refresh();
    },
  });
  const connection = new Connection(path, () => page.revision, {
    hello: ({ revision }, again) => page.greeted(revision, again),
    update: ({ revision }) => page.update(revision),
    style: ({ revision, from, to }) => page.restyle(revision, from, to),
    asset: ({ revision, paths }) => page.reloadAssets(revision, paths),
    // On the page for addresses that lead nowhere there is nothing to miss.
    gone: async ({ to, title }) => (await page.exists) && gone.show(to, title),
    findings: (counts) => findings.count(counts),
    lost: () => announcements.offline(true),
    found: () => announcements.offline(false),
  });

  edit.refresh();
  connection.start();
}

if (script) start(script.dataset);
