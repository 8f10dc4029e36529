/**
 * Plots that somebody wrote down: which acts hold, and what speaks against the others. Small worlds with
 * their answers; the known solutions of the published settings; and on random worlds every verdict beside
 * what the oracle makes of the definitions.
 */
import { readdirSync } from "node:fs"
import { startRepair, startReview, type ReviewOptions, verify } from "@dramaturg/engine"
import { reviewSentences } from "@dramaturg/telling"
import { compileStory, readCertificate } from "@dramaturg/language"
import { finished, type Outline, type Problem, printValue, type Review, valuesOf } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { after as afterAct } from "../src/semantics/happen.js"
import { isExplained as isExplainedTo } from "../src/prove/motives.js"
import type { Bounds } from "../src/check/context.js"
import { OutOfEffort } from "../src/check/prover.js"
import { proofContext } from "../src/prove/context.js"
import { actionNamed, inScene } from "../src/replay/scene.js"
import { consentingTo, isExplained, type Question } from "./oracle/explain.js"
import { after, opinionOf, startOf, universeOf } from "./oracle/oracle.js"
import { randomWorld } from "./oracle/random-world.js"
import { type Dice, diceOf } from "./oracle/dice.js"
import { Endless, TooDeep } from "./oracle/worlds.js"
import { hasShared, readShared, sharedWorld, world } from "./worlds.js"

const long = process.env.LONG === "1"

function outlineOf(acts: readonly string[]): Outline {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  return { acts: acts.map((act) => ({ act, span })), notes: [] }
}

function review(problem: Problem, acts: readonly string[], options: ReviewOptions = {}): Review {
  const query = startReview(problem, outlineOf(acts), options)
  while (!query.step(100));
  return query.answer!
}

function told(problem: Problem, acts: readonly string[], options?: ReviewOptions): string {
  const { acts: lines, whole } = reviewSentences(review(problem, acts, options), problem)
  return [
    ...lines.flatMap(({ item, act, verdict, sentences }) => [
      `${item}. ${act}: ${verdict}`,
      ...sentences.map((each) => `   ${each}`),
    ]),
    whole,
  ].join("\n")
}

/**
 * Tom fetches medicine; the guard lets through only those he believes to have a pass; Ann may show Tom where
 * the pass is.
 */
const town = world(
  `
type place : entity; entity Home, Gate, Market : place; entity Tom, Ann, Guard : character;
property at(c : character) : place; property pass(c : character) : boolean; property medicine(c : character) : boolean; property open() : boolean;
at(Tom) = Home; at(Ann) = Home; at(Guard) = Gate; open(); believes(Tom, !open()); believes(Ann, believes(Tom, !open()));
action walk(c : character, from : place, to : place) { precondition: at(c) == from & from != to & open(); effect: at(c) = to; consenting: c; };
action buy(c : character) { precondition: at(c) == Market & !medicine(c); effect: medicine(c); consenting: c; };
action tell(c : character, d : character) { precondition: at(c) == at(d) & c != d; effect: believes(d, open()); consenting: c; };
action hum(c : character) { effect: at(c) = at(c); consenting: c; };
utility(): if(medicine(Tom)) 1 else 0;
utility(Tom): if(medicine(Tom)) 1 else 0;
utility(Ann): if(medicine(Tom)) 1 else 0;
`,
  "town.drama",
)

const walk = "walk(Tom, Home, Market)"
const buy = "buy(Tom)"

