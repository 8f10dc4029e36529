/** The jobs that make a text of a text: laid out, in our language, in somebody else's. */
import { hasErrors } from "@dramaturg/model"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const formatWorld: Work<"format"> = async ({ world }, report) => {
  const { dialectOf, formatStory } = await import("@dramaturg/language")
  if (dialectOf(world.file) === "sabre") return report({ isForeign: true })
  const { text, diagnostics } = formatStory(world.text, world.file)
  report(hasErrors(diagnostics) ? { diagnostics } : { diagnostics, text })
}

export const importWorld: Work<"import"> = async ({ world }, report) => {
  const { draft, problem } = await readWorld(world, report)
  if (!problem) return
  const { writeDrama } = await import("@dramaturg/language")
  const { text, diagnostics } = writeDrama(draft)
  report({ text, remarks: diagnostics })
}

export const exportWorld: Work<"export"> = async ({ world }, report) => {
  const { problem } = await readWorld(world, report)
  if (!problem) return
  const { writeSabre } = await import("@dramaturg/language")
  const { text, diagnostics } = writeSabre(problem)
  report({ text, remarks: diagnostics })
}
