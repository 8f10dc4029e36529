/** Material beside the checkout: published worlds, probes and random worlds. Tests skip what is not there. */
import { existsSync, readFileSync, readdirSync } from "node:fs"

const root = new URL("../../../../shared/", import.meta.url)

export interface SharedWorld {
  readonly file: string
  readonly text: string
}

/** The texts of a folder, or undefined if the material is not there. */
export function sharedWorlds(folder: string): readonly SharedWorld[] | undefined {
  const place = new URL(`${folder}/`, root)
  if (!existsSync(place)) return undefined
  const files = readdirSync(place)
    .filter((file) => file.endsWith(".txt"))
    .sort()
  return files.map((file) => ({ file, text: readFileSync(new URL(file, place), "utf8") }))
}

export const skipped = "skipped: the shared material does not stand beside this checkout"
