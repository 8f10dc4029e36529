/** What a job is: a function of what was asked, which tells how it stands and stops when it is cancelled. */
import type { Answer, Asked, Figures, JobName } from "./protocol.js"
import type { Errand } from "./slices.js"

export interface Helm extends Errand {
  readonly tell: (figures: Partial<Figures> & Pick<Figures, "stage">) => void
}

export type Job<Name extends JobName> = (asked: Asked<Name>, helm: Helm) => Promise<Answer<Name>>
