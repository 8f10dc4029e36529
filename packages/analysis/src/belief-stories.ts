/**
 * Where will Sally look? Reads stories in template sentences, has the world of each move as it tells, and
 * answers its questions from what people then believe.
 */
import { startChronicle } from "@dramaturg/engine"
import {
  type BeliefStory,
  type BeliefWorld,
  beliefWorldOf,
  compileStory,
  readBeliefStories,
  type StoryQuestion,
  type UnreadLine,
} from "@dramaturg/language"
import { type Fabula, type Problem, standingAt } from "@dramaturg/model"
import { type Because, becauseOf, lieOf, momentsOf, type Told } from "./belief-reasons.js"
import { deepestFor } from "./depth.js"
import { asking, partDone, type Steps } from "./question.js"

/** One question with the engine's answer. */
export interface BeliefAnswer {
  readonly question: StoryQuestion
  /** Whose belief is asked for, from the outside in; empty: what is so. */
  readonly believers: readonly string[]
  /** A place as the story calls it, or yes or no; null: they have no idea. */
  readonly answer: string | null
  /** Whether it is the answer that the file gives; null if it gives none. */
  readonly isRight: boolean | null
  readonly because: Because
}

/** A story and the answers to its questions, in order. */
export interface AnsweredStory {
  readonly story: BeliefStory
  readonly answers: readonly BeliefAnswer[]
}

/** How questions of one kind came out. `depth`: how many believers deep they ask, 0 for what is so. */
export interface BeliefCount {
  readonly kind: StoryQuestion["kind"]
  readonly depth: number
  readonly asked: number
  readonly right: number
  readonly wrong: number
}

/** All answers, or, by line, everything that is not understood or fits nothing before it. */
export type BeliefStoriesResult =
  | { readonly kind: "unread"; readonly lines: readonly UnreadLine[] }
  | {
      readonly kind: "answered"
      readonly stories: readonly AnsweredStory[]
      readonly counts: readonly BeliefCount[]
    }

/**
 * Answers every question of a text; `unread` with every line that is not understood or fits nothing before
 * it.
 */
export const askBeliefStories = asking(function* (
  text: string,
  _options: object,
): Steps<BeliefStoriesResult> {
  const { stories, unread } = readBeliefStories(text)
  const worlds = stories.map((story) => ({ story, world: worldFor(story) }))
  const misfits = worlds.flatMap(({ world }) => ("reason" in world ? [world] : []))
  const lines = [...unread, ...misfits].toSorted((one, other) => one.line - other.line)
  if (lines.length > 0) return { kind: "unread", lines }
  const answered: AnsweredStory[] = []
  for (const { story, world } of worlds) {
    if ("reason" in world) continue
    yield {
      stage: "writing",
      visited: answered.length,
      note: `story ${answered.length + 1} of ${stories.length}`,
    }
    answered.push({ story, answers: yield* answersTo(story, world) })
  }
  return { kind: "answered", stories: answered, counts: countsOf(answered) }
})

/** The world of a story, or the line that asks deeper than its people's minds can be followed. */
function worldFor(story: BeliefStory): BeliefWorld | UnreadLine {
  const world = beliefWorldOf(story)
  if ("reason" in world) return world
  const people = new Set(
    [...story.sentences, ...story.questions].flatMap(({ who, whom, minds = [] }) => [who, whom, ...minds]),
  )
  people.delete(undefined)
  const most = deepestFor(people.size)
  const deep = story.questions.find((each) => believersOf(each).length > most)
  return deep === undefined
    ? world
    : {
        line: deep.line,
        text: deep.text,
        reason: `With ${people.size} people, minds are followed ${most} deep.`,
      }
}

/**
 * The problem and the fabula of a story's world, followed as deep as its questions ask, at least two minds
 * deep.
 */
export function* followed(
  story: BeliefStory,
  { text, acts }: BeliefWorld,
): Steps<{ readonly problem: Problem; readonly fabula: Fabula }> {
  const { problem, diagnostics } = compileStory(text, { file: "story.drama" })
  if (problem === undefined)
    throw new Error(`The world of a belief story has errors: ${diagnostics[0]?.message}`)
  const depth = Math.max(2, ...story.questions.map((each) => believersOf(each).length))
  const solution = { plan: acts.map((each) => each.act), explanations: acts.map(() => ({})) }
  return { problem, fabula: yield* partDone(startChronicle(problem, solution, { depth }), "writing") }
}

/** Answers the questions of one story. */
export function* answersTo(story: BeliefStory, world: BeliefWorld): Steps<readonly BeliefAnswer[]> {
  if (story.questions.length === 0) return []
  const { fabula } = yield* followed(story, world)
  const told: Told = { story, world, fabula, moments: momentsOf(story, world, fabula) }
  return story.questions.map((question) => answerTo(told, question))
}

/**
 * Somebody whose search or thought is asked for stands last. What somebody thinks that they think themselves
 * is what they think.
 */
export function believersOf({ kind, who, minds = [] }: StoryQuestion): readonly string[] {
  return kind === "belief" ? [who!, ...minds].filter((each, i, all) => each !== all[i - 1]) : []
}

function answerTo(told: Told, question: StoryQuestion): BeliefAnswer {
  const believers = believersOf(question)
  if (question.kind === "lie") {
    const { isLie, because } = lieOf(told, question)
    return judged(question, believers, isLie ? "yes" : "no", because)
  }
  const { world, fabula, moments } = told
  const label = world.whereOf.get(question.thing!)!
  const moment = question.kind === "beginning" ? 0 : moments[question.after]
  const chain = believers.map((each) => world.nameOf.get(each)!)
  const standing = standingAt(fabula, moment, chain, label)
  if (standing === null)
    throw new Error(`What is asked in line ${question.line} lies deeper in minds than it was followed.`)
  const answer = [...world.nameOf].find(([, name]) => name === standing.value)?.[0] ?? null
  return judged(question, believers, answer, becauseOf(told, { moment, chain, label }))
}

function judged(
  question: StoryQuestion,
  believers: readonly string[],
  answer: string | null,
  because: Because,
): BeliefAnswer {
  const isRight =
    question.given === undefined ? null : plain(question.given) === plain(answer ?? "nobody knows")
  return { question, believers, answer, isRight, because }
}

function plain(answer: string): string {
  return answer
    .toLowerCase()
    .replace(/[\s_]+/gu, " ")
    .trim()
}

function countsOf(stories: readonly AnsweredStory[]): readonly BeliefCount[] {
  const counts = new Map<string, BeliefCount>()
  for (const { question, believers, isRight } of stories.flatMap((each) => each.answers)) {
    const { kind } = question
    const key = `${kind} ${believers.length}`
    const { asked, right, wrong } = counts.get(key) ?? { asked: 0, right: 0, wrong: 0 }
    counts.set(key, {
      kind,
      depth: believers.length,
      asked: asked + 1,
      right: right + (isRight === true ? 1 : 0),
      wrong: wrong + (isRight === false ? 1 : 0),
    })
  }
  return [...counts.values()].toSorted(
    (one, other) => one.depth - other.depth || (one.kind < other.kind ? -1 : 1),
  )
}
