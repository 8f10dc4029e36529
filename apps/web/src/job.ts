/** What a job is: a function of what was asked, which tells how it stands and stops when it is cancelled. */
import type { Figures } from "./protocol.js"
import type { Cancellable } from "./slices.js"

export interface JobContext extends Cancellable {
  readonly tell: (figures: Partial<Figures> & Pick<Figures, "stage">) => void
}

export type Job<Asked, Answer> = (asked: Asked, context: JobContext) => Promise<Answer>