describe("an outline is reviewed act by act", () => {
  test("one that holds", () => {
    expect(told(town, ["tell(Ann, Tom)", walk, buy])).toBe(
      "1. tell(Ann, Tom): holds\n2. walk(Tom, Home, Market): holds\n3. buy(Tom): holds\nThe plot holds: every act is possible, explained and needed.",
    )
  })

  test("somebody does not know what they would have to", () => {
    expect(told(town, [walk, buy])).toBe(`1. walk(Tom, Home, Market): does not know
   Tom does not believe that it can be done: to Tom's mind, open() has not held since the start. Knowing that open() holds, Tom would have a reason. tell(Ann, Tom), walk(Ann, Home, Gate) or walk(Ann, Home, Market) would tell Tom.
2. buy(Tom): holds
The plot does not hold: one act does not hold.`)
  })

  test("an act is impossible, and what follows it is judged as if it had happened", () => {
    expect(told(town, ["tell(Ann, Tom)", "walk(Tom, Gate, Market)", buy])).toBe(`1. tell(Ann, Tom): holds
2. walk(Tom, Gate, Market): impossible
   It needs at(Tom) == Gate (town.drama:5), but at(Tom) has been Home since the start.
3. buy(Tom): holds
The plot does not hold: one act does not hold.`)
  })

  test("an act that no world makes possible", () => {
    expect(told(town, ["tell(Ann, Tom)", "walk(Tom, Home, Home)", walk, buy])).toMatch(
      /2\. walk\(Tom, Home, Home\): impossible\n {3}It needs something \(town.drama:5\) that can never be in this world\.\n3\. walk\(Tom, Home, Market\): holds/,
    )
  })

  test("somebody has no reason, and some act is needless", () => {
    expect(
      told(town, ["tell(Ann, Tom)", "walk(Guard, Gate, Home)", walk, buy]),
    ).toBe(`1. tell(Ann, Tom): holds
2. walk(Guard, Gate, Home): unmotivated
   Guard has no reason for it: nothing in reach after this act is better than things are (0) by what Guard wants.
   The story ends as well without it: walk(Tom, Home, Market), then buy(Tom) would do.
3. walk(Tom, Home, Market): holds
4. buy(Tom): holds
The plot does not hold: one act does not hold.`)
  })

  test("a plot that leads nowhere", () => {
    expect(told(town, ["tell(Ann, Tom)", walk])).toMatch(
      /2\. walk\(Tom, Home, Market\): holds\nIt ends no better for the author than it began \(0, then 0\)\.$/,
    )
  })

  test("acts that are past are not asked about", () => {
    expect(review(town, [walk, buy], { past: 1 }).acts.map((each) => each.verdict)).toEqual([
      "holds",
      "holds",
    ])
  })

  test("time that is over is said to be over", () => {
    let now = 0
    expect(
      review(town, ["tell(Ann, Tom)", walk, buy], { clock: () => (now += 10), timeoutMs: 5 }).verdict,
    ).toBe("limited")
  })
})

/** These take a second or more each; `LONG=1` asks about them, too. */
const slow = /^(aladdin|basketball|deerhunter|fantasy|gramma|hospital|jailbreak|lovers|space|western)/

describe.skipIf(!hasShared)(
  "the known solutions hold without their reasons (skipped where they are absent)",
  () => {
    const settings = hasShared
      ? readShared("benchmarks/settings.csv")
          .trim()
          .split("\n")
          .slice(1)
          .map((each) => each.split(","))
      : []
    test.each(
      settings.filter(([name]) => long || !slow.test(name)).map(([name, ...rest]) => ({ name, rest })),
    )("$name", ({ name, rest }) => {
      const [problem, goal, author, character, belief] = rest
      const each = sharedWorld(`benchmarks/problems/${problem}.txt`)
      const { solution } = readCertificate(readShared(`benchmarks/solutions/${name}.txt`), each)
      const limits = { author: Number(author), character: Number(character), belief: Number(belief) }
      const found = review(each, solution!.plan, { limits, goal: Number(goal) })
      expect(found.acts.filter((act) => act.verdict !== "holds")).toEqual([])
      expect(found.verdict).toBe("holds")
    })
    test("there are 27 of them", () => {
      expect(readdirSync(new URL("../../../../shared/benchmarks/solutions", import.meta.url)).length).toBe(27)
    })
  },
)

