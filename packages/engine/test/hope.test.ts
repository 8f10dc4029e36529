/**
 * Plans in hope in search and judge (D40 to D43): both come to the stories of the worlds that were made for the
 * law and to those of random worlds with open properties, as the oracle has them; and a certificate that carries
 * a case is checked literally.
 */
import { groundingNotes, startSearch, verify, WarmEngine } from "@dramaturg/engine"
import { compileStory, readCertificate } from "@dramaturg/language"
import { type Case, type Explanations, type Problem, type Solution, caseOf, stepsOf } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { everyStory, everyStoryIfKnown } from "./every-story.js"
import { opinionOf } from "./oracle/oracle.js"
import { randomOpen } from "./oracle/random-open.js"
import { drama } from "./worlds.js"

const long = process.env.LONG === "1"

const witness = `
type suspect;
entity Butler, Gardener : suspect;
open property killer() : suspect;
property arrested() : suspect;
entity Ines : character { wants: arrested() != ? & arrested() == killer(); }
entity Otto : character;
killer() = Butler;
believes(Ines, killer()) = ?;
believes(Ines, knows(Otto, killer()));
action question(Ines, Otto) { effect: believes(Ines, killer()) = believes(Otto, killer()); consenting: Ines; }
action arrest(Ines, s : suspect) {
  precondition: killer() == s & arrested() == ?;
  effect: arrested() = s;
  consenting: Ines;
}
utility(): arrested() == Butler;
limits { author: 3; character: 3; belief: 2; }
`

/** Without the pebble she might end in a cell, which is worse than staying outside. */
const guard = `
type spot;
entity Outside, Inside, Cell : spot;
open property asleep(who : character) : boolean;
property where() : spot;
entity Guard : character { asleep; }
entity Tib : character { wants: if(where() == Inside) 1 elseif(where() == Cell) -1 else 0; }
where() = Outside;
believes(Tib, asleep(Guard)) = ?;
action throw_pebble(Tib) { effect: knows(Tib, asleep(Guard)); consenting: Tib; }
action sneak(Tib) {
  precondition: where() == Outside;
  effect:
    (if(asleep(Guard)) where() = Inside) & (if(asleep(Guard)) believes(Tib, where()) = Inside) &
    (if(!asleep(Guard)) where() = Cell) & (if(!asleep(Guard)) believes(Tib, where()) = Cell);
  consenting: Tib;
}
utility(): where() == Inside;
limits { author: 3; character: 3; belief: 2; }
`

/** An indifferent Otto, who can only lie. */
const liar = `
type suspect;
entity Butler, Gardener : suspect;
open property killer() : suspect;
property asked() : boolean;
entity Ines : character { wants: killer() != ?; }
entity Otto : character { wants: if(asked()) 0 else 1; }
killer() = Butler;
believes(Ines, killer()) = ?;
believes(Ines, knows(Otto, killer()));
action ask(Ines, Otto) { precondition: !asked(); effect: asked(); consenting: Ines; }
action lie(Otto, Ines, s : suspect) {
  precondition: asked() & believes(Otto, killer()) != s;
  effect: believes(Ines, killer() = s) & !asked() & believes(Ines, !asked());
  consenting: Otto;
  observing(c : character): c == Otto;
}
utility(): asked();
limits { author: 3; character: 3; belief: 3; }
`

const limitsOf = ({ limits: { author, character, belief } }: Problem) => ({
  author: author!,
  character: character!,
  belief: belief!,
})

function supposing(...said: readonly (readonly [fluent: string, value: Case[number]["value"]])[]): Case {
  return said.map(([fluent, value]) => ({ fluent, value }))
}

const step = (act: string, explanations: Explanations = {}) => ({ act, explanations })

/** What the judge has against a story, definition by definition; "valid" if nothing. */
function judged(problem: Problem, solution: Solution): string {
  const { verdict, breaches } = verify(problem, solution, { limits: limitsOf(problem) })
  return verdict === "invalid" ? breaches.map((each) => each.definition).join() : verdict
}

