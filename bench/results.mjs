/**
 * Where figures are kept: `bench/results/<date>-<label>.json`, and for each kind of measurement the latest
 * whole one.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { root } from "../scripts/steps.mjs"

export const resultsFolder = join(root, "bench", "results")

/** The studio's latest figures lie beside the other results. */
const studioPath = join(root, "bench", "studio.json")

const latestName = (kind) => (kind === "settings" ? "latest.json" : `latest-${kind}.json`)

/** Keeps figures under their date and label; `isWhole` ones become the latest of their kind as well. */
export function keepResults(figures, label, isWhole, folder = resultsFolder) {
  mkdirSync(folder, { recursive: true })
  const text = `${JSON.stringify(figures, undefined, 2)}\n`
  const path = join(folder, `${figures.circumstances.date.slice(0, 10)}-${label}.json`)
  writeFileSync(path, text)
  if (isWhole)
    writeFileSync(
      figures.kind === "studio" && folder === resultsFolder
        ? studioPath
        : join(folder, latestName(figures.kind)),
      text,
    )
  console.error(
    `Kept in ${relative(process.cwd(), path)}${isWhole ? ` and ${figures.kind === "studio" ? "bench/studio.json" : latestName(figures.kind)}` : ""}.`,
  )
}

export function latestResults(kind) {
  const path = kind === "studio" ? studioPath : join(resultsFolder, latestName(kind))
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined
}
