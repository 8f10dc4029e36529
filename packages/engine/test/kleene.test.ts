/**
 * Where something lies beyond (D20), formulas that mean the same by Kleene's strong tables are answered
 * alike, however they are written and whoever reads them: search, judge, exploration and play.
 */
import { startExploration, startSearch, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { BEYOND, NO, YES, and, areNumbers, not, or, type Truth } from "../src/kleene.js"
import { drama } from "./worlds.js"

const truths: readonly Truth[] = [NO, YES, BEYOND]

/** All that a truth could turn out to be. */
const completions = (truth: Truth): readonly boolean[] => (truth === BEYOND ? [false, true] : [truth === YES])

/** What is certain if it could turn out to be any of these. */
function certain(results: readonly boolean[]): Truth {
  if (new Set(results).size > 1) return BEYOND
  return results[0] ? YES : NO
}

describe("the tables say just what all completions agree on:", () => {
  const pairs = truths.flatMap((one) => truths.map((other) => [one, other] as const))
  const over = (one: Truth, other: Truth, table: (a: boolean, b: boolean) => boolean): Truth =>
    certain(completions(one).flatMap((a) => completions(other).map((b) => table(a, b))))

  test("not", () => {
    for (const each of truths) expect(not(each)).toBe(certain(completions(each).map((so) => !so)))
  })

  test.each(pairs)("and, or, numbers of %s and %s", (one, other) => {
    expect(and(one, other)).toBe(over(one, other, (a, b) => a && b))
    expect(or(one, other)).toBe(over(one, other, (a, b) => a || b))
    expect(areNumbers(one, other)).toBe(over(one, other, (a, b) => a && b))
  })
})

/**
 * A jailer who is grateful if he is helped: feelings lie as deep as wants do, so all of this looks into minds
 * without end.
 */
const jail = (want: string, freeing = "!bound(whom)"): Problem =>
  drama(`
include "@lib/places"; include "@lib/feelings";
limits { author: 6; character: 3; belief: 2; }
entity Cell, Hill : place;
beside(Cell, Hill);
property bound(who : character) : boolean;
property hurt(who : character) : boolean;
property medicine(who : character) : boolean;
entity Rook : character { at = Cell; hurt; wants: (if(hurt(Rook)) 0 else 5) + ${want}; }
entity Wren : character { at = Cell; bound; medicine; wants: (if(bound(Wren)) 0 else 3) + (if(hurt(Rook)) 0 else 1); }
action heal(who : character, whom : character) {
  precondition: at(who) == at(whom) & medicine(who) & hurt(whom);
  effect: !hurt(whom) & !medicine(who);
  consenting: who;
  observing(c : character): at(c) == at(who);
}
action free(who : character, whom : character) {
  precondition: who != whom & at(who) == at(whom) & bound(whom) & !bound(who);
  effect: ${freeing};
  consenting: who;
  observing(c : character): at(c) == at(who);
}
utility(): !bound(Wren);`)

function planFound(problem: Problem): readonly string[] | string {
  const search = startSearch(problem, { maxVisited: 3000 })
  while (search.status === "searching") search.step(1000)
  return search.story?.solution.plan ?? `${search.status} ${search.stoppedBy}`
}

const grateful = "(gratitude(Rook, Wren) > 0)"

/** Three if he is grateful and she is free, nothing else; in all the ways that come to mind. */
const ways: readonly string[] = [
  `(if(${grateful}) (if(bound(Wren)) 0 else 3) else 0)`,
  `(if(${grateful} & !bound(Wren)) 3 else 0)`,
  `(if(!bound(Wren) & ${grateful}) 3 else 0)`,
  `(if(!(${grateful}) | bound(Wren)) 0 else 3)`,
  `(if(!(!(${grateful}) | bound(Wren))) 3 else 0)`,
  `(if(!(${grateful})) 0 elseif(bound(Wren)) 0 else 3)`,
  `(if(bound(Wren)) 0 elseif(${grateful}) 3 else 0)`,
  `(if(if(${grateful}) !bound(Wren) else False) 3 else 0)`,
  `(if(if(${grateful}) (if(bound(Wren)) False else True) else False) 3 else 0)`,
  `(if(if(bound(Wren)) ${grateful} & !(${grateful}) & False else ${grateful}) 3 else 0)`,
  `(if(exists(x : character) (x == Wren & ${grateful} & !bound(x))) 3 else 0)`,
  `(if(!(forall(x : character) (x != Wren | bound(x) | !(${grateful})))) 3 else 0)`,
  `(if(${grateful}) (if(${grateful}) (if(!bound(Wren)) 3 else 0) else 0) else 0)`,
  `((if(${grateful}) 3 else 3) * (if(bound(Wren)) 0 else (if(${grateful}) 1 else 0)))`,
  `(if(gratitude(Rook, Wren) > (if(bound(Wren)) ? else 0)) 3 else 0)`,
]

describe("a want that means the same, whichever way it is written, lets the same story be found", () => {
  test.each(ways)("%s", (want) => {
    const problem = jail(want)
    expect(planFound(problem)).toEqual(["heal(Wren, Rook)", "free(Rook, Wren)"])
    expect(
      verify(
        problem,
        { plan: ["heal(Wren, Rook)", "free(Rook, Wren)"], explanations: [] },
        { limits: problem.limits },
      ).verdict,
    ).toBe("valid")
    expect(
      verify(problem, { plan: ["free(Rook, Wren)"], explanations: [] }, { limits: problem.limits }).verdict,
    ).toBe("invalid")
  })

  test("and the same story space", () => {
    const spaces = ways.slice(0, 4).map((want) => {
      const exploration = startExploration(jail(want), { depth: 2 })
      while (exploration.status === "exploring") exploration.step(1000)
      return exploration.foot
    })
    expect(spaces[0]).toMatchObject({ end: "complete" })
    expect(new Set(spaces.map((each) => JSON.stringify(each))).size).toBe(1)
  })
})

describe("an effect that comes to the same, whichever way it is written, lets the same story be found", () => {
  test.each([
    `(if(${grateful}) !bound(whom) else !bound(whom))`,
    `(if(${grateful}) !bound(whom) elseif(hurt(Rook)) !bound(whom) else (!bound(whom) & hurt(Rook)))`,
    `(if(${grateful}) (if(hurt(Wren)) !bound(whom) else !bound(whom)) else bound(whom) = (if(${grateful}) True else False))`,
    `(bound(whom) = (if(${grateful}) False else False))`,
  ])("%s", (freeing) => {
    const problem = jail(ways[0], freeing)
    expect(planFound(problem)).toEqual(["heal(Wren, Rook)", "free(Rook, Wren)"])
    expect(
      verify(
        problem,
        { plan: ["heal(Wren, Rook)", "free(Rook, Wren)"], explanations: [] },
        { limits: problem.limits },
      ).verdict,
    ).toBe("valid")
  })
})
