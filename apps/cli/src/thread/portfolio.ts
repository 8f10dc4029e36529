/**
 * How several threads share a search: each searches in a way of its own, complete and the same at every run,
 * and the first that comes to an end ends them all. Who is first depends on the machine, so the way is
 * reported: asked for alone, it gives the same story again.
 */
import { type MethodName, methods } from "@dramaturg/engine"
import type { TellAnswer } from "./protocol.js"
import type { Outcome } from "./client.js"

export const mostThreads = 8

export interface Way {
  readonly method: MethodName
  readonly seed: number
}

/**
 * One thread: the way that was asked for. More: first the other methods, unless one was asked for, then other
 * seeds.
 */
export function waysToSearch(threads: number, asked: MethodName | undefined, seed: number): readonly Way[] {
  const inTurn = asked === undefined ? (Object.keys(methods) as MethodName[]) : [asked]
  return Array.from({ length: threads }, (_, i) => {
    const method = inTurn[i]
    return method ? { method, seed } : { method: inTurn[0], seed: seed + i - inTurn.length + 1 }
  })
}

/**
 * An answer that no other thread could better: a story, unless a shorter one was still looked for, or that
 * there is none.
 */
export function settles({ snapshot }: Partial<TellAnswer>): boolean {
  return snapshot?.status === "exhausted" || (snapshot?.status === "solved" && snapshot.limit === null)
}

/**
 * Of threads that were all stopped, the one with the shortest story, or else with the best that falls short
 * of the goal.
 */
export function furthest(outcomes: readonly Outcome<"tell">[]): Outcome<"tell"> {
  return outcomes.reduce((a, b) => (isFurther(b, a) ? b : a))
}

function isFurther(one: Outcome<"tell">, other: Outcome<"tell">): boolean {
  const [a, b] = [one.answer.snapshot, other.answer.snapshot]
  if (a?.story || b?.story) return length(a?.story) < length(b?.story)
  return (a?.best?.utility ?? -Infinity) > (b?.best?.utility ?? -Infinity)
}

function length(
  story: { readonly solution: { readonly plan: readonly string[] } } | null | undefined,
): number {
  return story ? story.solution.plan.length : Infinity
}
