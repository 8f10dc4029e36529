/**
 * What a character would have to know of other minds to have a reason, where the world alone does not do it
 * (D31).
 */
import type { Ignorance, Slices } from "@dramaturg/model"
import type { Misjudged, Reasoner } from "./reasoner.js"

/** How many minds deep within their own it is looked for. */
const DEPTH = 2

/** So many are tried one by one, and then two by two. */
const MOST_ALONE = 60
const MOST_PAIRS = 24

/** As little as will do, one thing if that can be; undefined: nothing of it does. */
export function* misjudgedMinds(
  reasoner: Reasoner,
  past: readonly number[],
  action: number,
  who: number,
): Slices<readonly Misjudged[] | undefined> {
  const wrong = reasoner.misjudged(past, who, DEPTH)
  const minds = wrong.filter((each) => each.chain.length > 0)
  const suffices = function* (known: readonly Misjudged[]): Slices<boolean> {
    const plan = yield* reasoner.reasonIfSeen(past, action, who, known)
    return plan !== null && plan !== undefined
  }
  for (const each of minds.slice(0, MOST_ALONE)) if (yield* suffices([each])) return [each]
  const few = wrong.slice(0, MOST_PAIRS)
  for (const [i, one] of few.entries())
    for (const other of few.slice(i + 1)) if (yield* suffices([one, other])) return [one, other]
  if (minds.length === 0 || !(yield* suffices(wrong))) return undefined
  return yield* least(wrong, suffices)
}

/** Halves are left out first, then quarters, down to single things, as long as the rest suffices. */
function* least(
  all: readonly Misjudged[],
  suffices: (known: readonly Misjudged[]) => Slices<boolean>,
): Slices<readonly Misjudged[]> {
  let needed = all
  for (let size = Math.ceil(all.length / 2); ; size = Math.ceil(size / 2)) {
    for (let at = 0; at < needed.length; ) {
      const fewer = needed.toSpliced(at, size)
      if (fewer.length > 0 && (yield* suffices(fewer))) needed = fewer
      else at += size
    }
    if (size === 1) return needed
  }
}

/** In the world's words. The character whose mind it is knows it. */
export function ignoranceOf(
  { task }: Reasoner,
  who: number,
  { chain, fluent, believed, actual }: Misjudged,
): Ignorance {
  return {
    believers: [who, ...chain].map((each) => task.characters[each]),
    fluent: task.fluents[fluent].reference,
    value: task.values.valueOf(actual),
    believed: task.values.valueOf(believed),
    knownTo: chain.length === 0 ? [] : [task.characters[chain[0]]],
  }
}
