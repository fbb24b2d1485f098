// What a page weighs with all that it loads, as a static host sends it.

import { gzipSync } from "node:zlib";

/** Loads a page: its files with their bytes, compressed (gzip, level 6; pictures as they are), and what is asked of other hosts. */
export async function weighed(browser, address, path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files = [];
  const elsewhere = [];
  const read = [];
  page.on("response", (response) => {
    const url = response.url();
    if (!url.startsWith(address)) elsewhere.push(url);
    read.push(response.body().then((body) => files.push([url.slice(address.length), gzipSync(body, { level: 6 }).length])));
  });
  await page.goto(address + path, { waitUntil: "networkidle" });
  await Promise.all(read);
  await context.close();
  return { files, elsewhere, bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0) };
}
