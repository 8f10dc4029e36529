/** No story exists in a world: what its author could do. */
import { startAdvice } from "@dramaturg/engine"
import { adviceSentences } from "@dramaturg/telling"
import type { Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const advise: Work<"advise"> = async ({ world, limits, goal, isOutOfReach, deadline }, report) => {
  const { problem, relaxed, texts } = await readWorld(world, report)
  // Where nothing that can happen is worth more, that has been said, and with what to do; only a demand could still be why.
  if (!problem || (isOutOfReach && relaxed === undefined)) return
  report({ stage: "searching" })
  const inquiry = startAdvice(problem, { limits, goal, relaxed, ...clockUntil(deadline), onTrial: (what) => report({ note: `What is in the way? ${what}` }) })
  while (!inquiry.step(100));
  const wish = problem.utilities.find((each) => each.character === null)?.origin
  const text = wish && texts.get(wish.file)?.slice(wish.offset, wish.offset + wish.length)
  report({ advice: inquiry.answer!, sentences: adviceSentences(inquiry.answer!, problem), ...(text === undefined ? {} : { wish: text }) })
}
