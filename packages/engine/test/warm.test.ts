/** A warm engine answers as a cold one would, sooner: after an act, with other facts, with other wants. */
import { compileStory } from "@dramaturg/language"
import { type Search, type SearchOptions, startSearch, verify, WarmEngine } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { Explainer } from "../src/search/explain/explain.js"
import { ground } from "../src/ground/ground.js"
import { haveSameEvents } from "../src/ground/task-diff.js"
import { SearchContext } from "../src/search/context.js"
import { SearchCache } from "../src/search/cache.js"
import { actionOrder } from "../src/search/order.js"
import { randomWorld } from "./oracle/random-world.js"
import { world } from "./worlds.js"

function run(search: Search): Search {
  while (search.status === "searching") search.step(1000)
  return search
}

const planOf = (search: Search): readonly string[] | undefined => search.story?.solution.plan

const shop = `type place; entity Tom : character; entity Ann : character; entity Home : place; entity Shop : place;
  property at(who : character) : place; property has(who : character) : boolean; property coins(who : character) : number;
  at(Tom) = Home; at(Ann) = Shop; has(Ann); coins(Tom) = 1;
  action walk(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; };
  action buy(who : character, from : character) {
    precondition: (who != from) & at(who) == at(from) & has(from) & coins(who) > 0;
    effect: has(who) & !has(from) & coins(who) = (coins(who) - 1) & coins(from) = (coins(from) + 1); consenting: who, from; };
  utility(): if(has(Tom)) 1 else 0; utility(Tom): if(has(Tom)) 2 else 0; utility(Ann): coins(Ann);`
const limits = { author: 4, character: 4, belief: 1 }

describe("after an act", () => {
  test("tells what is left of the story, without searching", () => {
    const [engine, problem] = [new WarmEngine(), world(shop)]
    expect(planOf(run(engine.search(problem, { limits })))).toEqual(["walk(Tom, Shop)", "buy(Tom, Ann)"])
    const rest = run(engine.search(problem, { limits, past: ["walk(Tom, Shop)"] }))
    expect(planOf(rest)).toEqual(["buy(Tom, Ann)"])
    expect(rest.progress.visited).toBe(0)
    expect(verify(problem, rest.story!.solution, { limits, past: ["walk(Tom, Shop)"] }).verdict).toBe("valid")
  })

  test("finds another way if the story was left", () => {
    const [engine, problem] = [new WarmEngine(), world(shop)]
    run(engine.search(problem, { limits }))
    expect(planOf(run(engine.search(problem, { limits, past: ["walk(Ann, Home)"] })))).toEqual([
      "buy(Tom, Ann)",
    ])
  })

  test("an act that is not possible then is refused by name", () => {
    const past = ["walk(Tom, Shop)", "walk(Tom, Shop)"]
    expect(() => startSearch(world(shop), { limits, past })).toThrow(
      "walk(Tom, Shop) is not possible as act 2 of what has happened.",
    )
    const verdict = verify(world(shop), { plan: ["buy(Tom, Ann)"], explanations: [] }, { limits, past })
    expect(verdict.breaches.map((each) => each.message)).toEqual([
      "walk(Tom, Shop) is said to have happened before, but it is not possible there.",
    ])
  })
})

describe("of a changed world", () => {
  const changed = (from: string, to: string): Problem => world(shop.replace(from, to))
  const isKept = (problem: Problem): boolean => haveSameEvents(ground(world(shop)).task, ground(problem).task)

  test("a fact: nothing of the events is different, so states and reasons are kept", () => {
    expect(isKept(changed("at(Ann) = Shop", "at(Ann) = Home"))).toBe(true)
    const engine = new WarmEngine()
    run(engine.search(world(shop), { limits }))
    expect(planOf(run(engine.search(changed("at(Ann) = Shop", "at(Ann) = Home"), { limits })))).toEqual([
      "buy(Tom, Ann)",
    ])
  })

  test("a want: who wants nothing any more does nothing any more", () => {
    const unwilling = changed("utility(Ann): coins(Ann);", "utility(Ann): (0 - coins(Ann));")
    expect(isKept(unwilling)).toBe(true)
    const engine = new WarmEngine()
    run(engine.search(world(shop), { limits }))
    expect(run(engine.search(unwilling, { limits })).status).toBe("exhausted")
    expect(run(engine.search(world(shop), { limits })).status).toBe("solved")
  })

  test("a rule: nothing is kept", () => {
    const free = changed(" & coins(who) > 0", "")
    expect(isKept(free)).toBe(false)
    const engine = new WarmEngine()
    run(engine.search(world(shop), { limits }))
    expect(run(engine.search(free, { limits })).status).toBe("solved")
  })
})

