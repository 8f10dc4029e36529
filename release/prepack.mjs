/**
 * Runs before a package is packed, in its folder: builds what is not built, and stops the packing unless
 * every file that the manifest names is there.
 */
import { existsSync } from "node:fs"
import { join, relative } from "node:path"
import { build, buildEmbed, isInstalled, must, root } from "../scripts/steps.mjs"
import { readManifest } from "./manifests.mjs"

const folder = process.cwd()
must(
  isInstalled() ? 0 : 1,
  "The packages to build with are not installed: run `npm ci` in the checkout first.",
)
// Who packs several packages builds them once.
if (process.env.DRAMATURG_BUILT !== "1") {
  build()
  buildEmbed()
}
const missing = filesNamed(readManifest(folder)).filter((each) => !existsSync(join(folder, each)))
must(
  missing.length > 0 ? 1 : 0,
  `${relative(root, folder)} cannot be packed: ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing.`,
)

/** The files that users of a package come to by its manifest. */
function filesNamed({ exports, bin, man, types, files = [] }) {
  const inside = (value) =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap((each) => inside(each))
  return [
    ...inside(exports),
    ...inside(bin),
    ...inside(man),
    ...inside(types),
    ...files,
    "LICENSE",
    "README.md",
  ].filter((each) => !each.includes("*"))
}
