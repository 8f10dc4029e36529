/**
 * What nobody foresees (D33), and what everybody knows (D34): search, judge and oracle. No text can say these
 * yet, so templates are marked here.
 */
import { startSearch, verify } from "@dramaturg/engine"
import type { Effect, Problem, Solution } from "@dramaturg/model"
import { expect, test } from "vitest"
import { everyStory } from "./every-story.js"
import { opinionOf } from "./oracle/oracle.js"
import { world } from "./worlds.js"

const limits = { author: 3, character: 3, belief: 2 }

/**
 * By name: triggers that nobody foresees; actions and triggers of whose effect nobody foresees the last part;
 * properties that everybody knows.
 */
interface Marks {
  readonly triggers?: readonly string[]
  readonly parts?: readonly string[]
  readonly common?: readonly string[]
}

function worldWith(text: string, { triggers = [], parts = [], common = [] }: Marks): Problem {
  const problem = world(text)
  const marked = <T extends { readonly name: string; readonly effect: Effect }>(each: T): T =>
    parts.includes(each.name) ? { ...each, effect: lucky(each.effect) } : each
  return {
    ...problem,
    properties: problem.properties.map((each) =>
      common.includes(each.name) ? { ...each, isCommon: true as const } : each,
    ),
    actions: problem.actions.map(marked),
    triggers: problem.triggers
      .map(marked)
      .map((each) => (triggers.includes(each.name) ? { ...each, isUnforeseen: true as const } : each)),
  }
}

function lucky(effect: Effect): Effect {
  if (effect.kind !== "all") return { kind: "unforeseen", body: effect }
  return {
    ...effect,
    parts: [
      ...effect.parts.slice(0, -1),
      { kind: "unforeseen", body: effect.parts[effect.parts.length - 1] },
    ],
  }
}

/** Every story, on which search, judge and oracle must agree. */
function stories(text: string, marks: Marks): readonly string[] {
  const problem = worldWith(text, marks)
  const found = everyStory(problem, limits).map(({ solution }) => solution.plan)
  for (const plan of found)
    expect(verify(problem, { plan, explanations: [] }, { limits }).verdict).toBe("valid")
  const opinion = opinionOf(problem, limits)
  const listed = typeof opinion === "string" ? [opinion] : opinion.stories.map(({ plan }) => plan.join(" "))
  const lines = found.map((plan) => plan.join(" "))
  expect([...lines].sort()).toEqual([...listed].sort())
  return lines
}

function solution(text: string, marks: Marks): Solution | undefined {
  const search = startSearch(worldWith(text, marks), { limits })
  while (search.status === "searching") search.step(1000)
  return search.story?.solution
}

const verdict = (text: string, marks: Marks, plan: readonly string[]): string =>
  verify(worldWith(text, marks), { plan, explanations: [] }, { limits }).verdict

const climb = `entity Tom : character;
  property up() : boolean; property hurt() : boolean; property nursed() : boolean;
  action climb() { precondition: !hurt(); effect: up(); consenting: Tom; };
  action call() { precondition: hurt(); effect: nursed(); consenting: Tom; };
  trigger fall() { precondition: up() & !hurt(); effect: hurt() & !up(); };
  utility(): nursed();
  utility(Tom): (if(up()) 1 else 0) + (if(nursed()) 2 else 0) - (if(hurt()) 1 else 0);`

test("a story may need what nobody in it foresees, and then no explanation has it", () => {
  expect(stories(climb, { triggers: ["fall"] })).toEqual(["climb() call()"])
  expect(solution(climb, { triggers: ["fall"] })?.explanations.map((each) => each.Tom)).toEqual([[], []])
})

test("who could foresee the fall would climb only to be nursed after it", () => {
  expect(solution(climb, {})?.explanations[0].Tom?.map((each) => each.act)).toEqual(["call()"])
})

const play = `entity Tom : character; property played() : boolean; property rich() : boolean;
  action play() { effect: played() & rich(); consenting: Tom; };
  utility(): played(); utility(Tom): rich();`

test("what only luck can bring is no reason", () => {
  expect(stories(play, {})).toEqual(["play()"])
  expect(stories(play, { parts: ["play"] })).toEqual([])
  expect(verdict(play, { parts: ["play"] }, ["play()"])).toBe("invalid")
})

