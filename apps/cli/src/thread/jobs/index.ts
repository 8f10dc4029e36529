/**
 * What the thread can do: every job by name, with what it is asked and what it answers. A job for a question
 * of the analysis needs no file.
 */
import {
  askAdvice,
  askCompare,
  askEnding,
  askExport,
  askKnowledge,
  askPlotWhatIf,
  askVerify,
  askWhatIf,
  askWhy,
  askWhyNot,
  type BeliefStoriesResult,
  type CheckResult,
  type ExportText,
  type Judged,
  type MadeStories,
  type MakeQuestion,
  type Question,
  type Reviewed,
} from "@dramaturg/analysis"
import type { Converted, FormatResult } from "@dramaturg/analysis/convert"
import type { Problem } from "@dramaturg/model"
import { answering, answeringSoFar } from "./answering.js"
import { check } from "./check.js"
import { compile } from "./compile.js"
import { explore } from "./explore.js"
import { list } from "./list.js"
import { move, play } from "./play.js"
import { reach } from "./reach.js"
import { formatWorld, translating } from "./rewrite.js"
import { tell } from "./tell.js"
import { test } from "./test.js"
import { makeTom, tom } from "./tom.js"
import type {
  Answer,
  ExploreAnswer,
  ExploreAsked,
  JobName,
  ListAnswer,
  QuestionAnswer,
  QuestionAsked,
  ReachAnswer,
  ReachAsked,
  TellAnswer,
  TellAsked,
  TestAnswer,
  TestAsked,
  Work,
  WorldText,
} from "../protocol.js"
import type { MoveAnswer, MoveAsked, PlayAnswer, PlayAsked } from "../play-protocol.js"

/** The job that answers a question. `soFar`: what would stand as the answer if it were stopped by force. */
interface QuestionJob<Ask extends (world: never, options: never) => Question<unknown>, SoFar = never> {
  readonly asked: QuestionAsked<Parameters<Ask>[1]>
  readonly answer: QuestionAnswer<NonNullable<ReturnType<Ask>["result"]>> & { readonly soFar: SoFar }
}

export interface Jobs {
  readonly check: { readonly asked: { readonly world: WorldText }; readonly answer: Answer & CheckResult }
  readonly compile: {
    readonly asked: { readonly world: WorldText }
    readonly answer: Answer & { readonly problem: Problem; readonly compiled: Problem }
  }
  readonly tell: { readonly asked: TellAsked; readonly answer: TellAnswer }
  readonly list: { readonly asked: TellAsked; readonly answer: ListAnswer }
  readonly verify: QuestionJob<typeof askVerify, Judged | Reviewed>
  readonly why: QuestionJob<typeof askWhy>
  readonly "why-not": QuestionJob<typeof askWhyNot>
  readonly ending: QuestionJob<typeof askEnding>
  readonly advise: QuestionJob<typeof askAdvice>
  readonly knows: QuestionJob<typeof askKnowledge>
  readonly whatif: QuestionJob<typeof askWhatIf>
  readonly "whatif-plot": QuestionJob<typeof askPlotWhatIf>
  readonly test: { readonly asked: TestAsked; readonly answer: TestAnswer }
  readonly explore: { readonly asked: ExploreAsked; readonly answer: ExploreAnswer }
  readonly carry: QuestionJob<typeof askExport, ExportText>
  readonly reach: { readonly asked: ReachAsked; readonly answer: ReachAnswer }
  readonly compare: QuestionJob<typeof askCompare>
  readonly play: { readonly asked: PlayAsked; readonly answer: PlayAnswer }
  readonly move: { readonly asked: MoveAsked; readonly answer: MoveAnswer }
  readonly format: {
    readonly asked: { readonly world: WorldText }
    readonly answer: Answer & { readonly result: FormatResult }
  }
  readonly tom: {
    readonly asked: { readonly text: string }
    readonly answer: Answer & { readonly result: BeliefStoriesResult }
  }
  readonly "make-tom": {
    readonly asked: MakeQuestion
    readonly answer: Answer & { readonly result: MadeStories }
  }
  readonly import: {
    readonly asked: { readonly world: WorldText }
    readonly answer: Answer & { readonly result: Converted }
  }
  readonly export: {
    readonly asked: { readonly world: WorldText }
    readonly answer: Answer & { readonly result: Converted }
  }
}

export const jobs: { readonly [Name in JobName]: Work<Name> } = {
  advise: answering(askAdvice),
  compare: answering(askCompare),
  ending: answering(askEnding),
  knows: answering(askKnowledge),
  whatif: answering(askWhatIf),
  "whatif-plot": answering(askPlotWhatIf),
  why: answering(askWhy),
  "why-not": answering(askWhyNot),
  carry: answeringSoFar(askExport),
  verify: answeringSoFar(askVerify),
  check,
  compile,
  tell,
  list,
  test,
  explore,
  reach,
  play,
  move,
  tom,
  "make-tom": makeTom,
  format: formatWorld,
  import: translating("drama"),
  export: translating("sabre"),
}
