/**
 * Any Chromium or Chrome of this machine; `CHROMIUM=/path` names another. Used by the tests and by the
 * measurements.
 */
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** Undefined: there is none. */
export function foundBrowser() {
  const paths = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((each) => join(folder, each)))
  return [process.env.CHROMIUM ?? "", ...paths, ...elsewhere].find((each) => each !== "" && existsSync(each))
}