test("a hope is a reason though something unforeseen makes nothing of it", () => {
  const dig = `entity Tom : character; property dug() : boolean; property rich() : boolean;
    action dig() { effect: dug() & rich(); consenting: Tom; };
    trigger theft() { precondition: rich(); effect: !rich(); };
    utility(): dug(); utility(Tom): rich();`
  expect(stories(dig, { triggers: ["theft"] })).toEqual(["dig()"])
  expect(stories(dig, {})).toEqual([])
})

test("an act is not needless in a plan because with luck one could do without it", () => {
  const prepare = `entity Tom : character; property ready() : boolean; property rich() : boolean;
    action prepare() { effect: ready(); consenting: Tom; };
    action play() { effect: (if(ready()) rich()) & rich(); consenting: Tom; };
    utility(): ready(); utility(Tom): rich();`
  expect(stories(prepare, { parts: ["play"] })).toEqual(["prepare()"])
  expect(stories(prepare, {})).toEqual([])
})

test("who sees something unforeseen knows of it, and so does who can infer it", () => {
  const drop = (
    seer: string,
  ): string => `entity A : character; entity B : character; property broken() : boolean; property wet() : boolean;
    action drop() { effect: broken(); observing(o : character): o == ${seer}; };
    trigger spill() { precondition: broken() & !wet(); effect: wet(); };
    utility(): believes(B, broken() & wet());`
  expect(stories(drop("B"), { parts: ["drop"], triggers: ["spill"] })).toEqual(["drop()"])
  expect(stories(drop("A"), { parts: ["drop"], triggers: ["spill"] })).toEqual([])
})

const sleep = (
  want: string,
): string => `entity A : character; entity B : character; property clock() : number;
  action tick() { effect: clock() = clock() + 1; observing(o : character): o == ?; };
  utility(): (if(${want}) 1 else 0);`

test("a common clock is right in the third mind of somebody who slept", () => {
  const third = sleep("believes(A, believes(B, believes(A, clock() == 1)))")
  expect(stories(third, { common: ["clock"] })).toEqual(["tick()"])
  expect(stories(third, {})).toEqual([])
})

test("of what is common nobody can be wrong, however deep one asks", () => {
  expect(stories(sleep("clock() > 0 & believes(B, clock() == 0)"), { common: ["clock"] })).toEqual([])
  expect(
    stories(sleep("clock() > 0 & believes(A, believes(B, believes(A, believes(B, clock() == 0))))"), {
      common: ["clock"],
    }),
  ).toEqual([])
})

test("one counts on others to know what is common", () => {
  const market = `entity A : character; entity B : character; property clock() : number; property set() : boolean; property sold() : boolean;
    action tick() { effect: clock() = 1; observing(o : character): o == ?; };
    action set() { precondition: clock() == 1; effect: set(); consenting: A; };
    action sell() { precondition: set() & clock() == 1; effect: sold(); consenting: B; };
    utility(): set(); utility(A): sold(); utility(B): sold();`
  expect(stories(market, { common: ["clock"] })).toEqual(["tick() set()"])
})

const spring = `entity A : character; entity B : character; property near() : boolean; property full() : boolean; property tried() : boolean; property dry() : boolean;
  near(); dry();
  trigger flow() { precondition: near(); effect: full() & (if(dry()) !full()); };`

test("what rests because of something unforeseen stirs in a plan, and the search notices", () => {
  const wait = `${spring} action wait() { effect: tried(); consenting: A; }; utility(): tried(); utility(A): full();`
  expect(stories(wait, { parts: ["flow"] })).toEqual(["wait()"])
})

test("it stirs in every mind, also in those that the act does not touch", () => {
  const wait = (
    who: string,
  ): string => `${spring} action wait() { effect: tried(); consenting: A; observing(o : character): o == A; };
    utility(): tried(); utility(A): believes(${who}, full());`
  expect(stories(wait("B"), { parts: ["flow"] })).toEqual(["wait()"])
})

test("what a rule tells somebody, and something unforeseen makes them forget at once, they remember in a plan", () => {
  const wait = `entity A : character; entity B : character; property near() : boolean; property known() : boolean; property tried() : boolean;
    near();
    action wait() { effect: tried(); consenting: A; observing(o : character): o == A; };
    trigger tell() { precondition: near() & believes(B, !known()); effect: believes(B, known()); };
    trigger forget() { precondition: known(); effect: !known(); };
    utility(): tried(); utility(A): believes(B, known());`
  expect(stories(wait, { triggers: ["forget"] })).toEqual(["wait()"])
})
