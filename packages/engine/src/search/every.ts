/**
 * Every accepted story within the bounds, by looking at every explained line: no estimate, no merging of states. Slow and
 * plain; what the quicker methods are examined against.
 */
import type { Problem } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import { Explainer, type Slices } from "../explain/explain.js"
import { isIdle } from "../explain/minimal.js"
import { type ExplainedAct, solutionOf } from "../explain/solution.js"
import { ground } from "../ground/ground.js"
import { none } from "../heuristics/none.js"
import { MOST_LEVELS } from "../notes.js"
import { SearchContext } from "./context.js"
import { Lore } from "./lore.js"
import { boundsOf, type StatedLimits } from "./limits.js"
import { actionOrder } from "./order.js"
import type { Story } from "./contract.js"

/** All limits must be stated. Yields at each visited node; returns the stories that improve on the start, shorter ones first. */
export function* everyStory(problem: Problem, limits: StatedLimits): Slices<readonly Story[]> {
  const { task } = ground(problem)
  const bounds = boundsOf(limits, 0)
  for (let depth = Math.min(bounds.belief + 1, bounds.character) + task.readingDepth; ; depth++) {
    const lore = new Lore(task, actionOrder(task.actions.length, 0))
    const estimate = lore.estimates(none, bounds)
    const context = new SearchContext(lore, { depth: Math.max(1, depth), past: [], bounds, estimate, meter: { visited: 0, generated: 0 } })
    const every = new Every(new Explainer(context))
    yield* every.extend(context.initial, [], [])
    if (depth >= MOST_LEVELS) throw new Error(`This world asks for minds deeper than ${MOST_LEVELS} levels.`)
    if (!context.tooShallow) return every.found.sort((a, b) => a.solution.plan.length - b.solution.plan.length)
  }
}

class Every {
  readonly found: Story[] = []
  readonly #explainer: Explainer

  constructor(explainer: Explainer) {
    this.#explainer = explainer
  }

  *extend(state: StateId, states: readonly StateId[], acts: readonly ExplainedAct[]): Slices<void> {
    const { context } = this.#explainer
    context.meter.visited++
    yield
    if (acts.length > 0) yield* this.#consider(state, states, acts)
    if (acts.length >= context.bounds.author || context.tooShallow) return
    for (const action of context.movesOf(state).actions) {
      const after = context.happen(state, action)
      if (after < 0) continue
      const reasons = yield* this.#explainer.explainOthers(state, action, -1, context.bounds.character)
      if (reasons !== null) yield* this.extend(after, [...states, state], [...acts, { action, reasons }])
    }
  }

  *#consider(state: StateId, states: readonly StateId[], acts: readonly ExplainedAct[]): Slices<void> {
    const { context } = this.#explainer
    const utility = (each: StateId): number => context.utility(context.author, each)
    const target = utility(state)
    if (!(target > utility(context.initial))) return
    if (states.slice(1).some((each) => utility(each) >= target)) return
    const actions = acts.map((each) => each.action)
    for (let i = states.length - 1; i >= 0; i--) {
      const suffix = { state: states[i], rest: actions.slice(i + 1), owner: -1, horizon: context.bounds.character, target }
      if (yield* isIdle(this.#explainer, suffix)) return
    }
    this.found.push({ solution: solutionOf(context.task, acts), utility: target })
  }
}
