/** A job that answers a question: the world is read, the question is asked about it, and its answer is handed over. */
import type { Question, SoundWorld } from "@dramaturg/analysis"
import type { QuestionAnswer, QuestionAsked } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readSound } from "./read-world.js"
import { nudge } from "./slices.js"

type Ask<Options, Result> = (world: SoundWorld, options: Options) => Question<Result>

export function answering<Options extends object, Result>(ask: Ask<Options, Result>) {
  return async ({ world, deadline, ...options }: QuestionAsked<Options>, report: (part: Partial<QuestionAnswer<Result>>) => void): Promise<void> => {
    const sound = await readSound(world, report)
    if (!sound) return
    report({ stage: "searching" })
    const question = ask(sound, { ...(options as unknown as Options), ...clockUntil(deadline) })
    nudge(question, () => report(question.progress))
    report({ result: question.result! })
  }
}