test("an answer given for want of deeper minds is not remembered", () => {
  const text = `entity A : character; entity B : character; property cake() : character; property found() : boolean; cake() = A;
    action find() { precondition: !found(); effect: found(); consenting: A; };
    action swap() { precondition: found() & cake() == A; effect: cake() = B; consenting: A, B; };
    utility(A): cake() == B; utility(B): cake() == B;`
  const { task } = ground(world(text))
  const cache = new SearchCache(task, actionOrder(task.actions.length, 0))
  const bounds = { author: 4, character: 4, belief: 1 }
  for (let times = 0; times < 2; times++) {
    const context = new SearchContext(cache, {
      depth: 1,
      past: [],
      bounds,
      estimate: () => 0,
      statistics: { visited: 0, generated: 0 },
    })
    const work = new Explainer(context).explain(
      context.initial,
      task.actions.findIndex((each) => each.label === "find()"),
      0,
      4,
    )
    let step = work.next()
    while (!step.done) step = work.next()
    expect([step.value, context.tooShallow]).toEqual([null, true])
  }
})

/** Two random worlds that differ in what their first line with `word` says, where that can be read. */
function variant(text: string, word: string, seed: number): Problem | undefined {
  const lines = text.split("\n")
  const places = lines.flatMap((each, i) => (each.startsWith(word) ? [i] : []))
  if (places.length === 0) return undefined
  lines.splice(places[seed % places.length], 1)
  return compileStory(lines.join("\n"), { file: "variant.txt" }).problem
}

/** What must not depend on what was asked before. */
function answer(search: Search): string {
  const length = search.story?.solution.plan.length
  return search.shortest === true ? `solved in ${length}` : search.status
}

test("random worlds, asked in every order, get the answers that a cold engine gives", () => {
  const counts = { asked: 0, solved: 0, kept: 0 }
  for (let seed = 0; seed < 60; seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    if (problem === undefined) continue
    const acts = problem.actions.length === 0 ? [] : ground(problem).task.actions.map((each) => each.label)
    const others = [variant(text, "utility(", seed), variant(text, "believes", seed)].filter(
      (each) => each !== undefined,
    )
    const engine = new WarmEngine()
    const ask = (each: Problem, options: SearchOptions): void => {
      const all: SearchOptions = { ...options, limits, method: "best-first" }
      let cold: Search
      try {
        cold = run(startSearch(each, all))
      } catch {
        return
      }
      const warm = run(engine.search(each, all))
      counts.asked++
      if (cold.status === "solved") counts.solved++
      if (warm.progress.visited < cold.progress.visited) counts.kept++
      // What the last story suggests may be longer than a shortest one.
      const isHint = warm.status === "solved" && warm.shortest === false
      expect(`seed ${seed}: ${isHint ? warm.status : answer(warm)}`).toBe(
        `seed ${seed}: ${isHint ? cold.status : answer(cold)}`,
      )
      if (warm.story)
        expect(verify(each, warm.story.solution, { limits, past: all.past }).verdict).not.toBe("invalid")
    }
    ask(problem, {})
    for (const past of acts.slice(0, 4)) ask(problem, { past: [past] })
    for (const each of others) ask(each, {})
    ask(problem, {})
  }
  expect(counts.asked).toBeGreaterThan(150)
  expect(counts.solved).toBeGreaterThan(30)
  expect(counts.kept).toBeGreaterThan(20)
})
