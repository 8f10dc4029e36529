/**
 * The horizon lemmas: which answers depend on the horizon of a question, and which do not (D22, D25).
 *
 * Let E be the belief limit and d the depth of the mind b in which a plan is made.
 *
 * 1. d > E: a plan has one act (M1). It needs no reasons of others and has nothing that could be left out.
 *    Whether there is a motive does not depend on the horizon.
 * 2. d = E: the reasons of others are asked at depth E + 1, so by 1 whether a given plan satisfies M2 to M5
 *    does not depend on the horizon; the horizon only bounds its length. So there is a motive exactly if the
 *    shortest such plan fits, and one search within the largest horizon answers for all smaller ones.
 * 3. d = E - 1: by 2, a character who has a reason for an act with one horizon has one with every larger
 *    horizon. If a plan keeps its worlds when some of its acts are left out, the others keep their reasons,
 *    though D23 asks for them with the full horizon.
 *
 * A mind of depth E - 1 or more is called *steady*. In a steady mind, a prefix of a plan can be given up as
 * soon as the world it leads to is also reached without one of its acts, by acts explained with the full
 * horizon: the acts that follow are explained there too and end with the same utility, so the plan is not
 * minimal. If E is 2 or less, every mind is steady. Above that, explained-ness is not monotone in the
 * horizon, and prefixes are never given up for this reason.
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
