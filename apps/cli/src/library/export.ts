/** Writes worlds, plays and stories in the formats of other tools. */
import { askExport } from "@dramaturg/analysis"
import { type Exporter, exporters, type Sources } from "@dramaturg/exports"
import type { Diagnostic } from "@dramaturg/model"
import { answered } from "./drive.js"
import { UsageError } from "./errors.js"
import { bounded, checkName, checkOptions, count, countOrNull, finite, named, text } from "./options.js"
import { homeOf, type Story } from "./story.js"
import { type Bounded, clock } from "./tell.js"
import { checkWorld, soundOf, type World } from "./world.js"

/** The options of `exportTo`. */
export interface ExportOptions extends Bounded {
  /** Of a play: whose choices it is about, which it needs. Of a story: through whom it is told. */
  readonly as?: string
  /** Of a play: how many choices deep; null: no limit. Default: the limit on a story's acts. */
  readonly depth?: number | null
  /** The least utility for the author at the end. Default: any improvement on the start. */
  readonly goal?: number
  /** The most places of a play, or nodes of a search. Default: 2,000 places, or no limit. */
  readonly maxVisited?: number
  /** Of formats about one moment (cards): after which act; 0 is the start. Default: the end. */
  readonly moment?: number
}

/** What `exportTo` made. */
export type Exported =
  | {
      readonly status: "written"
      /** The whole file. */
      readonly text: string
      /** A sentence about what was left out; null: nothing. */
      readonly missing: string | null
      /** What the format cannot say of the world; only of `sabre`. */
      readonly remarks: readonly Diagnostic[]
    }
  /** It cannot be written in this format; the sentence says why. */
  | { readonly status: "refused"; readonly sentence: string }
  /** There is no story to write: proved (`exhausted`), or none was found before the search was stopped. */
  | { readonly status: "none"; readonly proof: "exhausted" | "limited" }

const kinds = {
  ...bounded,
  as: text,
  depth: countOrNull,
  goal: finite,
  maxVisited: count,
  moment: count,
}

/** The names of the formats that `exportTo` writes: those of docs/exports.md, and `sabre`. */
export const formats: readonly string[] = [...exporters.map((each) => each.name), "sabre"]

/**
 * Writes a world, or a story of one, in another tool's format: one of `formats`, or an exporter of your own.
 * Of a world, the story is looked for, or (with `as`) the play is explored.
 *
 * Rejects with a UsageError if the call is wrong, or names a format or a character that there is not; with
 * the signal's reason if it is aborted.
 */
export async function exportTo<From extends keyof Sources>(
  format: string | Exporter<From>,
  what: World | Story,
  options: ExportOptions = {},
): Promise<Exported> {
  const exporter = exporterOf(format)
  const { world, story } = subjectOf(what)
  checkOptions("exportTo", options, kinds)
  const { signal, onProgress, ...asked } = options
  checkName("exportTo", "character", asked.as, world.characters)
  if (exporter === "sabre") return sabreOf(world)
  if (exporter.from === "branching" && asked.as === undefined)
    throw new UsageError(
      `exportTo() needs \`as\` to write a play to ${exporter.name}: there are ${world.characters.join(", ")}.`,
    )
  const question = askExport(world, {
    ...asked,
    to: exporter,
    clock,
    ...(story === undefined ? {} : { story }),
  })
  const result = await answered(question, { signal, onProgress })
  switch (result.kind) {
    case "refused":
      return { status: "refused", sentence: result.sentence }
    case "none":
      return { status: "none", proof: result.proof }
    case "text":
      return { status: "written", text: result.text, missing: result.missing, remarks: [] }
  }
}

const sources: readonly string[] = [
  "branching",
  "graph",
  "story",
  "cards",
] satisfies readonly (keyof Sources)[]

function exporterOf(format: unknown): Exporter | "sabre" {
  if (typeof format === "string") {
    checkName("exportTo", "format", format, formats)
    return format === "sabre" ? format : exporters.find((each) => each.name === format)!
  }
  const { name, from, write } = (format ?? {}) as Partial<Exporter>
  if (typeof name === "string" && typeof write === "function" && sources.includes(from as string))
    return format as Exporter
  throw new UsageError(
    `exportTo() takes one of ${formats.join(", ")}, or an exporter with name, from (one of ${sources.join(", ")}) and write, not ${format === undefined ? "nothing" : named(format)}.`,
  )
}

function subjectOf(what: unknown): { readonly world: World; readonly story?: Story } {
  if (typeof what === "object" && what !== null && "plan" in what) {
    const story = what as unknown as Story
    return { world: homeOf("exportTo", story), story }
  }
  checkWorld("exportTo", what)
  return { world: what }
}

async function sabreOf(world: World): Promise<Exported> {
  const sound = soundOf("exportTo", world)
  const { askTranslation } = await import("@dramaturg/analysis/convert")
  const { text, remarks } = await answered(askTranslation(sound, "sabre"))
  return { status: "written", text, missing: null, remarks }
}
