/** Why an act does not happen at some point of a story, or why no story ends in a certain way. */
import { groundingNotes, itemCalled, itemOfAct, readOutline, startEndingInquiry, startReview } from "@dramaturg/engine"
import { hasErrors, type Outline, type Problem } from "@dramaturg/model"
import { actReaderOf, endingSentences, nearSentences, whyNotSentences } from "@dramaturg/telling"
import type { WhyNotAsked, Work, WorldText } from "../protocol.js"
import { changedWorld } from "./change-texts.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const whyNot: Work<"why-not"> = async (asked, report) => {
  const { problem, diagnostics, texts } = await readWorld(asked.world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  if (asked.ending !== undefined) return whyNoEnding({ ...asked, world: withEnding(asked.world, problem, asked.ending, texts) }, report)
  const sentence = actReaderOf(problem)
  const before = asked.story === undefined ? { outline: nothing, diagnostics: [] } : readOutline(asked.story.text, problem, asked.story.file, sentence)
  const question = readOutline(asked.act!, problem, "<act>", sentence)
  report({ stage: "searching", remarks: before.diagnostics, questionRemarks: question.diagnostics })
  if (!before.outline || !question.outline) return
  const items = before.outline.acts.map((_, i) => itemOfAct(before.outline!.acts, i + 1))
  report({ items })
  const called = asked.at === undefined ? { act: items.length } : asked.at === "0" ? { act: 0 } : itemCalled(before.outline, asked.at)
  if (called === undefined) return
  if ("unread" in called) return report({ unread: nearSentences(called.unread.near ?? []) })
  const at = called.act
  const acts = [...before.outline.acts.slice(0, at), question.outline.acts[0]]
  const inquiry = startReview(problem, { acts, notes: [] }, { limits: asked.limits, past: acts.length - 1, ...clockUntil(asked.deadline) })
  while (!inquiry.step(1000));
  report({ act: inquiry.answer!.acts[acts.length - 1], sentences: whyNotSentences(inquiry.answer!, problem) })
}

const nothing: Outline = { acts: [], notes: [] }

async function whyNoEnding({ world, limits, deadline }: WhyNotAsked, report: Parameters<Work<"why-not">>[1]) {
  const { text } = world
  const wished = await readWorld(world, () => {})
  const line = text.slice(0, text.lastIndexOf(opening)).split(/\r\n|\r|\n/).length
  const wrong = wished.diagnostics.filter((each) => each.severity === "error")
  report({ stage: "searching", questionRemarks: wrong.map((each) => ({ ...each, span: { ...each.span, file: "<ending>", line: Math.max(1, each.span.line - line - 1) } })) })
  if (!wished.problem) return
  const inquiry = startEndingInquiry(wished.problem, { limits, ...clockUntil(deadline), onTrial: (what) => report({ note: `Looking for a story: ${what}` }) })
  while (!inquiry.step(1000));
  report({ ending: inquiry.answer!, sentences: endingSentences(inquiry.answer!, wished.problem) })
}

const opening = "\nutility():\n"

/** The world with the ending for what the author wants. */
function withEnding(world: WorldText, problem: Problem, ending: string, texts: ReadonlyMap<string, string>): WorldText {
  const wish = problem.utilities.find((each) => each.character === null)?.origin
  return changedWorld(world, texts, wish ? [wish] : [], `${opening}${ending.replace(/;\s*$/, "")};\n`)
}
