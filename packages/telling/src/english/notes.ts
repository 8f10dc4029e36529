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
  return [...occurrence.motives.flatMap((each) => [...ironies(each, lexicon), ...thwarted(fabula, occurrence, each)]), ...chance]
}

function ironies({ character, mistakes }: Motive, lexicon: Lexicon): readonly Remark[] {
  return mistakes.filter(({ believers }) => believers.length === 1).flatMap((each): readonly Remark[] => {
    const [believed, actual] = [phrase(each, each.value, lexicon), phrase(each, each.actual, lexicon)]
    return believed === undefined || actual === undefined ? [] : [{ kind: "irony", text: `${capitalised(character)} believes that ${believed}; in truth ${actual}.` }]
  })
}

function phrase({ fluent }: Mistake, value: Mistake["value"], lexicon: Lexicon): string | undefined {
  const fact = lexicon.fact(fluent, value)
  return fact?.isTold ? say(newReference(lexicon, undefined), fact.clause, { tense: "present", mood: "finite", withoutSubject: false }) : undefined
}

/** The first act they mean to happen that never does after this. */
function thwarted(fabula: Fabula, { number }: Occurrence, { character, plan }: Motive): readonly Remark[] {
  const later = fabula.occurrences.filter((each) => each.number > number).map((each) => each.label)
  const missing = (plan ?? []).find((each) => !later.includes(each.act))
  return missing === undefined ? [] : [{ kind: "thwarted", text: `What ${character} means to come of it, ${missing.act}, never does.` }]
}