/** Drops, doubles, exchanges or replaces an act. */
function mutated(plan: readonly string[], labels: readonly string[], dice: Dice): readonly string[] {
  const at = dice.below(plan.length)
  const others = [
    plan.toSpliced(at, 1),
    plan.toSpliced(at, 0, plan[at]),
    plan.toSpliced(at, 1, labels[dice.below(labels.length)]),
  ]
  if (at + 1 < plan.length) others.push(plan.toSpliced(at, 2, plan[at + 1], plan[at]))
  return others[dice.below(others.length)]
}

/**
 * What the definitions say of each act up to the first that is impossible: "impossible", or those who have no
 * reason.
 */
function expected(question: Question, plan: readonly string[], horizon: number): readonly string[] {
  const verdicts: string[] = []
  let now = startOf(question.universe)
  for (const label of plan) {
    const act = question.universe.actions.find((each) => each.label === label)
    const next = act && after(question.universe, now, act)
    if (act === undefined || next === undefined) return [...verdicts, "impossible"]
    verdicts.push(
      consentingTo(act)
        .filter((c) => !isExplained(question, now, act, c, horizon))
        .sort()
        .join(),
    )
    now = next
  }
  return verdicts
}

function reported({ acts }: Review): readonly string[] {
  const words = acts.map(({ findings }) =>
    findings.some((each) => each.kind === "impossible")
      ? "impossible"
      : findings
          .flatMap((each) =>
            each.kind === "unmotivated" || each.kind === "does-not-know" ? [each.character] : [],
          )
          .sort()
          .join(),
  )
  const end = words.indexOf("impossible")
  return end < 0 ? words : words.slice(0, end + 1)
}

test("on random worlds every verdict is what the definitions say, and only stories hold", {
  timeout: long ? 1_800_000 : 120_000,
}, () => {
  let looked = 0
  let held = 0
  for (let seed = 0; seed < (long ? 400 : 60); seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    const opinion = problem && opinionOf(problem, limits)
    if (problem === undefined || opinion === undefined || typeof opinion === "string") continue
    const dice = diceOf(seed)
    const universe = universeOf(problem, { deepest: 8, left: 40_000 })
    const question: Question = { universe, beliefLimit: limits.belief, answers: new WeakMap() }
    const stories = opinion.stories.slice(0, 4).map((each) => each.plan)
    const plots = [
      ...stories,
      ...stories.flatMap((each) =>
        [0, 1, 2, 3, 4].map(() =>
          mutated(
            each,
            universe.actions.map(({ label }) => label),
            dice,
          ),
        ),
      ),
    ]
    for (const plan of plots) {
      if (plan.length === 0 || plan.length > limits.author) continue
      try {
        const wanted = expected(question, plan, limits.character)
        const found = review(problem, plan, { limits })
        const where = `seed ${seed}: ${plan.join(" ")}\n${text}`
        expect(reported(found), where).toEqual(wanted)
        expect(found.verdict, where).toBe(
          opinion.stories.some((each) => each.plan.join() === plan.join()) ? "holds" : "fails",
        )
        looked++
        held += Number(found.verdict === "holds")
      } catch (error) {
        if (!(error instanceof TooDeep || error instanceof Endless)) throw error
      }
    }
  }
  expect(looked).toBeGreaterThan(long ? 1000 : 100)
  expect(held).toBeGreaterThan(20)
  expect(held).toBeLessThan(looked)
})

