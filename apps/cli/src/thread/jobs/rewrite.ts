/** The jobs that make a text of a text: formatted, imported, exported. */
import { isSound } from "@dramaturg/analysis"
import type { Dialect } from "@dramaturg/language"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const formatWorld: Work<"format"> = async ({ world }, report) => {
  const { askFormat } = await import("@dramaturg/analysis/convert")
  const question = askFormat(world)
  while (!question.step(1));
  report({ result: question.result! })
}

export function translating(to: Dialect): Work<"import"> & Work<"export"> {
  return async ({ world }, report) => {
    const read = readWorld(world, report)
    if (!isSound(read)) return
    const { askTranslation } = await import("@dramaturg/analysis/convert")
    const question = askTranslation(read, to)
    while (!question.step(1));
    report({ result: question.result! })
  }
}
