/** Writes the service worker beside the page, with the list of all files that it keeps and a name that changes with them. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vite"

/** Other alphabets of the fonts are fetched when somebody writes in them. */
const isRare = (name: string): boolean => /(cyrillic|greek|vietnamese|latin-ext|\.map$)/.test(name)

export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle(_, bundle) {
      const files = [...new Set(["./", "icon.svg", "manifest.webmanifest", ...Object.keys(bundle).filter((each) => each !== "index.html" && each !== "embed.js" && !isRare(each))])]
      const edition = createHash("sha256").update(files.join()).update(String(bundle["index.html"]?.type === "asset" ? bundle["index.html"].source : "")).digest("hex").slice(0, 12)
      const source = readFileSync(fileURLToPath(new URL("service-worker.js", import.meta.url)), "utf8")
        .replace("__EDITION__", edition).replace('"__FILES__"', JSON.stringify(files))
      this.emitFile({ type: "asset", fileName: "service-worker.js", source })
    },
  }
}
