/** Why somebody in a belief story believes what they do: what they saw or were told, and what they missed. */
import type { BeliefStory, BeliefWorld, StoryQuestion, StorySentence } from "@dramaturg/language"
import { type Fabula, type How, type Standing, standingAt } from "@dramaturg/model"

/** A story that was followed. */
export interface Told {
  readonly story: BeliefStory
  readonly world: BeliefWorld
  readonly fabula: Fabula
  /** The last occurrence before each sentence, and at last the last of all. */
  readonly moments: readonly number[]
}

/** The sentence by which a belief began, and the later one that it does not take in. */
export interface Because {
  /** Null: it never began. */
  readonly since: StorySentence | null
  /** Null: it never began, or it is no belief but what is so. */
  readonly how: How | null
  readonly by?: string
  /** By which that came about about which they are wrong; null: they are right, or have no idea. */
  readonly missed: StorySentence | null
}

/** The occurrences of each sentence end where those of the next begin. */
export function momentsOf(
  { sentences }: BeliefStory,
  { acts }: BeliefWorld,
  { occurrences }: Fabula,
): readonly number[] {
  return Array.from({ length: sentences.length + 1 }, (_, sentence) => {
    const done = acts.filter((each) => each.sentence < sentence).length
    return occurrences.findLast((each) => each.act <= done)?.number ?? 0
  })
}

interface Asked {
  readonly moment: number
  readonly chain: readonly string[]
  readonly label: string
}

export function becauseOf(told: Told, { moment, chain, label }: Asked): Because {
  const own = standingAt(told.fabula, moment, chain, label)
  const about = chain.length === 0 ? own : standingAt(told.fabula, moment, chain.slice(1), label)
  const isWrong = own !== null && about !== null && own.value !== null && own.value !== about.value
  return {
    since: sentenceOf(told, own) ?? (chain.length === 0 ? firstSaid(told, label) : null),
    how: chain.length === 0 ? null : (own?.how ?? null),
    ...(own?.by === undefined ? {} : { by: storyName(told, own.by) }),
    missed: isWrong && about.since > own.since ? sentenceOf(told, about) : null,
  }
}

/** What a lie is asked by: who told whom of which thing, among the first so many sentences. */
type AskedForLie = Pick<StoryQuestion, "who" | "whom" | "thing" | "after">

/**
 * Whether somebody told somebody what they did not believe, in a sentence from `from` on (from 0); and in
 * which.
 */
export function lieOf(
  told: Told,
  { who, whom, thing, after }: AskedForLie,
  from = 0,
): { readonly isLie: boolean; readonly because: Because } {
  const { story, world, fabula, moments } = told
  const label = world.whereOf.get(thing!)!
  const tellings = story.sentences
    .slice(0, after)
    .flatMap((each, i) =>
      i >= from && each.kind === "tell" && each.who === who && each.whom === whom && each.thing === thing
        ? [i]
        : [],
    )
  const lie = tellings.find(
    (i) =>
      standingAt(fabula, moments[i], [world.nameOf.get(who!)!], label)?.value !==
      world.nameOf.get(story.sentences[i].place!),
  )
  const spoken = lie ?? tellings[0]
  if (spoken === undefined) return { isLie: false, because: { since: null, how: null, missed: null } }
  const because = becauseOf(told, { moment: moments[spoken], chain: [world.nameOf.get(who!)!], label })
  return { isLie: lie !== undefined, because: { ...because, missed: story.sentences[spoken] } }
}

function sentenceOf({ story, world, fabula }: Told, standing: Standing | null): StorySentence | null {
  const occurrence = standing === null ? undefined : fabula.occurrences[standing.since - 1]
  return occurrence === undefined ? null : story.sentences[world.acts[occurrence.act - 1].sentence]
}

/** Where something is from the start is said by the first sentence about it. */
function firstSaid({ story, world }: Told, label: string): StorySentence | null {
  return (
    story.sentences.find((each) => each.kind === "lies" && world.whereOf.get(each.thing!) === label) ?? null
  )
}

function storyName({ world }: Told, name: string): string {
  return [...world.nameOf].find((each) => each[1] === name)?.[0] ?? name
}
