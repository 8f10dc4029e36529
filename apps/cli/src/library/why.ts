/** Why is an act done, why does it not happen, and can a story end so? */
import { askEnding, askWhy, askWhyNot } from "@dramaturg/analysis"
import type { Diagnostic, EndingAnswer, Occurrence, Prospect, ReviewedAct } from "@dramaturg/model"
import { answered } from "./drive.js"
import { UsageError } from "./errors.js"
import { anything, bounded, checkName, checkOptions, named, text } from "./options.js"
import { type Plot, plotText } from "./story.js"
import { type Bounded, clock } from "./tell.js"
import type { UnreadPlot } from "./verify.js"
import { soundOf, type World } from "./world.js"

/** The plot has no act of this number. */
export interface NoSuchAct {
  readonly status: "no-such-act"
  /** The numbers that there are, as the writer gave them; else counted from 1. */
  readonly items: readonly string[]
  /** Of an item that could not be read as an act: what it may mean. Null: there is no such item. */
  readonly near: readonly string[] | null
}

/** The options of `why`. */
export interface WhyOptions extends Bounded {
  /** Of those who consent to the act, this character alone. Default: all of them. */
  readonly character?: string
}

/** What `why` found. */
export type Why =
  | UnreadPlot
  | NoSuchAct
  | {
      readonly status: "reasons"
      readonly remarks: readonly Diagnostic[]
      readonly sentences: readonly string[]
      /** The act with its causes, motives and mistakes as data (docs/formats/fabula.md). */
      readonly occurrence: Occurrence
      /** What it comes to in other cases than the one hoped for, for each who does it in hope; else empty. */
      readonly prospects: readonly Prospect[]
    }

/**
 * Says why an act of a story is done. `act`: its number, counted from 1, or as the outline's writer numbered
 * it. Reasons that the story does not give are looked for. Rejects with a UsageError if the call is wrong,
 * and with the signal's reason if it is aborted.
 */
export async function why(
  world: World,
  plot: Plot,
  act: number | string,
  options: WhyOptions = {},
): Promise<Why> {
  const sound = soundOf("why", world)
  const story = plotText("why", plot)
  const number = actNumber("why", act)
  checkOptions("why", options, { ...bounded, character: text })
  const { signal, onProgress, character, ...bounds } = options
  checkName("why", "character", character, world.characters)
  const question = askWhy(sound, { ...bounds, story, act: number, character: character ?? null, clock })
  const result = await answered(question, { signal, onProgress })
  switch (result.kind) {
    case "unread":
      return { status: "unread", remarks: result.remarks }
    case "no-such-act":
      return { status: "no-such-act", items: result.items, near: result.near }
    case "no-such-character":
      throw new UsageError(`why(): there is no such character; there are ${result.characters.join(", ")}.`)
    case "reasons": {
      const { remarks, sentences, occurrence, prospects } = result
      return { status: "reasons", remarks, sentences, occurrence, prospects }
    }
  }
}

/** What `whyNot` is asked: about an act, at the start or in a story; or about an ending. */
export type WhyNotQuestion =
  | {
      /** The act, e.g. `fetch(Toby)`, or in the world's words. */
      readonly act: string
      /** Default: it is asked about the start. */
      readonly story?: Plot
      /** After which act of the story, by its number; 0: before the first. Default: after the last. */
      readonly at?: number | string
    }
  /** A condition in the world's language; null: the author's utility is better than at the start. */
  | { readonly ending: string | null }

/** What `whyNot` found. */
export type WhyNot =
  | (UnreadPlot & { readonly of: "act" | "story" | "ending" })
  | NoSuchAct
  /** Of an act: everything that speaks against it, which may be nothing (`act.verdict` is then `holds`). */
  | {
      readonly status: "act"
      readonly remarks: readonly Diagnostic[]
      readonly act: ReviewedAct
      readonly sentences: readonly string[]
    }
  /** Of an ending: a story that ends so, or how sure it is that there is none, and what would open it. */
  | {
      readonly status: "ending"
      readonly answer: EndingAnswer
      readonly sentences: readonly string[]
      /** For each opening: the change in words, and the acts that it makes possible in words. */
      readonly openings: readonly { readonly words: string; readonly way: string }[]
    }

/**
 * Says what speaks against an act, or against an ending. Rejects with a UsageError if the call is wrong, and
 * with the signal's reason if it is aborted.
 */
export async function whyNot(world: World, about: WhyNotQuestion, options: Bounded = {}): Promise<WhyNot> {
  const sound = soundOf("whyNot", world)
  const question = questionOf(about)
  checkOptions("whyNot", options, bounded)
  const { signal, onProgress, ...bounds } = options
  const stoppable = { signal, onProgress }
  if ("ending" in question) {
    const { ending } = question
    const result = await answered(askEnding(sound, { ...bounds, ending, clock }), stoppable)
    if (result.kind === "unread") return { status: "unread", of: "ending", remarks: result.remarks }
    const { answer, sentences, openings } = result
    return { status: "ending", answer, sentences, openings }
  }
  const { act, story, at } = question
  const asked = {
    ...bounds,
    clock,
    act,
    ...(story === undefined ? {} : { story: plotText("whyNot", story) }),
    ...(at === undefined ? {} : { at: actNumber("whyNot", at) }),
  }
  const result = await answered(askWhyNot(sound, asked), stoppable)
  if (result.kind === "unread") return { status: "unread", of: result.of, remarks: result.remarks }
  if (result.kind === "no-such-act") return { status: "no-such-act", items: result.items, near: result.near }
  return { status: "act", remarks: result.remarks, act: result.act, sentences: result.sentences }
}

function questionOf(about: unknown): WhyNotQuestion {
  const { act, ending } = (about ?? {}) as { readonly act?: unknown; readonly ending?: unknown }
  const isOne = (typeof act === "string") !== (typeof ending === "string" || ending === null)
  if (!isOne)
    throw new UsageError(
      `whyNot() takes { act: "…" }, perhaps with story and at, or { ending: "…" }, not ${about === undefined ? "nothing" : named(about)}.`,
    )
  checkOptions(
    "whyNot",
    about,
    typeof act === "string" ? { act: text, story: anything, at: anything } : { ending: anything },
  )
  return about as WhyNotQuestion
}

/** Numbers of acts may be the writer's own, such as "12a". */
function actNumber(call: string, act: unknown): string {
  if (typeof act === "string" || Number.isInteger(act)) return String(act)
  throw new UsageError(
    `${call}() takes the number of an act, counted from 1 or as its writer gave it, not ${act === undefined ? "nothing" : named(act)}.`,
  )
}
