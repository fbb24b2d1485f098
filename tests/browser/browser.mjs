// A headless Chromium: Debian's, or the one that CHROMIUM names.

import { chromium } from "playwright-core";

/** Starts it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Collects whatever `page` complains of: script errors, refused styles, files that are not there. */
export function complaints(page) {
  const said = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("requestfailed", (request) => {
    // An icon that is still on its way when the next page is opened.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") said.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
  });
  return said;
}
