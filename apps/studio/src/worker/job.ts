/** What a job is: a function of what was asked, which tells how it stands and stops when it is cancelled. */
import type { Figures } from "./protocol.js"
import type { Errand } from "./slices.js"

export interface Helm extends Errand {
  readonly tell: (figures: Partial<Figures> & Pick<Figures, "stage">) => void
}

export type Job<Asked, Answer> = (asked: Asked, helm: Helm) => Promise<Answer>
