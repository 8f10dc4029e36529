/** The version of the command, which is also that of the packages inside it. */
import { readFileSync } from "node:fs"

export const version = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version
