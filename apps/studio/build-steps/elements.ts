/** Puts the elements for other pages beside the studio, as `@dramaturg/embed` builds them. */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vite"

export function elements(): Plugin {
  return {
    name: "elements",
    apply: "build",
    generateBundle() {
      for (const entry of ["@dramaturg/embed", "@dramaturg/embed/worker"]) {
        const path = fileURLToPath(import.meta.resolve(entry))
        this.emitFile({ type: "asset", fileName: basename(path), source: readFileSync(path) })
      }
    },
  }
}
