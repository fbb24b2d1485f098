// The command that is tested.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** This repository. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

// Where cargo builds.
const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");
/** The command as the Rust tests have built it, or the one that ROLEBOOK names: what is tested does not depend on how well it is optimised. */
export const COMMAND = process.env.ROLEBOOK ?? join(target, "debug", "rolebook");
