/**
 * Changes to published solutions that leave them valid, and why. Everything not listed here must be refused.
 *
 * Most are no lies at all: a list of reasons that is silent about somebody is a certificate with a gap, and a
 * gap is filled by the judge's own search (D29).
 */

/**
 * The other act's reasons say nothing of somebody who consents here, so that reason is looked for, and found.
 */
const silent = "a missing reason is looked for"
/** Neither act needs, prevents or shows the other anything, and each is explained in either order. */
const independent = "the two acts do not depend on each other"
/** The other act's plan, begun with this act, works as well. */
const asGood = "the other plan works here too"

/**
 * By solution (for one of aladdin's the search for the missing reason may run out of effort: "undecided");
 * the changes in the order in which they are tried.
 */
export const stillValid: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aladdin_any: {
    "reason 2 of 1": silent,
    "reason 2 of 6": silent,
    "reason 3 of 1": silent,
    "reason 3 of 6": silent,
    "reason 4 of 1": silent,
    "reason 4 of 6": silent,
    "reason 5 of 1": silent,
    "reason 5 of 6": silent,
    "reason 7 of 1": silent,
    "reason 7 of 6": silent,
  },
  deerhunter_any: {
    "reason 2 of 1": silent,
    "reason 3 of 1": silent,
    "reason 4 of 1": silent,
    "reason 5 of 1": silent,
    "reason 6 of 1": silent,
  },
  deerhunter_both: {
    "swap 1": independent,
    "swap 2": independent,
    "reason 3 of 1": silent,
    "reason 3 of 2": silent,
    "reason 4 of 1": silent,
    "reason 4 of 2": silent,
    "reason 5 of 1": silent,
    "reason 5 of 2": silent,
    "reason 6 of 1": silent,
    "reason 6 of 2": silent,
    "reason 7 of 1": silent,
    "reason 7 of 2": silent,
    "reason 8 of 1": silent,
    "reason 8 of 2": silent,
    "reason 9 of 1": silent,
    "reason 9 of 2": silent,
    "reason 10 of 1": silent,
    "reason 10 of 2": silent,
  },
  hospital_both: {
    "swap 1": independent,
    "swap 2": independent,
    "swap 3": independent,
    "swap 6": independent,
    "reason 6 of 2": silent,
    "reason 6 of 3": silent,
  },
  basketball_any: {
    "swap 1": independent,
  },
  basketball_both: {
    "swap 1": independent,
    "swap 2": independent,
    "swap 5": independent,
    "reason 7 of 3": asGood,
  },
  western: {
    "reason 2 of 1": silent,
    "reason 2 of 8": silent,
    "reason 3 of 1": silent,
    "reason 3 of 8": silent,
    "reason 4 of 1": silent,
    "reason 4 of 8": silent,
    "reason 5 of 1": silent,
    "reason 5 of 8": silent,
    "reason 6 of 1": silent,
    "reason 6 of 8": silent,
    "swap 7": independent,
    "reason 7 of 1": silent,
    "reason 7 of 8": silent,
  },
  fantasy_two: {
    "reason 3 of 5": silent,
  },
  fantasy_all: {
    "reason 1 of 4": silent,
    "reason 2 of 4": silent,
    "swap 3": independent,
    "reason 3 of 4": silent,
    "reason 3 of 7": silent,
    "reason 3 of 9": silent,
    "reason 5 of 4": silent,
    "reason 6 of 4": silent,
    "reason 7 of 4": silent,
    "reason 8 of 4": silent,
    "reason 9 of 4": silent,
  },
  space_two: {
    "swap 1": independent,
    "reason 1 of 2": silent,
    "reason 1 of 3": silent,
  },
  space_four: {
    "reason 1 of 4": silent,
    "reason 1 of 5": silent,
    "reason 2 of 4": silent,
    "reason 2 of 5": silent,
    "swap 3": independent,
    "reason 3 of 4": silent,
    "reason 3 of 5": silent,
  },
  space_all: {
    "reason 1 of 4": silent,
    "reason 1 of 6": silent,
    "reason 2 of 4": silent,
    "reason 2 of 6": silent,
    "swap 3": independent,
    "reason 3 of 4": silent,
    "reason 3 of 5": silent,
    "reason 3 of 6": silent,
    "reason 5 of 4": silent,
    "reason 5 of 6": silent,
  },
  gramma_any: {
    "swap 1": independent,
  },
  jailbreak_lose: {
    "reason 1 of 2": silent,
    "swap 2": independent,
    "reason 3 of 2": silent,
    "reason 4 of 2": silent,
  },
  jailbreak_escape: {
    "reason 1 of 4": silent,
    "reason 2 of 4": silent,
    "reason 3 of 4": silent,
    "reason 5 of 4": silent,
    "reason 6 of 4": silent,
  },
  jailbreak_revenge: {
    "swap 1": independent,
    "reason 1 of 5": silent,
    "reason 2 of 5": silent,
    "reason 3 of 5": silent,
    "reason 4 of 5": silent,
    "reason 6 of 5": silent,
    "reason 7 of 5": silent,
  },
}
