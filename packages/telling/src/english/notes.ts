/** Notes for the margin: what the reader may notice and no sentence says. In the present tense, and by everybody's full names. */
import type { Fabula, MarginNote, Mistake, Motive, Occurrence, Paragraph } from "@dramaturg/model"
import type { Lexicon } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"

export function notesFor(fabula: Fabula, paragraphs: readonly Paragraph[], lexicon: Lexicon): readonly MarginNote[] {
  const notes: MarginNote[] = []
  const told = new Set<number>()
  paragraphs.forEach(({ sentences }, paragraph) => sentences.forEach(({ claims }, sentence) => {
    for (const claim of claims) {
      if (claim.kind !== "occurred" || told.has(claim.occurrence)) continue
      told.add(claim.occurrence)
      const occurrence = fabula.occurrences[claim.occurrence - 1]
      for (const { kind, text } of remarks(fabula, occurrence, lexicon)) notes.push({ kind, paragraph, sentence, occurrence: claim.occurrence, text })
    }
  }))
  return notes
}

type Remark = Pick<MarginNote, "kind" | "text">

function remarks(fabula: Fabula, occurrence: Occurrence, lexicon: Lexicon): readonly Remark[] {
  const chance: readonly Remark[] = occurrence.isUnforeseen || (occurrence.kind === "act" && occurrence.consenting.length === 0) ? [{ kind: "chance", text: "Nobody could have counted on this." }] : []
  return [...occurrence.motives.flatMap((each) => [...ironies(each, lexicon), ...suspense(fabula, occurrence, each, lexicon), ...thwarted(fabula, occurrence, each, lexicon)]), ...chance]
}

function ironies({ character, mistakes }: Motive, lexicon: Lexicon): readonly Remark[] {
  return mistakes.filter(({ believers }) => believers.length === 1).flatMap((each): readonly Remark[] => {
    const [believed, actual] = [phrase(each, each.value, lexicon), phrase(each, each.actual, lexicon)]
    if (believed === undefined || actual === undefined) return []
    const who = lexicon.noun(character).text
    if (each.value === false) return [{ kind: "irony", text: capitalised(`${who} does not know that ${actual}.`) }]
    return [{ kind: "irony", text: capitalised(`${who} believes that ${believed}; ${each.actual === false ? "it is not so" : `in truth ${actual}`}.`) }]
  })
}

function phrase({ fluent }: Mistake, value: Mistake["value"], lexicon: Lexicon): string | undefined {
  const fact = lexicon.fact(fluent, value)
  return fact?.isTold ? say(newReference(lexicon, undefined), fact.clause, { tense: "present", mood: "finite", withoutSubject: false }) : undefined
}

/** So many acts must lie between an intention and what comes of it for anybody to wait for it. */
const WAIT = 3

/** What they mean to come of it in the end, if that stays open for a while; said when they first mean it. */
function suspense(fabula: Fabula, { number, act }: Occurrence, { character, plan }: Motive, lexicon: Lexicon): readonly Remark[] {
  const goal = plan?.at(-1)?.act
  if (goal === undefined) return []
  const meantBefore = fabula.occurrences.some((each) => each.number < number && each.motives.some((motive) => motive.character === character && motive.plan?.at(-1)?.act === goal))
  const coming = fabula.occurrences.find((each) => each.number > number && each.label === goal)
  if (meantBefore || coming === undefined || coming.act - act < WAIT) return []
  const meaning = meaningOf(goal, character, lexicon)
  return meaning === undefined ? [] : [{ kind: "suspense", text: capitalised(`${lexicon.noun(character).text} ${meaning}; whether it comes to that stays open for ${coming.act - act - 1} acts.`) }]
}

/** `means to drink`, `counts on it that she will drink`. */
function meaningOf(label: string, character: string, lexicon: Lexicon): string | undefined {
  const inside = label.slice(label.indexOf("(") + 1, -1)
  const clause = lexicon.event(label.slice(0, label.indexOf("(")), inside === "" ? [] : inside.split(", "), 0)
  if (clause === undefined) return undefined
  const reference = newReference(lexicon, undefined)
  return clause.subject === character
    ? `means to ${say(reference, clause, { tense: "present", mood: "infinitive", withoutSubject: true })}`
    : `counts on it that ${say(reference, clause, { tense: "present", mood: "future", withoutSubject: false })}`
}

/** The first act they mean to happen that never does after this. */
function thwarted(fabula: Fabula, { number }: Occurrence, { character, plan }: Motive, lexicon: Lexicon): readonly Remark[] {
  const later = fabula.occurrences.filter((each) => each.number > number).map((each) => each.label)
  const missing = (plan ?? []).find((each) => !later.includes(each.act))?.act
  const meaning = missing === undefined ? undefined : meaningOf(missing, character, lexicon)
  return meaning === undefined ? [] : [{ kind: "thwarted", text: capitalised(`${lexicon.noun(character).text} ${meaning}; it never comes to that.`) }]
}
