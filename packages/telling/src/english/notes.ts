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
  return [...occurrence.motives.flatMap((each) => [...ironies(each, lexicon), ...thwarted(fabula, occurrence, each, lexicon)]), ...chance]
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

/** The first act they mean to happen that never does after this. */
function thwarted(fabula: Fabula, { number }: Occurrence, { character, plan }: Motive, lexicon: Lexicon): readonly Remark[] {
  const later = fabula.occurrences.filter((each) => each.number > number).map((each) => each.label)
  const missing = (plan ?? []).find((each) => !later.includes(each.act))?.act
  if (missing === undefined) return []
  const inside = missing.slice(missing.indexOf("(") + 1, -1)
  const clause = lexicon.event(missing.slice(0, missing.indexOf("(")), inside === "" ? [] : inside.split(", "), 0)
  if (clause === undefined) return []
  const reference = newReference(lexicon, undefined)
  const who = lexicon.noun(character).text
  const meant = clause.subject === character
    ? `means to ${say(reference, clause, { tense: "present", mood: "infinitive", withoutSubject: true })}`
    : `counts on it that ${say(reference, clause, { tense: "present", mood: "future", withoutSubject: false })}`
  return [{ kind: "thwarted", text: capitalised(`${who} ${meant}; it never comes to that.`) }]
}
