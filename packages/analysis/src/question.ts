/**
 * A question that is being answered. `ask…(world, options)` returns one: the caller steps it, reads
 * `progress` between two steps, and has the answer once `result` is not null. The result does not depend on
 * how many units of work each step was given; only a time limit may cut it short.
 */
import type { Query } from "@dramaturg/model"

/** How far the work is. */
export interface Progress {
  readonly stage: "preparing" | "searching" | "judging" | "writing"
  readonly visited: number
  /** The current part of the work, in a few words. */
  readonly note?: string
}

/**
 * The work behind a question: it yields its progress and receives the number of units of work until it yields
 * again.
 */
export type Steps<Result, Shown extends Progress = Progress> = Generator<Shown, Result, number>

/**
 * A question and its state. Before the first step, `progress` lacks the fields that `Shown` has besides those
 * of `Progress`.
 */
export class Question<Result, Shown extends Progress = Progress> {
  /** Null while there is none. */
  result: Result | null = null
  progress = { stage: "preparing", visited: 0 } as Shown
  readonly #steps: Steps<Result, Shown>

  constructor(steps: Steps<Result, Shown>) {
    this.#steps = steps
  }

  /** Does at most so many more units of work; true once there is a result. */
  step(units: number): boolean {
    const { done, value } = this.#steps.next(units)
    if (done) this.result ??= value ?? null
    else this.progress = value
    return this.result !== null
  }
}

/** Makes the function `ask…` of the work that answers it. */
export function asking<About, Options, Result, Shown extends Progress = Progress>(
  work: (about: About, options: Options) => Steps<Result, Shown>,
) {
  return (about: About, options: Options): Question<Result, Shown> => new Question(work(about, options))
}

/** Steps a query of the engine to its answer. */
export function* answerOf<Answer>(
  query: Query<Answer>,
  stage: Progress["stage"],
  note?: () => string,
): Steps<Answer> {
  const standing = (): Progress => ({
    stage,
    visited: query.visited,
    ...(note === undefined ? {} : { note: note() }),
  })
  let visits = yield standing()
  while (!query.step(visits)) visits = yield standing()
  return query.answer!
}

/** Does a part of the work that visits no nodes: grounding, a chronicle or a telling. */
export function* partDone<Answer>(
  query: Query<Answer>,
  stage: Progress["stage"],
  visited = 0,
): Steps<Answer, { readonly stage: Progress["stage"]; readonly visited: number }> {
  while (!query.step(yield { stage, visited }));
  return query.answer!
}
