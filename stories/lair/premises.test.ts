/**
 * The founding scene is found, not replayed: its beats, what nobody foresees in it, and what one changed
 * premise does to it.
 */
import { readFileSync } from "node:fs"
import type { Explanations, Step } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { compiled, storyOf } from "../telling.js"

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8")
const world = read("lair.drama")
const beats = read("expected/beats.txt")

/** Every act that anybody has in mind in these explanations, at any depth. */
function inMind(explanations: Explanations): readonly string[] {
  return Object.values(explanations).flatMap(actsOf)
}

function actsOf(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => [step.act, ...inMind(step.explanations)])
}

/** The world with a premise changed; a change that finds nothing to change is a mistake in the test. */
function changed(...changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`There is nothing like ${pattern.source} in the lair any more.`)
    return text.replace(pattern, replacement)
  }, world)
}

const isAct = (line: string): boolean => /^\w+\(/.test(line)
const aboutAuthor = /^utility\(\):[^;]*;/m
const neverWeeps = [/& \(exists\(v : vampire\) begged\(who, v\)\)/, "& False"] as const
const block = (name: string): RegExp => new RegExp(`^(entity ${name} : \\w+ \\{)`, "m")

describe("the night", () => {
  const story = storyOf(compiled(world))
  const mindAt = (act: string): Explanations => story.solution!.explanations[story.plan.indexOf(act)]
  const before = (act: string): readonly Explanations[] =>
    story.solution!.explanations.slice(0, story.plan.indexOf(act))

  test("has all nine beats in the order of the scene", () => {
    expect(story.plan).toEqual(beats.split("\n").filter(isAct))
    expect(beats.match(/^\d /gm)).toHaveLength(9)
  })

  test("begins, for Spike, with nothing but hunger in mind", () => {
    expect(inMind(mindAt("throw_himself_down(Spike)"))).toEqual(["crawl(Spike)", "drink_pool(Spike, Buffy)"])
  })

  test("has no thought of the dagger or the shackles in it before the tear", () => {
    const thoughts = before("catch_tear(Spike, Buffy)").flatMap(inMind)
    expect(thoughts.filter((act) => /^(draw_dagger|break_shackles)/.test(act))).toEqual([])
  })

  test("has no thought of being carried out in it, anybody's, before the debt", () => {
    const thoughts = [...before("offer_throat(Buffy, Spike)"), mindAt("offer_throat(Buffy, Spike)")].flatMap(
      inMind,
    )
    expect(thoughts.filter((act) => /^(refuse_and_promise|carry_out|bring_to_safety)/.test(act))).toEqual([])
  })

  test("lets Buffy expect death whenever she speaks, and safety only after the promise", () => {
    const expects = (act: string): string => actsOf(mindAt(act).Buffy).at(-1)!
    expect(expects("ask_after(Buffy, Spike)")).toBe("grant_death(Spike, Buffy)")
    expect(expects("beg_for_death(Buffy, Spike)")).toBe("grant_death(Spike, Buffy)")
    expect(expects("offer_throat(Buffy, Spike)")).toBe("grant_death(Spike, Buffy)")
    expect(expects("carry_out(Spike, Buffy)")).toBe("bring_to_safety(Spike, Buffy)")
  })

  test("has waking, weeping and the tear in nobody's mind, ever", () => {
    expect(
      story.solution!.explanations.flatMap(inMind).filter((act) => /^(wake|weep|catch_tear)/.test(act)),
    ).toEqual([])
  })

  test("is foreseen no better by people who think twice as far ahead", () => {
    const far = storyOf(compiled(changed([/character: 4; belief: 2;/, "character: 7; belief: 3;"])))
    const rescue = far
      .solution!.explanations.slice(0, far.plan.indexOf("offer_throat(Buffy, Spike)") + 1)
      .flatMap(inMind)
    expect(rescue.filter((act) => /^(refuse_and_promise|carry_out|bring_to_safety)/.test(act))).toEqual([])
  })

  test("brings Angelus home, told that far, still believing that she hangs there", () => {
    const told = storyOf(compiled(world), 2)
    const home = told.plan.indexOf("come_back(Angelus)")
    expect(home).toBeGreaterThan(told.plan.indexOf("carry_out(Spike, Buffy)"))
    expect(inMind(told.solution!.explanations[home])).toEqual(["turn(Angelus, Buffy)"])
  })
})

describe("there is no rescue within the limits when", () => {
  test.each<[string, string]>([
    ["the pool has already dried", changed([/pool = Fresh;/, "pool = Dry;"])],
    ["foul play does not offend Spike, who stays in the chair", changed([/^  honours;\n/m, ""])],
    ["Drusilla was kind to him", changed([block("Drusilla"), "$1\n  was_kind(Spike);"])],
    ["Angelus is not bored and stays", changed([/(strength = 10;\n) *bored;/, "$1"])],
    ["she never wakes", changed([/& rested\(who\)/, "& False"])],
    ["she has been told that help is coming", changed([block("Buffy"), "$1\n  expects_help;"])],
    ["she never weeps", changed(neverWeeps)],
    ["no hand goes up for the tear", changed([/& in_tears\(of\)/, "& False"])],
    ["Spike is as hardened as they say", changed([block("Spike"), "$1\n  hardened;"])],
    ["dawn is an hour away", changed([/dark\(\) = 3;/, "dark() = 1;"])],
    ["dawn is two hours away", changed([/dark\(\) = 3;/, "dark() = 2;"])],
  ])("%s", (_, text) => {
    expect(storyOf(compiled(text)).status).toBe("exhausted")
  })
})

describe("another story comes of it when", () => {
  test("she never weeps: he heals and walks out alone", () => {
    const leaves = "utility(): at(Spike) == Night & asleep(Buffy);"
    const { plan } = storyOf(compiled(changed(neverWeeps, [aboutAuthor, leaves])))
    expect(plan.at(-1)).toBe("walk_out(Spike)")
    expect(plan).toContain("drink_pool(Spike, Buffy)")
  })

  test("he does what she begs for", () => {
    const { plan } = storyOf(compiled(changed([aboutAuthor, "utility(): dead(Buffy);"])))
    expect(plan.slice(-2)).toEqual(["beg_for_death(Buffy, Spike)", "grant_death(Spike, Buffy)"])
  })

  test("Drusilla was kind to him: nobody stands in Angelus's way", () => {
    const turned = "utility(): turned(Buffy);"
    const { plan } = storyOf(
      compiled(changed([block("Drusilla"), "$1\n  was_kind(Spike);"], [aboutAuthor, turned])),
    )
    expect(plan.slice(-2)).toEqual(["come_back(Angelus)", "turn(Angelus, Buffy)"])
  })

  test("Angelus comes back early: he sees Spike rise to his feet", () => {
    const found = "utility(): here(Angelus) & here(Buffy) & believes(Angelus, posture(Spike) == Standing);"
    const { plan } = storyOf(compiled(changed([aboutAuthor, found])))
    expect(plan).toContain("come_back(Angelus)")
    expect(plan.some((act) => act.startsWith("carry_out"))).toBe(false)
  })
})

describe("the file", () => {
  test("names its people in one place", () => {
    const [, before, after] = /^([\s\S]*)\/\/ ---- The people[\s\S]*?(\n\/\/ ---- [\s\S]*)$/.exec(world)!
    expect(`${before}${after}`).not.toMatch(/\b(Spike|Drusilla|Angelus|Buffy|Giles)\b/)
  })

  test("tells the same night of other people", () => {
    const others: Record<string, string> = {
      Spike: "Wilm",
      Drusilla: "Odile",
      Angelus: "Lazar",
      Buffy: "Hanna",
      Giles: "Piet",
    }
    const swapped = (text: string): string =>
      text.replace(/\b(Spike|Drusilla|Angelus|Buffy|Giles)\b/g, (name) => others[name])
    expect(storyOf(compiled(swapped(world))).plan).toEqual(swapped(beats).split("\n").filter(isAct))
  })
})
