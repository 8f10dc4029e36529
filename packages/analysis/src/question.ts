/**
 * A question that is being answered. Every file of this package has a function `ask…(world, options)` that returns one: the caller
 * steps it as often as it likes, reads `progress` between two steps, and has the answer once `result` is there. How a result came
 * about does not depend on how many visits a step was given; only a time limit may cut it short.
 */
import type { Query } from "@dramaturg/engine"

/** How the work stands. */
export interface Progress {
  readonly stage: "preparing" | "searching" | "judging" | "writing"
  readonly visited: number
  /** What is being done just now, in a few words. */
  readonly note?: string
}

/** The work behind a question: it yields how it stands, and is sent how many visits it may make before it yields again. */
export type Steps<Result, Shown extends Progress = Progress> = Generator<Shown, Result, number>

/** What `Shown` has beside a `Progress` is not there before the first step. */
export class Question<Result, Shown extends Progress = Progress> {
  /** Null while there is none. */
  result: Result | null = null
  progress = { stage: "preparing", visited: 0 } as Shown
  readonly #steps: Steps<Result, Shown>

  constructor(steps: Steps<Result, Shown>) {
    this.#steps = steps
  }

  /** Visits at most so many nodes more; true once there is a result. */
  step(visits: number): boolean {
    const { done, value } = this.#steps.next(visits)
    if (done) this.result ??= value ?? null
    else this.progress = value
    return this.result !== null
  }
}

/** The function that asks a question, made of the work that answers it. */
export function asking<About, Options, Result, Shown extends Progress = Progress>(work: (about: About, options: Options) => Steps<Result, Shown>) {
  return (about: About, options: Options): Question<Result, Shown> => new Question(work(about, options))
}

/** Follows a query of the engine to its answer. */
export function* answerOf<Answer>(query: Query<Answer>, stage: Progress["stage"], note?: () => string): Steps<Answer> {
  const standing = (): Progress => ({ stage, visited: query.visited, ...(note === undefined ? {} : { note: note() }) })
  let visits = yield standing()
  while (!query.step(visits)) visits = yield standing()
  return query.answer!
}
