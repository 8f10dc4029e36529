/** Why an act of a story was done: the story is reviewed where it gives no reasons, and written down with those found. */
import { chronicle, countedAsWritten, groundingNotes, itemCalled, itemOfAct, readOutline, startReview } from "@dramaturg/engine"
import { charactersOf, hasErrors } from "@dramaturg/model"
import { actReaderOf, nearSentences, whySentences } from "@dramaturg/telling"
import type { Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const why: Work<"why"> = async ({ world, story, act: named, character, limits, deadline }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  const { outline, diagnostics: remarks } = readOutline(story.text, problem, story.file, actReaderOf(problem))
  report({ stage: "searching", remarks })
  if (!outline) return
  const called = itemCalled(outline, named)
  report({ items: outline.acts.map((_, i) => itemOfAct(outline.acts, i + 1)), characters: charactersOf(problem) })
  if (called === undefined) return
  if ("unread" in called) return report({ unread: nearSentences(called.unread.near ?? []) })
  const { act } = called
  const acts = outline.acts.slice(0, act)
  report({ act })
  const inquiry = startReview(problem, { acts, notes: [] }, { limits, past: act - 1, ...clockUntil(deadline) })
  while (!inquiry.step(1000));
  const explanations = inquiry.answer!.acts.map((each) => each.explanations)
  const chronicled = chronicle(problem, { plan: acts.map((each) => each.act), explanations })
  const fabula = { ...chronicled, occurrences: countedAsWritten(chronicled.occurrences, outline.acts) }
  const sentences = whySentences(fabula, problem, act, character)
  const occurrence = fabula.occurrences.find((each) => each.act === act && each.kind === "act")!
  report({ occurrence, review: inquiry.answer!, sentences })
}
