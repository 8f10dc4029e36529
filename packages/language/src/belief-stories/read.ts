/**
 * Reads belief stories: short stories in template sentences, with questions about who believes what. A line
 * has a number, which begins again with 1 at each story, and a sentence; behind a question may stand, after a
 * tab, the answer that is held to be right, and after another one the numbers of the lines that show it,
 * which nothing here needs.
 */
import {
  type Filling,
  matched,
  type Matched,
  type QuestionKind,
  questionTemplates,
  type SentenceKind,
  sentenceTemplates,
} from "./templates.js"

/** A sentence and where it stands. */
export interface StorySentence extends Matched<SentenceKind> {
  /** As it was written. */
  readonly text: string
  /** Of the file, from 1. */
  readonly line: number
  /** As the story counts its lines. */
  readonly number: number
}

/** A question and where it stands. */
export interface StoryQuestion extends Filling {
  readonly kind: QuestionKind
  readonly text: string
  readonly line: number
  readonly number: number
  /** How many sentences of the story come before it. */
  readonly after: number
  /** The answer that the file gives; undefined if it gives none. */
  readonly given?: string
}

/** A story in template sentences, with questions about it. */
export interface BeliefStory {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly sentences: readonly StorySentence[]
  readonly questions: readonly StoryQuestion[]
}

/** A line that was not understood. `reason`: what is wrong with it, as a sentence. */
export interface UnreadLine {
  readonly line: number
  readonly text: string
  readonly reason: string
}

/** What could be read of a text, and what could not. */
export interface BeliefStoriesReading {
  /** Those without a line that was not understood. */
  readonly stories: readonly BeliefStory[]
  readonly unread: readonly UnreadLine[]
}

/** How long a line may be, in characters. */
const LONGEST_LINE = 1000

interface Draft {
  readonly line: number
  readonly sentences: StorySentence[]
  readonly questions: StoryQuestion[]
  isWhole: boolean
}

/** Reads every story of a text. It never throws: a line that is not understood is told. */
export function readBeliefStories(text: string): BeliefStoriesReading {
  const drafts: Draft[] = []
  const unread: UnreadLine[] = []
  let last = 0
  text.split(/\r\n|\r|\n/u).forEach((whole, at) => {
    if (whole.trim() === "") return
    const line = at + 1
    const { number = last + 1, rest } = numbered(whole)
    if (drafts.length === 0 || number <= last)
      drafts.push({ line, sentences: [], questions: [], isWhole: true })
    last = number
    const draft = drafts[drafts.length - 1]
    const reason = addLine(draft, rest, { line, number })
    if (reason === undefined) return
    draft.isWhole = false
    unread.push({ line, text: whole.trim().slice(0, LONGEST_LINE), reason })
  })
  return { stories: drafts.filter((each) => each.isWhole).map(({ isWhole: _, ...story }) => story), unread }
}

function numbered(whole: string): { readonly number?: number; readonly rest: string } {
  const found = /^\s*(\d{1,9})[.:)]?\s+(\S.*)$/su.exec(whole)
  return found ? { number: Number(found[1]), rest: found[2] } : { rest: whole }
}

/** Adds a sentence or a question; returns what is wrong with the line, if anything is. */
function addLine(
  { sentences, questions }: Draft,
  rest: string,
  place: Pick<StorySentence, "line" | "number">,
): string | undefined {
  if (rest.length > LONGEST_LINE) return "It is too long to be one of the sentences that are understood."
  const [text, given, ...support] = rest.split("\t").map((each) => each.trim())
  const question = matched(text, questionTemplates)
  if (question) {
    questions.push({ ...question, text, ...place, after: sentences.length, ...(given ? { given } : {}) })
    return undefined
  }
  if (given !== undefined || support.length > 0)
    return "An answer stands behind something that is no question that is understood."
  const sentence = matched(text, sentenceTemplates)
  if (!sentence) return "It is none of the sentences and questions that are understood."
  sentences.push({ ...sentence, text, ...place })
  return undefined
}
