/** The prover that the checker asks (check/prover.ts). */
import type { Prover } from "../check/prover.js"
import type { ProofContext } from "./context.js"
import { fearTold } from "./fear.js"
import { fearOf, hasMotive, shortcutOf } from "./motives.js"

/** The prover of one context. */
export function proverIn(context: ProofContext): Prover {
  return {
    hasMotive: (mind, act, owner, horizon) => hasMotive(context, mind, act, owner, horizon),
    fearOf: (mind, act, owner, horizon) => fearOf(context, mind, act, owner, horizon),
    fearTold: (hope, acts, feared) => fearTold(context.task, hope, acts, feared, hope.mind),
    shortcutOf: (line, horizon) => shortcutOf(context, line, horizon),
  }
}
