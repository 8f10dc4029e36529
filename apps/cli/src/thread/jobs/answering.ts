/**
 * A job that answers a question: the world is read, the question is asked about it, and its answer is handed
 * over.
 */
import type { Question, SoundWorld } from "@dramaturg/analysis"
import type { QuestionAnswer, QuestionAsked } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readSound } from "./read-world.js"
import { stepThrough } from "./slices.js"

type Ask<Options, Result> = (world: SoundWorld, options: Options) => Question<Result>

/** `report` hears how it stands now and then, and at last of the result. */
export function answering<Options extends object, Result>(ask: Ask<Options, Result>) {
  return async (
    { world, deadline, ...options }: QuestionAsked<Options>,
    report: (part: Partial<QuestionAnswer<Result>>) => void,
  ): Promise<void> => {
    const sound = readSound(world, report)
    if (!sound) return
    report({ stage: "searching" })
    const question = ask(sound, { ...(options as unknown as Options), ...clockUntil(deadline) })
    stepThrough(question, () => report(question.progress))
    report({ result: question.result! })
  }
}

/** The same of a question that tells what would stand as its answer if it were stopped by force. */
export function answeringSoFar<
  Options extends { readonly onProgress?: (soFar: SoFar) => void },
  Result,
  SoFar,
>(ask: Ask<Options, Result>) {
  return (
    asked: QuestionAsked<Options>,
    report: (part: Partial<QuestionAnswer<Result> & { readonly soFar: SoFar }>) => void,
  ): Promise<void> =>
    answering<Options, Result>((world, options) =>
      ask(world, { ...options, onProgress: (soFar) => report({ soFar } as never) }),
    )(asked, report)
}
