/** A question is asked about a world, and nudged along to its result. */
import type { Question, SoundWorld } from "@dramaturg/analysis"
import type { Helm } from "./job.js"
import type { Figures, Refused, World } from "./protocol.js"
import { readSound } from "./read-world.js"
import { nudge } from "./slices.js"

export async function answering<Result>(world: World, helm: Helm, ask: (world: SoundWorld) => Question<Result>): Promise<Result | Refused> {
  const sound = readSound(world)
  return "kind" in sound ? sound : resultOf(ask(sound), helm)
}

export async function resultOf<Result>(question: Question<Result>, helm: Helm, figures: () => Partial<Figures> = () => ({})): Promise<Result> {
  await nudge(helm, { step: (visits) => question.step(visits), tell: () => helm.tell({ ...question.progress, ...figures() }) })
  return question.result!
}
