/** Writes the service worker beside the page, with the list of all files that it keeps and a name that changes with them. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vite"

/** Other alphabets of the fonts are kept when somebody first writes in them. */
const isRare = (name: string): boolean => /(cyrillic|greek|vietnamese|latin-ext)/.test(name)

/** Not of the studio: what other people's pages load. */
const isElsewhere = (name: string): boolean =>
  name === "index.html" || name.startsWith("embed") || name.endsWith(".map")

export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((each) => !isElsewhere(each))
      const kept = ["./", "icon.svg", "manifest.webmanifest", ...files.filter((each) => !isRare(each))]
      const later = files.filter(isRare)
      const page = bundle["index.html"]
      const edition = createHash("sha256")
        .update([...kept, ...later].join())
        .update(page?.type === "asset" ? page.source : "")
        .digest("hex")
        .slice(0, 12)
      const source = readFileSync(fileURLToPath(new URL("service-worker.js", import.meta.url)), "utf8")
        .replace("__EDITION__", edition)
        .replace('"__FILES__"', JSON.stringify(kept))
        .replace('"__LATER__"', JSON.stringify(later))
      this.emitFile({ type: "asset", fileName: "service-worker.js", source })
    },
  }
}
