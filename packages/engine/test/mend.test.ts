/**
 * Plan repair removes what the checker finds wrong with a proposal; a node budget gives up reasons that take
 * long.
 */
import type { Slices } from "@dramaturg/model"
import { Checker } from "../src/verify.js"
import { describe, expect, test } from "vitest"
import { Explainer } from "../src/search/explain/explain.js"
import { solutionOf, type ExplainedAct } from "../src/search/explain/solution.js"
import { ground } from "../src/ground/ground.js"
import { heuristics } from "../src/search/heuristics/index.js"
import type { Found } from "../src/search/author.js"
import { SearchContext } from "../src/search/context.js"
import { SearchCache } from "../src/search/cache.js"
import { repairPlan } from "../src/search/plan-repair.js"
import { actionOrder } from "../src/search/order.js"
import { explainedFrom } from "../src/search/action-elimination.js"
import { world } from "./worlds.js"

const bounds = { author: 6, character: 6, belief: 1 }

function end<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Everything that is needed to propose, check and repair a plan in one world. */
function setUp(text: string, nodeBudget = Infinity) {
  const problem = world(text)
  const { task } = ground(problem)
  const cache = new SearchCache(task, actionOrder(task.actions.length, 0))
  const estimate = cache.estimates(heuristics.none, bounds)
  const context = new SearchContext(cache, {
    depth: 3,
    past: [],
    bounds,
    estimate,
    statistics: { visited: 0, generated: 0 },
  })
  const explainer = new Explainer(context, nodeBudget)
  const action = (label: string): number => task.actions.findIndex((each) => each.label === label)
  const propose = (labels: readonly string[]): Found => {
    const acts = end(explainedFrom(explainer, context.initial, labels.map(action)))
    return { acts: acts ?? [], utility: 1 }
  }
  const judged = (found: Found) =>
    new Checker(problem).verify(solutionOf(task, found.acts), { limits: bounds })
  const labels = (found: Found | null) => found?.acts.map((each) => task.actions[each.action].label)
  return { explainer, context, action, propose, judged, labels }
}

const stroll = `entity Tom : character; property seen() : boolean; property open() : boolean; property in() : boolean;
  action look() { effect: seen(); };
  action open() { precondition: !open(); effect: open(); consenting: Tom; };
  action enter() { precondition: open() & !in(); effect: in(); consenting: Tom; };
  utility(): if(in()) 1 else 0; utility(Tom): if(in()) 1 else 0;`

describe("plan repair", () => {
  test("leaves out an idle act, as the checker says", () => {
    const { explainer, propose, judged, labels } = setUp(stroll)
    const story = propose(["look()", "open()", "enter()"])
    const verdict = judged(story)
    expect(verdict.breaches).toMatchObject([{ act: 1, definition: "D24 S4", instead: ["open()", "enter()"] }])
    const better = end(repairPlan(explainer, story, verdict))
    expect(labels(better)).toEqual(["open()", "enter()"])
    expect(judged(better!).verdict).toBe("valid")
  })

  test("gives another reason where one has an idle step", () => {
    const { explainer, context, action, propose, judged, labels } = setUp(
      stroll.replace("action look() {", "action look() { consenting: Tom;"),
    )
    const right = propose(["open()", "enter()"])
    const wrong: ExplainedAct = {
      action: action("open()"),
      reasons: new Map([
        [
          0,
          {
            steps: ["open()", "look()", "enter()"].map((each) => ({
              action: action(each),
              reasons: new Map(),
            })),
          },
        ],
      ]),
    }
    const story = { acts: [wrong, right.acts[1]], utility: 1 }
    const verdict = judged(story)
    expect(verdict.breaches).toMatchObject([{ act: 1, definition: "D22 M5" }])
    const better = end(repairPlan(explainer, story, verdict))
    expect(labels(better)).toEqual(["open()", "enter()"])
    expect(judged(better!).verdict).toBe("valid")
    expect(context.tooShallow).toBe(false)
  })

  test("knows when nothing can be done", () => {
    const { explainer, propose, judged } = setUp(
      stroll.replace("if(in()) 1 else 0;`", "0;`").replace(/utility\(Tom\).*$/, "utility(Tom): 0;"),
    )
    expect(propose(["open()"]).acts).toEqual([])
    const story = { acts: [{ action: 1, reasons: new Map() }], utility: 0 }
    expect(end(repairPlan(explainer, story, judged(story)))).toBeNull()
  })
})

describe("a node budget", () => {
  const stairs = `entity Tom : character; property height() : number; ${Array.from(
    { length: 5 },
    (_, i) => `property x${i}() : boolean;
    action x${i}() { precondition: !x${i}(); effect: x${i}(); consenting: Tom; };`,
  ).join("\n")}
    action climb() { effect: height() = (height() + 1); consenting: Tom; };
    utility(): height(); utility(Tom): if(height() >= 4) 1 else 0;`

  test("a long reason is found with enough of it, and given up with too little", () => {
    const hasReason = (nodeBudget: number): boolean => {
      const { explainer, context, action } = setUp(stairs, nodeBudget)
      return end(explainer.explain(context.initial, action("climb()"), 0, 6)) !== null
    }
    expect([hasReason(Infinity), hasReason(500), hasReason(5)]).toEqual([true, true, false])
  })
})
