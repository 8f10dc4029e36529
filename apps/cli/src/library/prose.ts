/** Tells a story in prose. */
import { askTelling } from "@dramaturg/analysis"
import type { Manner, MarginNote, Telling } from "@dramaturg/model"
import { type Tongue, usualManner } from "@dramaturg/telling"
import { answered, type Stoppable } from "./drive.js"
import { UsageError } from "./errors.js"
import { checkName, checkOptions, count, flag, made, oneOf, stoppable, text } from "./options.js"
import { homeOf, type Story } from "./story.js"

/** The options of `prose`. */
export interface ProseOptions extends Stoppable {
  /** Through whom it is told: the name of a character. Default: an all-knowing narrator. */
  readonly through?: string
  /** Told by an onlooker who sees into no mind. Not with `through`. Default: false. */
  readonly outside?: boolean
  /** `first`: the character of `through` tells it. Default: `third`. */
  readonly person?: Manner["person"]
  /** Default: `past`. */
  readonly tense?: Manner["tense"]
  /** Default: `as it happened`. */
  readonly order?: Manner["order"]
  /** `scene`: acts, beliefs and intentions; `summary`: acts alone. Default: `scene`. */
  readonly pace?: Manner["pace"]
  /** `short`: fewer facts, no mistakes, no surprises. Default: `full`. */
  readonly length?: NonNullable<Manner["length"]>
  /** Chooses other words; the same number gives the same words. Default: 0. */
  readonly words?: number
  /** Margin notes, e.g. on what somebody gets wrong. Default: false. */
  readonly notes?: boolean
  /** The language it is told in, of your own making. Default: English. */
  readonly tongue?: Tongue
}

/** A story in prose. */
export interface Prose {
  /** All of it; an empty line stands between two paragraphs. */
  readonly text: string
  readonly paragraphs: readonly string[]
  /** With `notes`; else empty. Each names its paragraph and sentence, counted from 0. */
  readonly notes: readonly MarginNote[]
  /** Sentence by sentence, with what each claims (docs/formats/telling.md). */
  readonly telling: Telling
}

const kinds = {
  ...stoppable,
  through: text,
  outside: flag,
  person: oneOf(["third", "first"]),
  tense: oneOf(["past", "present"]),
  order: oneOf(["as it happened", "from the middle", "from the end"]),
  pace: oneOf(["scene", "summary"]),
  length: oneOf(["short", "full"]),
  words: count,
  notes: flag,
  tongue: made("a tongue, an object with wordsOf", ["wordsOf"]),
}

/**
 * Tells a story in prose. Rejects with a UsageError if the call is wrong or names a character that the world
 * does not have, and with the signal's reason if it is aborted.
 */
export async function prose(story: Story, options: ProseOptions = {}): Promise<Prose> {
  const world = homeOf("prose", story)
  checkOptions("prose", options, kinds)
  const { signal, onProgress, tongue, notes = false } = options
  const manner = mannerOf(options)
  checkName("prose", "character", manner.focaliser, world.characters)
  const question = askTelling(world, { story, manner, tongue })
  const { telling } = await answered(question, { signal, onProgress })
  const paragraphs = telling.paragraphs.map(({ sentences }) => sentences.map((each) => each.text).join(" "))
  return { text: paragraphs.join("\n\n"), paragraphs, notes: notes ? telling.notes : [], telling }
}

function mannerOf({ through, outside, person, tense, order, pace, length, words }: ProseOptions): Manner {
  if (through !== undefined && outside === true)
    throw new UsageError("prose() takes `through` or `outside`, not both: an onlooker is no character.")
  if (through === undefined && person === "first")
    throw new UsageError('prose() takes `person: "first"` with `through`, which says who tells it.')
  return {
    ...usualManner,
    ...(through === undefined ? {} : { focalisation: "internal", focaliser: through }),
    ...(outside === true ? { focalisation: "external" } : {}),
    ...(length === undefined ? {} : { length }),
    person: person ?? usualManner.person,
    tense: tense ?? usualManner.tense,
    order: order ?? usualManner.order,
    pace: pace ?? usualManner.pace,
    seed: words ?? usualManner.seed,
  }
}
