/** A question is asked about a world, and nudged along to its result. */
import type { Question, SoundWorld } from "@dramaturg/analysis"
import type { JobContext } from "./job.js"
import type { Figures, Refused, World } from "./protocol.js"
import { readSound } from "./read-world.js"
import { stepThrough } from "./slices.js"

export async function answering<Result>(
  world: World,
  context: JobContext,
  ask: (world: SoundWorld) => Question<Result>,
): Promise<Result | Refused> {
  const sound = readSound(world)
  return "kind" in sound ? sound : resultOf(ask(sound), context)
}

export async function resultOf<Result>(
  question: Question<Result>,
  context: JobContext,
  figures: () => Partial<Figures> = () => ({}),
): Promise<Result> {
  await stepThrough(context, {
    step: (visits) => question.step(visits),
    tell: () => context.tell({ ...question.progress, ...figures() }),
  })
  return question.result!
}