describe.skipIf(!hasShared)(
  "a solution of which one act was dropped is repaired (skipped where they are absent)",
  () => {
    const settings = hasShared
      ? readShared("benchmarks/settings.csv")
          .trim()
          .split("\n")
          .slice(1)
          .map((each) => each.split(","))
      : []
    test.each(settings.filter(([name]) => !slow.test(name)).map(([name, ...rest]) => ({ name, rest })))(
      "$name",
      ({ name, rest }) => {
        const [problem, goal, author, character, belief] = rest
        const each = sharedWorld(`benchmarks/problems/${problem}.txt`)
        const limits = { author: Number(author), character: Number(character), belief: Number(belief) }
        const { plan } = readCertificate(readShared(`benchmarks/solutions/${name}.txt`), each).solution!
        for (let i = 0; i < plan.length && plan.length > 1; i++) {
          const query = startRepair(each, outlineOf(plan.toSpliced(i, 1)), {
            limits,
            goal: Number(goal),
            enough: 1,
          })
          while (!query.step(1000));
          const [repair] = query.answer!.repairs
          expect(verify(each, repair, { limits, goal: Number(goal) }).verdict).toBe("valid")
        }
      },
    )
  },
)

/** Another value of the same type for one argument. */
function replaced(problem: Problem, label: string, dice: Dice): string {
  const [, name, list] = /^(.*?)\((.*)\)$/.exec(label)!
  const words = list === "" ? [] : list.split(", ")
  const template = problem.actions.find(
    (each) => each.name === name && each.parameters.length === words.length,
  )!
  const free = template.parameters.flatMap((each, i) =>
    each.kind === "variable" ? [{ i, values: valuesOf(problem, each.type) }] : [],
  )
  if (free.length === 0) return label
  const { i, values } = dice.pick(free)
  return `${name}(${words.toSpliced(i, 1, printValue(dice.pick(values))).join(", ")})`
}

/**
 * What the judge's own search says of each act up to the first that is impossible; undefined if its effort
 * was spent.
 */
function judged(problem: Problem, plan: readonly string[], bounds: Bounds): readonly string[] | undefined {
  try {
    const work = inScene(problem, bounds.belief + 1, function* (scene) {
      const context = proofContext(scene.task, scene.start.depth, bounds.belief, { left: 200_000 })
      const verdicts: string[] = []
      let now = scene.start
      for (const label of plan) {
        const action = actionNamed(scene, label, now)
        const next = action?.precondition(now) === true ? afterAct(scene.task, now, action) : null
        if (action === undefined || next === null) return [...verdicts, "impossible"]
        const { characters } = scene.task.setting
        verdicts.push(
          action.consenting
            .filter((c) => !finished(isExplainedTo(context, now, action, c, bounds.character)))
            .map((c) => characters[c])
            .sort()
            .join(),
        )
        now = next
        yield
      }
      return verdicts
    })
    return finished(work)
  } catch (error) {
    if (error instanceof OutOfEffort) return undefined
    throw error
  }
}

describe.skipIf(!hasShared)(
  "mutated solutions get the verdicts that the judge's own search gives (skipped where they are absent)",
  () => {
    const settings = hasShared
      ? readShared("benchmarks/settings.csv")
          .trim()
          .split("\n")
          .slice(1)
          .map((each) => each.split(","))
      : []
    test.each(
      settings
        .filter(([name]) => (long ? !name.startsWith("aladdin") : !slow.test(name)))
        .map(([name, ...rest]) => ({ name, rest })),
    )("$name", ({ name, rest }) => {
      const [problem, , author, character, belief] = rest
      const each = sharedWorld(`benchmarks/problems/${problem}.txt`)
      const limits = { author: Number(author), character: Number(character), belief: Number(belief) }
      const { plan } = readCertificate(readShared(`benchmarks/solutions/${name}.txt`), each).solution!
      const dice = diceOf(name.length)
      let told = 0
      for (let k = 0; k < (long ? 20 : 5); k++) {
        const at = dice.below(plan.length)
        const other =
          k % 2 === 0 ? plan.toSpliced(at, 1, replaced(each, plan[at], dice)) : mutated(plan, plan, dice)
        const wanted = judged(each, other, limits)
        if (other.length === 0 || wanted === undefined) continue
        told++
        expect(reported(review(each, other, { limits })), other.join(" ")).toEqual(wanted)
      }
      expect(told).toBeGreaterThan(0)
    })
  },
)
