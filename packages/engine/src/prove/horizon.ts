/**
 * The horizon lemmas: what the horizon of a question changes, and what it does not (D22, D25).
 *
 * Let E be the belief limit and d the depth of the mind b in which a plan is made.
 *
 * 1. d > E: a plan has one act (M1), which needs no reason for others, and leaves nothing to be left out. Whether there is
 *    a motive does not depend on the horizon.
 * 2. d = E: the reasons of others are asked at depth E + 1, so by 1 whether a given plan satisfies M2 to M5 does not depend
 *    on the horizon; only its length is bounded by it. So there is a motive exactly if the shortest such plan fits, and one
 *    search within the largest horizon answers for all smaller ones.
 * 3. d = E - 1: by 2, who has a reason for an act with a horizon has one with every larger horizon. If a plan keeps its
 *    worlds when some of its acts are left out, the others keep their reasons, though D23 asks for them with the full horizon.
 *
 * A mind of depth E - 1 or more is called *steady*. In a steady mind, a beginning of a plan can be given up as soon as the world
 * it leads to is also reached without one of its acts, by acts explained with the full horizon: whatever follows, the acts
 * that follow are explained there too and end with the same utility, so the plan is not minimal. For E = 2 or less every mind
 * is steady. Above, explained-ness is not monotone in the horizon, and nothing of this is done.
 */
import type { World } from "../semantics/world.js"
import { type ProofContext, depthOf } from "./context.js"

/** Case 1. */
export function isOneActDeep(context: ProofContext, mind: World): boolean {
  return depthOf(context, mind) > context.belief
}

/** Cases 1 and 2. */
export function isMonotone(context: ProofContext, mind: World): boolean {
  return depthOf(context, mind) >= context.belief
}

/** Cases 1 to 3. */
export function isSteady(context: ProofContext, mind: World): boolean {
  return depthOf(context, mind) >= context.belief - 1
}
