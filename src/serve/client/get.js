// What the preview server answers about a page.

/** The answer as an object, or null where there is none. */
export async function getJson(what, page, signal) {
  try {
    const response = await fetch(`/__rolebook/${what}?${new URLSearchParams({ page })}`, { cache: "no-store", signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Whether `address` may be linked to: one that opens something, and runs nothing here. */
export const isSafe = (address) =>
  typeof address === "string" && /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(javascript|data|blob|vbscript):/i.test(address);