describe("a certificate with a case", () => {
  const story = (found: Case, steps = [step("arrest(Ines, Butler)")]): Solution => ({
    plan: ["question(Ines, Otto)", "arrest(Ines, Butler)"],
    explanations: [{ Ines: { case: found, steps } }, { Ines: [] }],
  })
  const gardener = [step("arrest(Ines, Gardener)")]

  test("comes with the story that is found, and is valid", () => {
    const problem = drama(witness)
    const [{ solution }, ...others] = everyStory(problem, limitsOf(problem))
    expect(others).toEqual([])
    expect(caseOf(solution.explanations[0].Ines)).toEqual(supposing(["killer()", "Butler"]))
    expect(stepsOf(solution.explanations[0].Ines).map(({ act }) => act)).toEqual(["arrest(Ines, Butler)"])
    expect(caseOf(solution.explanations[1].Ines)).toBeUndefined()
    expect(judged(problem, solution)).toBe("valid")
  })

  test.each<readonly [why: string, given: Solution, judged: string]>([
    ["the case that is so", story(supposing(["killer()", "Butler"])), "valid"],
    ["a case that is not so", story(supposing(["killer()", "Gardener"]), gardener), "valid"],
    [
      "no case, which is looked for",
      { ...story([]), explanations: [{ Ines: [step("arrest(Ines, Butler)")] }] },
      "valid",
    ],
    ["no plan", { ...story([]), explanations: [] }, "valid"],
    ["steps for another case", story(supposing(["killer()", "Gardener"])), "D42"],
    ["a case of nothing", story([]), "D41"],
    ["a value of another type", story(supposing(["killer()", "Otto"])), "D41"],
    ["what is not open", story(supposing(["arrested()", "Butler"])), "D41"],
    ["one fluent twice", story(supposing(["killer()", "Butler"], ["killer()", "Gardener"])), "D41"],
    [
      "an idle step",
      story(supposing(["killer()", "Butler"]), [step("question(Ines, Otto)"), ...gardener]),
      "D42",
    ],
    ["a plan that gains nothing", story(supposing(["killer()", "Butler"]), []), "D42 M2"],
  ])("%s", (_, given, expected) => {
    expect(judged(drama(witness), given)).toBe(expected)
  })

  test("is read back from JSON as it was written, and a wrong shape is named", () => {
    const problem = drama(witness)
    const read = (given: unknown) => readCertificate(JSON.stringify(given), problem, "story.json")
    const given = story(supposing(["killer()", "Butler"]))
    expect(read(given)).toEqual({ diagnostics: [], solution: given })
    const { steps } = given.explanations[0].Ines as { steps: unknown }
    const remarks = [{ steps }, { case: [{ value: "Butler" }], steps }].map(
      (Ines) => read({ ...given, explanations: [{ Ines }, {}] }).diagnostics[0]?.message,
    )
    expect(remarks).toEqual([
      "What Ines has in mind must be a list of steps.",
      'What Ines supposes must be an object with "fluent" and "value".',
    ])
  })

  test("possible in fact, but not known to be", () => {
    const problem = drama(witness)
    const given = {
      plan: ["arrest(Ines, Butler)"],
      explanations: [{ Ines: { case: supposing(["killer()", "Butler"]), steps: [] } }],
    }
    expect(judged(problem, given)).toBe("D42 M3")
    const nested = story(supposing(["killer()", "Butler"]), [])
    const unknowing = witness.replace(/effect: believes\(Ines, killer.*?;/, "effect: arrested() = ?;")
    const later = { ...nested, explanations: [story(supposing(["killer()", "Butler"])).explanations[0]] }
    const { breaches } = verify(drama(unknowing), later, { limits: limitsOf(problem) })
    expect(breaches.map((each) => each.definition)).toContain("D42 M3")
    expect(breaches.map((each) => each.message).join()).toMatch("possible in fact but not known to be")
  })

  test("feared", () => {
    const problem = drama(guard)
    const asleep = supposing(["asleep(Guard)", true])
    const blind = { plan: ["sneak(Tib)"], explanations: [{ Tib: { case: asleep, steps: [] } }] }
    expect(judged(problem, blind)).toBe("D42 M6")
    const careful = {
      plan: ["throw_pebble(Tib)", "sneak(Tib)"],
      explanations: [{ Tib: { case: asleep, steps: [step("sneak(Tib)")] } }, { Tib: [] }],
    }
    expect(judged(problem, careful)).toBe("valid")
  })

  test("would be misled", () => {
    const told = (s: string) => [step(`lie(Otto, Ines, ${s})`, { Otto: [] })]
    const hoping = (killer: string, s: string): Solution => ({
      plan: ["ask(Ines, Otto)"],
      explanations: [{ Ines: { case: supposing(["killer()", killer]), steps: told(s) } }],
    })
    expect(judged(drama(liar), hoping("Butler", "Gardener"))).toBe("D42 M7")
    expect(judged(drama(liar), hoping("Gardener", "Gardener"))).toBe("D42")
  })
})

/** Somebody begs to be let go; a jailer of whom she does not know whether he is kind. */
const jailer = `
open property kind() : boolean { might: value != mad(); }
open property old() : boolean;
property mad() : boolean;
property asked() : boolean;
property free() : boolean;
property rested() : boolean;
property tired() : boolean;
entity Ada : character { wants: if(tired()) 2 elseif(rested()) 3 elseif(free()) 1 else 0; }
entity Jon : character { wants: if(kind()) free() else False; }
kind();
mad() = ?;
believes(Ada, kind()) = ? & believes(Ada, old()) = ?;
believes(Ada, knows(Jon, kind()));
action beg(Ada) { precondition: !asked(); effect: asked(); consenting: Ada; }
action wait(Ada) { effect: asked(); consenting: Ada; }
action rest(Ada) { precondition: free() & !rested(); effect: rested(); consenting: Ada; }
action rise(Ada) { precondition: rested(); effect: tired(); consenting: Ada; }
action unlock(Jon) { precondition: asked(); effect: free(); consenting: Jon; observing(c : character): c == Jon; }
action open_up(Jon) { precondition: asked(); effect: unforeseen(free()); consenting: Jon; }
action storm() { precondition: asked(); effect: free(); }
utility(): asked();
limits { author: 1; character: 4; belief: 2; }
`

describe("a plan in a case is checked clause by clause", () => {
  const unlock = step("unlock(Jon)", { Jon: [] })
  const judgedOf = (
    steps: readonly ReturnType<typeof step>[],
    supposed = supposing(["kind()", true]),
    more: (text: string) => string = (text) => text,
  ): string => {
    const problem = drama(more(jailer))
    return judged(problem, { plan: ["beg(Ada)"], explanations: [{ Ada: { case: supposed, steps } }] })
  }

  test.each<readonly [why: string, expected: string, ...given: Parameters<typeof judgedOf>]>([
    ["as it should be", "valid", [unlock]],
    ["M1: too long", "D42 M1", [unlock], undefined, (text) => text.replace("character: 4", "character: 1")],
    ["M1: too deep", "D42 M1", [unlock], undefined, (text) => text.replace("belief: 2", "belief: 0")],
    ["M2: no gain", "D42 M2", []],
    ["M3: nobody does it", "D42 M3", [step("storm()")]],
    ["M3: another would not do it", "D22", [step("unlock(Jon)")], supposing(["kind()", false])],
    ["M3: another's plan comes to nothing", "D22 M2", [unlock], supposing(["kind()", false])],
    ["M3: the owner would lose by it", "D42 M3", [unlock, step("rest(Ada)"), step("rise(Ada)")]],
    ["M4: all is had before", "D42 M4", [unlock, step("wait(Ada)")]],
    ["M5: an idle act", "D42 M5", [step("wait(Ada)"), unlock]],
    ["by what is foreseen", "D42 M2,D22 M2", [step("open_up(Jon)", { Jon: [] })]],
    ["a value that cannot be", "D41", [unlock], undefined, (text) => text.replace("mad() = ?", "mad()")],
    ["two things where one may be supposed", "D41", [unlock], supposing(["kind()", true], ["old()", true])],
    [
      "two things where two may be supposed",
      "valid",
      [unlock],
      supposing(["kind()", true], ["old()", true]),
      (text) => text.replace("belief: 2;", "belief: 2; cases: 2;"),
    ],
    [
      "one thing twice",
      "D41",
      [unlock],
      supposing(["kind()", true], ["kind()", true]),
      (text) => text.replace("belief: 2;", "belief: 2; cases: 2;"),
    ],
    ["what is not open", "D41", [unlock], supposing(["free()", true])],
    [
      "what is known",
      "D41",
      [unlock],
      supposing(["old()", true]),
      (text) => text.replace("believes(Ada, old()) = ?", "believes(Ada, old()) = False"),
    ],
  ])("%s", (_, expected, ...given) => {
    expect(judgedOf(...given)).toBe(expected)
  })

  test("the others' reasons have the horizon that is left", () => {
    const later = (text: string): string =>
      `${text.replace("if(kind()) free()", "if(kind()) slept()")}
      property slept() : boolean;
      action sleep(Jon) { precondition: free(); effect: slept(); consenting: Jon; observing(c : character): c == Jon; }`
    const steps = [step("unlock(Jon)", { Jon: [step("sleep(Jon)")] })]
    const within = (character: number): string =>
      judgedOf(steps, undefined, (text) => later(text).replace("character: 4", `character: ${character}`))
    expect([within(3), within(2)]).toEqual(["valid", "D22 M1"])
  })
})

/** Who wants two answers must suppose two, and what might be decides what can be feared. */
test("an engine that remembers answers anew where cases or what might be have changed", () => {
  const engine = new WarmEngine()
  const letters = (cases: number) =>
    drama(`type letter; entity One, Two : letter; open property good(l : letter) : boolean;
      entity Ada : character { wants: good(One) != ? & good(Two) != ?; }
      forall(l : letter) believes(Ada, good(l)) = ?;
      action read(Ada, l : letter) { effect: knows(Ada, good(l)); consenting: Ada; }
      utility(): believes(Ada, good(One) != ? & good(Two) != ?);
      limits { author: 2; character: 2; belief: 1; cases: ${cases}; }`)
  const blindly = guard.replace(/action throw_pebble.*/, "")
  const surely = blindly.replace(
    "asleep(who : character) : boolean;",
    "asleep(who : character) : boolean { might: value; }",
  )
  const worlds = [letters(1), letters(2), letters(1), drama(blindly), drama(surely), drama(blindly)]
  const statuses = worlds.map((problem) => {
    const search = engine.search(problem)
    while (search.status === "searching") search.step(1000)
    return search.status
  })
  expect(statuses).toEqual(["exhausted", "solved", "exhausted", "exhausted", "solved", "exhausted"])
})

/** Eight letters, of which she wants to know three: no two of them do, and every pair is tried. */
const eight = (more = ""): Problem =>
  drama(`type letter; entity A, B, C, D, E, F, G, H : letter; open property good(l : letter) : boolean; ${more}
    entity Ada : character { wants: good(A) != ? & good(B) != ? & good(C) != ?; }
    forall(l : letter) believes(Ada, good(l)) = ?;
    action read(Ada, l : letter) { effect: knows(Ada, good(l)); consenting: Ada; }
    utility(): believes(Ada, good(A) != ?);
    limits { author: 3; character: 3; belief: 1; cases: 2; }`)

/** How a search ends, in how many units, and how many states the longest of these made. */
function unitsOf(problem: Problem) {
  const search = startSearch(problem)
  let [units, longest] = [0, 0]
  for (; search.status === "searching"; units++) {
    const { generated } = search.progress
    search.step(1)
    longest = Math.max(longest, search.progress.generated - generated)
  }
  return { status: search.status, units, longest }
}

test("a hope that is looked for in many cases pauses within each", () => {
  const { status, longest } = unitsOf(eight())
  expect(status).toBe("exhausted")
  expect(longest).toBeLessThan(8)
})

test("of what nothing mentions one case is tried, and that does not show", () => {
  const idle = `type riddle; entity P, Q, R, S, T, U : riddle; open property answer(r : riddle) : riddle;
    forall(r : riddle) believes(Ada, answer(r)) = ?;`
  const [without, beside] = [eight(), eight(idle)].map(unitsOf)
  expect(beside.status).toBe(without.status)
  expect(beside.units).toBeLessThan(1.5 * without.units)
  const witnessed = drama(`${witness} ${idle.replaceAll("Ada", "Ines")}`)
  const [{ solution }, ...others] = everyStory(witnessed, limitsOf(witnessed))
  expect(others).toEqual([])
  expect(caseOf(solution.explanations[0].Ines)).toEqual(supposing(["killer()", "Butler"]))
})

test("search, judge and oracle agree on random worlds in which people wonder", () => {
  const counts = { decided: 0, unlisted: 0, withStories: 0, hopeful: 0 }
  const wrong: string[] = []
  for (let seed = 0; seed < (long ? 1000 : 12); seed++) {
    const { text, limits } = randomOpen(seed)
    const bare = compileStory(text, { file: "world.drama" }).problem
    for (const [i, all] of (bare ? limits : []).entries()) {
      const { cases, ...bounds } = all
      const problem = { ...bare!, limits: { ...bare!.limits, ...all } }
      const said = opinionOf(problem, all)
      if (typeof said === "string") continue
      counts.decided++
      const stories = everyStoryIfKnown(problem, bounds)
      if (stories === undefined) counts.unlisted++
      const theirs = said.stories.map(({ plan }) => plan.join(" ")).sort()
      const ours = stories?.map(({ solution }) => solution.plan.join(" ")).sort()
      if (theirs.length > 0) counts.withStories++
      if (JSON.stringify(stories).includes('"case"')) counts.hopeful++
      if (ours && JSON.stringify(ours) !== JSON.stringify(theirs))
        wrong.push(`seed ${seed}, ${i}: found ${ours.join("; ")}, not ${theirs.join("; ")}`)
      const verdicts = (plans: readonly Solution[], expected: string): void => {
        for (const each of plans) {
          const { verdict } = verify(problem, each, { limits: bounds })
          if (verdict !== expected) wrong.push(`seed ${seed}, ${i}: ${each.plan.join(" ")} is ${verdict}`)
        }
      }
      const bareOf = ({ plan }: { readonly plan: readonly string[] }): Solution => ({
        plan,
        explanations: [],
      })
      if (groundingNotes(problem).some(({ severity }) => severity === "error")) continue
      verdicts(
        (stories ?? []).map(({ solution }) => solution),
        "valid",
      )
      verdicts(said.stories.map(bareOf), "valid")
      verdicts(said.refused.slice(0, 4).map(bareOf), "invalid")
    }
  }
  expect(wrong).toEqual([])
  expect(counts.unlisted).toBe(0)
  expect(counts.withStories).toBeGreaterThan(0.2 * counts.decided)
  expect(counts.hopeful).toBeGreaterThan(0.05 * counts.decided)
}, 3_600_000)
