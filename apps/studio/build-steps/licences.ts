/**
 * Writes `licences.txt` beside the page: the licence text of every package of which something is in the built
 * files, of the page and of its workers. A package whose text cannot be found stops the build.
 */
import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vite"
import { licenceTexts } from "../../../scripts/licences.mjs"

const studio = fileURLToPath(new URL("..", import.meta.url))

type Bundle = Parameters<Extract<Plugin["generateBundle"], (...given: never[]) => unknown>>[1]

/** One for the page and one for its workers, with one list between them: workers are bundled first, each by itself. */
export function licences(): { readonly page: Plugin; readonly worker: Plugin } {
  const paths: string[] = []
  const collect = (bundle: Bundle): void => {
    for (const each of Object.values(bundle))
      paths.push(
        ...(each.type === "chunk"
          ? Object.keys(each.modules)
          : each.originalFileNames.map((one) => resolve(studio, one))),
      )
  }
  const worker: Plugin = {
    name: "licences-of-workers",
    apply: "build",
    generateBundle: (_, bundle) => collect(bundle),
  }
  const page: Plugin = {
    name: "licences",
    apply: "build",
    generateBundle(_, bundle) {
      collect(bundle)
      this.emitFile({ type: "asset", fileName: "licences.txt", source: licenceTexts(paths, "page") })
    },
  }
  return { page, worker }
}
