/**
 * The table of the sentences in which belief stories are told and asked about. Reading and writing both go by
 * it: in braces stand names of one word, everything else is said as it stands.
 *
 * The sentences are those of the public sets that are made after the experiment with Sally and Anne. Wants,
 * tellings and the question for a lie are our own.
 */

/** What a sentence says. */
export type SentenceKind = "enter" | "leave" | "lies" | "move" | "tell" | "hides" | "shows" | "aside"

/** What a question asks. `belief`: where somebody will look, at any depth of minds. */
export type QuestionKind = "belief" | "beginning" | "reality" | "lie"

/** One form of a sentence or a question; of several of one kind the first is the one that is written. */
export interface Template<Kind> {
  readonly kind: Kind
  readonly form: string
}

/** Every sentence that is understood, in the order in which forms are tried. */
export const sentenceTemplates: readonly Template<SentenceKind>[] = [
  { kind: "enter", form: "{who} entered the {room}." },
  { kind: "enter", form: "{who} went into the {room}." },
  { kind: "leave", form: "{who} exited the {room}." },
  { kind: "leave", form: "{who} left the {room}." },
  { kind: "lies", form: "The {thing} is in the {place}." },
  { kind: "move", form: "{who} moved the {thing} to the {place}." },
  { kind: "move", form: "{who} put the {thing} in the {place}." },
  { kind: "tell", form: "{who} told {whom} that the {thing} is in the {place}." },
  { kind: "hides", form: "{who} wants {whom} to be wrong about the {thing}." },
  { kind: "shows", form: "{who} wants {whom} to be right about the {thing}." },
  { kind: "aside", form: "{who} likes the {thing}." },
  { kind: "aside", form: "{who} loves the {thing}." },
  { kind: "aside", form: "{who} dislikes the {thing}." },
  { kind: "aside", form: "{who} hates the {thing}." },
  { kind: "aside", form: "Phone rang." },
]

/** In `{minds}` stands "think that … thinks that …" for as many people as wanted. */
export const questionTemplates: readonly Template<QuestionKind>[] = [
  { kind: "belief", form: "Where will {who} look for the {thing}?" },
  { kind: "belief", form: "Where does {who} {minds} searches for the {thing}?" },
  { kind: "belief", form: "Where does {who} think the {thing} is?" },
  { kind: "belief", form: "Where does {who} {minds} thinks the {thing} is?" },
  { kind: "beginning", form: "Where was the {thing} at the beginning?" },
  { kind: "reality", form: "Where is the {thing} really?" },
  { kind: "lie", form: "Did {who} lie to {whom} about the {thing}?" },
]

/** The names that fill a form; `minds`: those who are thought about, in order. */
export interface Filling {
  readonly who?: string
  readonly whom?: string
  readonly room?: string
  readonly thing?: string
  readonly place?: string
  readonly minds?: readonly string[]
}

/** A sentence or question that was understood. */
export interface Matched<Kind> extends Filling {
  readonly kind: Kind
}

const NAME = "[\\p{L}][\\p{L}\\p{N}_'’-]*"

/** The first form of the table that fits the whole text; undefined if none does. White space counts once. */
export function matched<Kind>(text: string, templates: readonly Template<Kind>[]): Matched<Kind> | undefined {
  const plain = text.trim().replace(/\s+/gu, " ")
  for (const { kind, form } of templates) {
    const found = patternOf(form).exec(plain)
    if (!found) continue
    const { minds, ...names } = found.groups ?? {}
    return { kind, ...names, ...(minds === undefined ? {} : { minds: mindsIn(minds) }) }
  }
  return undefined
}

const patterns = new Map<string, RegExp>()

function patternOf(form: string): RegExp {
  const known = patterns.get(form)
  if (known) return known
  const source = form
    .replace(/[.?]/gu, "\\$&")
    .replace(/\{minds\}/gu, `(?<minds>think that ${NAME}(?: thinks that ${NAME})*)`)
    .replace(/\{(who|whom|room|thing|place)\}/gu, (_, name: string) => `(?<${name}>${NAME})`)
  const pattern = new RegExp(`^${source}$`, "u")
  patterns.set(form, pattern)
  return pattern
}

function mindsIn(words: string): readonly string[] {
  return words.split(/thinks? that /u).flatMap((each) => (each.trim() === "" ? [] : [each.trim()]))
}

/** Writes a form with these names in it. */
export function filled(form: string, filling: Filling): string {
  return form.replace(/\{(\w+)\}/gu, (_, name: keyof Filling) => {
    const value = filling[name]
    return typeof value === "string" ? value : `think that ${(value ?? []).join(" thinks that ")}`
  })
}
