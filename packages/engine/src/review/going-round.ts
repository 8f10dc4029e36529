/**
 * Who has a reason for what, asked of all characters of a plot by turns: each question gets a little work,
 * and those that are still open get more, so that a hard one does not hold up the others. The caller may stop
 * at any time and keeps what was found out by then.
 */
import { type Finding, PAUSE, type Plan, type Slices } from "@dramaturg/model"
import { findReason, type Spot } from "./consent.js"
import type { View } from "./sight.js"

export interface Consent {
  /** Of which act, from 0. */
  readonly act: number
  readonly view: View
  readonly work: Slices<Plan | Finding>
  /** It is certain that there is no reason, though perhaps not yet what is in the way. */
  isRefused: boolean
  /** A plan, or what is to be said of there being none. */
  found: Plan | Finding | undefined
  visited: number
}

interface Turns {
  /** How many nodes may be visited in all. */
  readonly effort: number
  readonly isOver: () => boolean
  readonly onProgress: (() => void) | undefined
}

export type CutShort = "time" | "effort"

/**
 * Nodes visited for each question in the first round (fewer, if that is half of what is allowed), and so many
 * times as many in each further one.
 */
const FIRST = 250
const GROWTH = 2

export function consentOf(act: number, spot: Spot, view: View): Consent {
  const consent: Consent = {
    act,
    view,
    work: findReason(spot, view, () => (consent.isRefused = true)),
    isRefused: false,
    found: undefined,
    visited: 0,
  }
  return consent
}

/** What ended it, if something is still open. */
export function* goRound(consents: readonly Consent[], turns: Turns): Slices<CutShort | undefined> {
  let left = turns.effort
  const fair = Math.max(1, Math.floor(left / 2 / consents.length))
  for (let ration = Math.min(FIRST, fair); consents.some(isOpen); ration *= GROWTH) {
    for (const each of consents.filter(isOpen)) {
      const before = each.visited
      const stopped = yield* workOn(each, Math.min(ration, left), turns.isOver)
      left -= each.visited - before
      turns.onProgress?.()
      if (stopped) return "time"
      if (left <= 0 && consents.some(isOpen)) return "effort"
    }
  }
  return undefined
}

function isOpen({ found }: Consent): boolean {
  return found === undefined
}

/** True: the time is over. */
function* workOn(consent: Consent, visits: number, isOver: () => boolean): Slices<boolean> {
  const most = consent.visited + visits
  while (consent.visited < most) {
    const { done, value } = consent.work.next()
    if (done) {
      consent.found = value
      return false
    }
    if (value !== PAUSE) consent.visited++
    if (isOver()) return true
    yield value
  }
  return false
}

/** What is to be said of a question that is open, or was left so. */
export function openFinding({ view, isRefused, visited }: Consent, limit: CutShort): Finding {
  return isRefused
    ? { kind: "unmotivated", ...view, nearest: null, unasked: limit }
    : { kind: "limited", character: view.character, limit, visited }
}
