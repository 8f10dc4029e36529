/** Minds as they would be if their owners were right about more. */
import type { StateId } from "../belief/space.js"
import type { SearchContext } from "../search/context.js"

/** The mind of a character who is wrong about nothing: what is so, and of all others what they believe. */
export function rightMind(context: SearchContext, state: StateId, who: number): StateId {
  return reflected(context, state, who, context.cache.space.depthOf(state) - 1)
}

function reflected(context: SearchContext, state: StateId, who: number, depth: number): StateId {
  const {
    space,
    actual: { progression: progression },
  } = context.cache
  if (depth < 0) return -1
  const minds = Int32Array.from(context.task.characters, (_, c) => {
    if (depth === 0) return -1
    return c === who
      ? reflected(context, state, who, depth - 1)
      : cut(context, space.belief(state, c), depth - 1)
  })
  return progression.settle(space.state(space.vectorOf(state), space.level(depth, who), minds))
}

/** The same state with fewer levels of minds. */
function cut(context: SearchContext, state: StateId, depth: number): StateId {
  const { space } = context.cache
  if (space.depthOf(state) <= depth) return state
  const minds = Int32Array.from(context.task.characters, (_, c) =>
    depth === 0 ? -1 : cut(context, space.belief(state, c), depth - 1),
  )
  return space.state(space.vectorOf(state), space.level(depth, space.ownerOf(state)), minds)
}

/** Their mind with some fluents as they really are, which they then also believe of themselves to believe. */
export function correctedMind(
  context: SearchContext,
  state: StateId,
  who: number,
  fluents: readonly number[],
): StateId {
  const { space } = context.cache
  const truth = new Map(fluents.map((each) => [each, space.valueOf(state, each)]))
  const mind = context.belief(state, who)
  return mind < 0 ? -1 : withValues(context, mind, who, truth)
}

function withValues(
  context: SearchContext,
  mind: StateId,
  who: number,
  truth: ReadonlyMap<number, number>,
): StateId {
  const {
    space,
    actual: { progression: progression },
  } = context.cache
  const depth = space.depthOf(mind)
  const values = space.valuesOf(mind)
  for (const [fluent, value] of truth) values[fluent] = value
  const vector = space.vector(values)
  const minds = Int32Array.from(context.task.characters, (_, c) => {
    const inner = space.belief(mind, c)
    if (c === who && depth > 0) return withValues(context, inner, who, truth)
    return space.hasOpen ? progression.taught(inner, vector, c, who) : inner
  })
  if (depth > 0 && minds.some((each) => each < 0)) return -1
  return progression.settle(space.state(vector, space.levelOf(mind), minds))
}
