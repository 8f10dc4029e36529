/**
 * Kleene's strong tables for values that lie beyond (D20), written once. The search and the checker read
 * formulas and worlds of their own making, but "and", "not" and "if" must treat parts that are not known
 * alike in both; otherwise one would give up a world for which the other has an answer. So both import the
 * tables from here.
 *
 * One rule underlies every function: if all values that the unknown part could have give the same result,
 * that is the result; it is beyond only where they would differ.
 */

/**
 * The truth of a condition. Every value that is neither true nor beyond, an unknown included, counts as not
 * so (D3).
 */
export type Truth = typeof NO | typeof YES | typeof BEYOND

export const NO = 0
export const YES = 1
export const BEYOND = 3

/** Negation: beyond stays beyond. */
export function not(body: Truth): Truth {
  return body === BEYOND ? BEYOND : body === YES ? NO : YES
}

/** Conjunction: a false part decides it. */
export function and(one: Truth, other: Truth): Truth {
  if (one === NO || other === NO) return NO
  return one === YES && other === YES ? YES : BEYOND
}

/** Disjunction: a true part decides it. */
export function or(one: Truth, other: Truth): Truth {
  if (one === YES || other === YES) return YES
  return one === NO && other === NO ? NO : BEYOND
}

/**
 * What two possibilities agree on: the bodies of a conditional whose condition is beyond, or the values
 * before and after something that perhaps happened.
 */
export function agreed<V>(one: V, other: V, beyond: V): V {
  return one === other ? one : beyond
}

/** What is known of one side of a calculation or an ordering. */
export type Side = typeof NUMBER | typeof NO_NUMBER | typeof BEYOND

export const NO_NUMBER = 0
export const NUMBER = 1

/**
 * Whether there are two numbers to calculate with or to order (D4, D5). One side known to be no number
 * decides it, whatever the other is.
 */
export function areNumbers(left: Side, right: Side): Side {
  return and(left, right)
}
