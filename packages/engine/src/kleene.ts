/**
 * How formulas are read where something lies beyond (D20): Kleene's strong tables, written once. The search and the judge
 * each read formulas and worlds of their own making, but what "and", "not" and "if" say of parts that are not known may not
 * differ between them, or the one gives a world up that the other has an answer for. So both take it from here.
 *
 * One rule stands behind every line: if all that the unknown part could be comes to the same, that is the answer; it is
 * beyond only where it would make a difference.
 */

/** What a condition comes to. Whatever is neither true nor beyond, an unknown too, is not so (D3). */
export type Truth = typeof NO | typeof YES | typeof BEYOND

export const NO = 0
export const YES = 1
export const BEYOND = 3

export function not(body: Truth): Truth {
  return body === BEYOND ? BEYOND : body === YES ? NO : YES
}

export function and(one: Truth, other: Truth): Truth {
  if (one === NO || other === NO) return NO
  return one === YES && other === YES ? YES : BEYOND
}

export function or(one: Truth, other: Truth): Truth {
  if (one === YES || other === YES) return YES
  return one === NO && other === NO ? NO : BEYOND
}

/**
 * What two possibilities have in common: the bodies of a conditional whose condition is beyond, the values before and after
 * something that perhaps happened.
 */
export function agreed<V>(one: V, other: V, beyond: V): V {
  return one === other ? one : beyond
}

/** Of one side of a calculation or an ordering. */
export type Side = typeof NUMBER | typeof NO_NUMBER | typeof BEYOND

export const NO_NUMBER = 0
export const NUMBER = 1

/**
 * Whether there are two numbers to calculate with or to order (D4, D5): one side that is known to be none settles it,
 * whatever the other is.
 */
export function areNumbers(left: Side, right: Side): Side {
  return and(left, right)
}
