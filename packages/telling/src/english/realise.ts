/**
 * Turns beats into sentences: joins beats with one subject, varies the openings, and uses names and pronouns.
 */
import {
  type Claim,
  type Fabula,
  type Manner,
  type Paragraph,
  type Sentence,
  type Slices,
} from "@dramaturg/model"
import type { Beat, Discourse, FactBeat, Scene } from "../discourse/discourse.js"
import { type Clause, nameOf, wantClause } from "./clause.js"
import { eventCalled, type Lexicon } from "./lexicon.js"
import { grammarOf, newParagraph, newReference, nextSentence, refer, type Reference } from "./refer.js"
import { capitalised, opening, say } from "./say.js"
import { saying, stopped } from "./template.js"
import { inflect, negate } from "./verbs.js"
import { canWonder, wonderClaims, wonderWords } from "./wonder-words.js"

/** Each unit writes one sentence. */
export function* realise(
  discourse: Discourse,
  fabula: Fabula,
  manner: Manner,
  lexicon: Lexicon,
): Slices<readonly Paragraph[]> {
  const narrator =
    manner.person === "first" && manner.focalisation === "internal" ? manner.focaliser : undefined
  const desk: Desk = {
    fabula,
    manner,
    lexicon,
    reference: newReference(lexicon, narrator),
    sentences: [],
    uses: new Map(),
    last: "",
  }
  const paragraphs: Paragraph[] = []
  for (const each of discourse.scenes) paragraphs.push(...(yield* paragraphsOf(desk, each)))
  return paragraphs
}

interface Desk {
  readonly fabula: Fabula
  readonly manner: Manner
  readonly lexicon: Lexicon
  readonly reference: Reference
  sentences: Sentence[]
  /** How often each choice of words was made, so that the next one differs. */
  readonly uses: Map<string, number>
  /** The first word of the last sentence. */
  last: string
}

/** A scene with so many sentences gets a new paragraph before the next intention or act. */
const LONGEST = 7

function* paragraphsOf(desk: Desk, scene: Scene): Slices<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = []
  const close = (): void => {
    if (desk.sentences.length > 0) paragraphs.push({ sentences: desk.sentences })
    desk.sentences = []
    newParagraph(desk.reference)
  }
  close()
  for (let i = 0; i < scene.length; ) {
    const isBreak =
      desk.sentences.length >= LONGEST && (scene[i].kind === "intention" || scene[i].kind === "act")
    if (isBreak) close()
    i += writeNext(desk, scene, i)
    yield
  }
  close()
  return paragraphs
}

/** Writes the sentence that begins with the beat at `i`; returns how many beats it told. */
function writeNext(desk: Desk, scene: Scene, i: number): number {
  const beat = scene[i]
  switch (beat.kind) {
    case "fact":
      return writeRow(desk, scene, i, factPart)
    case "act":
      return writeRow(desk, scene, i, actPart)
    case "consequence":
      return writeConsequence(desk, beat)
    case "intention":
      return writeIntention(desk, scene, i, beat)
    case "want":
      return writeWant(desk, beat)
    case "wonder":
      return writeWonder(desk, beat)
    case "surprise":
      return writeSurprise(desk, beat)
    case "error":
      return writeError(desk, beat)
    case "unmet":
      return writeUnmet(desk, beat)
    case "turn":
      write(
        desk,
        () => (beat.to === "beginning" ? "It had begun long before." : "And then it went on."),
        [],
        [],
      )
      return 1
  }
}

/** A part of a sentence, with the occurrences and claims that it tells. */
interface Part {
  readonly clause: Clause
  readonly occurrences: readonly number[]
  readonly claims: readonly Claim[]
  readonly speech?: string
  readonly isOver?: boolean
  /** Other entities of which the same is said. */
  readonly others?: readonly string[]
}

function factPart(desk: Desk, beat: Beat): Part | undefined {
  if (beat.kind !== "fact") return undefined
  const fact = desk.lexicon.fact(beat.fluent, beat.value)
  return (
    fact && {
      clause: fact.clause,
      occurrences: beat.moment === 0 ? [] : [beat.moment],
      claims: [soClaim(beat)],
      isOver: beat.isOver === true,
    }
  )
}

function actPart(desk: Desk, beat: Beat): Part | undefined {
  if (beat.kind !== "act") return undefined
  const act = desk.fabula.occurrences[beat.occurrence - 1]
  const clause = desk.lexicon.event(act, turnOf(desk, `act ${act.name}`))
  const speech = desk.lexicon.speech(act, turnOf(desk, `speech ${act.name}`))
  return (
    clause && {
      clause,
      occurrences: [act.number],
      claims: [{ kind: "occurred", occurrence: act.number }],
      ...(speech === undefined ? {} : { speech }),
    }
  )
}

function soClaim({ believers, fluent, value, moment }: FactBeat): Claim {
  return { kind: "so", believers, fluent: fluent.label, value, moment }
}

/** The most beats with one subject in a sentence. */
const MOST_JOINED = 3

function writeRow(
  desk: Desk,
  scene: Scene,
  i: number,
  partOf: (desk: Desk, beat: Beat) => Part | undefined,
): number {
  const parts: Part[] = []
  let next = i
  for (; next < scene.length && parts.length < MOST_JOINED; next++) {
    const beat = scene[next]
    if (beat.kind !== scene[i].kind || isInferred(beat) !== isInferred(scene[i])) break
    const part = partOf(desk, beat)
    if (part === undefined) continue
    if (parts.length > 0 && beat.kind === "fact" && isAlike(part, parts.at(-1)!)) {
      parts[parts.length - 1] = withAnother(parts.at(-1)!, part)
      continue
    }
    if (
      parts.length > 0 &&
      (part.clause.subject === undefined ||
        part.clause.subject !== parts[0].clause.subject ||
        parts.some((each) => each.others !== undefined) ||
        parts.at(-1)!.speech !== undefined ||
        isLong(desk, parts.at(-1)!) ||
        isLong(desk, part))
    )
      break
    parts.push(part)
  }
  if (parts.length > 0 && isInferred(scene[i])) writeInferred(desk, parts)
  else if (parts.length > 0) writeParts(desk, parts, scene[i].kind === "act" ? connectives : [])
  return Math.max(1, next - i)
}

const connectives = ["Then", "After that", "Now", "With that", "Next"]

/** Whether the two parts say the same of different subjects. */
function isAlike({ clause, speech }: Part, before: Part): boolean {
  const { pieces, subject, isNegated } = before.clause
  if (
    speech !== undefined ||
    before.speech !== undefined ||
    subject === undefined ||
    clause.subject === undefined ||
    clause.subject === subject
  )
    return false
  const sound = (each: Clause): string =>
    JSON.stringify([each.pieces, [...each.binding].filter(([name]) => !isMention(each.pieces[0], name))])
  return (
    isNegated === clause.isNegated && sound(clause) === sound(before.clause) && pieces[0].kind === "mention"
  )
}

function isMention(piece: Clause["pieces"][number], name: string): boolean {
  return piece.kind === "mention" && piece.name === name
}

function withAnother(one: Part, another: Part): Part {
  return {
    ...one,
    others: [...(one.others ?? []), another.clause.subject!],
    occurrences: [...new Set([...one.occurrences, ...another.occurrences])],
    claims: [...one.claims, ...another.claims],
  }
}

/** A part with a comma or an "and" gets a sentence of its own. */
function isLong({ lexicon }: Desk, { clause: { pieces, binding } }: Part): boolean {
  return pieces.some((each) =>
    each.kind === "text"
      ? /[,;:!?…“]| and /.test(each.text)
      : each.kind === "mention" && lexicon.noun(nameOf(each, binding)).text.includes(","),
  )
}

/** What follows from an act that nothing else would explain: `So he was guilty.` */
function writeInferred(desk: Desk, parts: readonly Part[]): void {
  write(
    desk,
    () => stopped(`So ${joined(desk, parts)}`),
    parts.flatMap((each) => each.occurrences),
    parts.flatMap((each) => each.claims),
  )
}

function isInferred(beat: Beat): boolean {
  return beat.kind === "fact" && beat.isInferred === true
}

function writeParts(desk: Desk, parts: readonly Part[], leads: readonly string[]): void {
  const { speech } = parts.at(-1)!
  const said = speech === undefined ? "" : ` “${speech}”`
  write(
    desk,
    (lead) => `${stopped(led(lead, joined(desk, parts)))}${said}`,
    parts.flatMap((each) => each.occurrences),
    parts.flatMap((each) => each.claims),
    leads,
  )
}

function joined(desk: Desk, parts: readonly Part[]): string {
  const { tense } = desk.manner
  const words = parts.map(({ clause, isOver, others }, k) =>
    say(desk.reference, clause, { tense, verbForm: "finite", withoutSubject: k > 0, isOver, others }),
  )
  return listed([words[0], ...words.slice(1).map((each) => unrepeated(each, parts[0].clause, tense))])
}

/** `was bored and was on both feet`: drops the second `was`. */
function unrepeated(words: string, { pieces, isNegated }: Clause, tense: Manner["tense"]): string {
  const isBeing = !isNegated && pieces.find((each) => each.kind === "verb")?.verb === "be"
  return isBeing
    ? words.replace(
        tense === "past" ? /^(was|were) (?!not\b|no longer\b)/ : /^(am|is|are) (?!not\b|no longer\b)/,
        "",
      )
    : words
}

function listed(words: readonly string[]): string {
  return words.length < 3 ? words.join(" and ") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

/** Puts `Then` or the like before a sentence. */
function led(lead: string, text: string): string {
  return lead === "" ? text : `${lead} ${text}`
}

/** Writes a sentence. If it opens like the one before, tries a name for the pronoun, then a leading word. */
function write(
  desk: Desk,
  words: (lead: string) => string,
  occurrences: readonly number[],
  claims: readonly Claim[],
  leads: readonly string[] = [],
): void {
  const { reference } = desk
  const before = {
    current: new Set(reference.current),
    runs: new Map(reference.runs),
    uses: new Map(desk.uses),
  }
  const attempt = (lead: string, wantsName: boolean): string => {
    reference.current = new Set(before.current)
    reference.runs.clear()
    for (const [each, run] of before.runs) reference.runs.set(each, run)
    desk.uses.clear()
    for (const [each, used] of before.uses) desk.uses.set(each, used)
    reference.wantsName = wantsName
    const text = capitalised(words(lead))
    reference.wantsName = false
    return text
  }
  let text = attempt("", false)
  if (desk.sentences.length > 0 && opening(text) === desk.last) text = attempt("", true)
  if (desk.sentences.length > 0 && opening(text) === desk.last && leads.length > 0) {
    text = attempt(leads[turnOf(desk, "lead") % leads.length], false)
    turnOf(desk, "lead")
  }
  desk.sentences.push({ text, occurrences, claims })
  desk.last = opening(text)
  nextSentence(reference)
}

/** Counts the uses of a choice, from the seed on: the same seed makes the same choices. */
function turnOf({ uses, manner }: Desk, what: string): number {
  const used = uses.get(what) ?? manner.seed
  uses.set(what, used + 1)
  return used
}

// Triggers

function writeConsequence(
  desk: Desk,
  { occurrence, trigger, changes }: Beat & { kind: "consequence" },
): number {
  const clause = desk.lexicon.event(trigger, turnOf(desk, `act ${trigger.name}`))
  if (clause === undefined) return 1
  const isOwn =
    desk.manner.focalisation !== "internal" && desk.fabula.occurrences[occurrence - 1].name === trigger.name
  const claims: Claim[] = [
    ...(isOwn ? [{ kind: "occurred" as const, occurrence }] : []),
    ...changes.map(soClaim),
  ]
  write(
    desk,
    (lead) =>
      stopped(
        led(
          lead,
          say(desk.reference, clause, {
            tense: desk.manner.tense,
            verbForm: "finite",
            withoutSubject: false,
          }),
        ),
      ),
    [occurrence],
    claims,
    ["And so", "With that", "At that"],
  )
  return 1
}

// Minds

/** An intention: a sentence of its own, or the purpose in the sentence about the character's next act. */
function writeIntention(
  desk: Desk,
  scene: Scene,
  i: number,
  { occurrence, character, acts }: Beat & { kind: "intention" },
): number {
  const [goal] = acts.flatMap((each) => clauseOfLabel(desk, each) ?? [])
  if (goal === undefined) return 1
  const claims: Claim[] = [{ kind: "means", occurrence, character, acts }]
  const next = scene[i + 1]
  const part = next?.kind === "act" && next.occurrence === occurrence ? actPart(desk, next) : undefined
  const isOwn = goal.subject === character
  if (
    isOwn &&
    part?.clause.subject === character &&
    part.speech === undefined &&
    !isLong(desk, part) &&
    turnOf(desk, "purpose") % 2 === 0
  ) {
    write(
      desk,
      () => {
        const act = say(desk.reference, part.clause, {
          tense: desk.manner.tense,
          verbForm: "finite",
          withoutSubject: false,
        })
        return stopped(
          `${act}, meaning to ${say(desk.reference, goal, { tense: desk.manner.tense, verbForm: "infinitive", withoutSubject: true })}`,
        )
      },
      [occurrence],
      [...claims, ...part.claims],
    )
    return 2
  }
  write(desk, () => intention(desk, character, goal, isOwn), [occurrence], claims)
  return 1
}

function intention(desk: Desk, character: string, goal: Clause, isOwn: boolean): string {
  const {
    reference,
    manner: { tense },
  } = desk
  const variant = turnOf(desk, `intention ${isOwn}`) % 2
  const who = refer(reference, character, "subject")
  const grammar = grammarOf(reference, character, who.isPronoun)
  if (!isOwn) {
    const again = turnOf(desk, `hope of ${character}`) > desk.manner.seed ? "still " : ""
    return stopped(
      `${who.text} ${again}${inflect("hope", tense, grammar)} that ${say(reference, goal, { tense, verbForm: "future", withoutSubject: false })}`,
    )
  }
  if (variant === 0)
    return stopped(
      `${who.text} ${inflect("mean", tense, grammar)} to ${say(reference, goal, { tense, verbForm: "infinitive", withoutSubject: true })}`,
    )
  return stopped(`${who.text} ${say(reference, goal, { tense, verbForm: "future", withoutSubject: true })}`)
}

function clauseOfLabel(desk: Desk, label: string): Clause | undefined {
  return eventCalled(desk.lexicon, label)
}

function writeWant(desk: Desk, { character }: Beat & { kind: "want" }): number {
  const [want] = saying([
    desk.lexicon.problem.utilities.find((each) => each.character === character)?.told ?? "",
  ])
  if (want === undefined) return 1
  const clause = wantClause(character, want)
  write(
    desk,
    () =>
      stopped(
        say(desk.reference, clause, { tense: desk.manner.tense, verbForm: "finite", withoutSubject: false }),
      ),
    [],
    [{ kind: "wants", character }],
  )
  return 1
}

function writeWonder(desk: Desk, beat: Beat & { kind: "wonder" }): number {
  const { tense } = desk.manner
  if (canWonder(desk.lexicon, beat, tense))
    write(
      desk,
      () => stopped(wonderWords(desk.reference, beat, tense)),
      [beat.occurrence],
      wonderClaims(beat),
    )
  return 1
}

function writeSurprise(desk: Desk, { occurrence, character }: Beat & { kind: "surprise" }): number {
  const variant = turnOf(desk, "surprise") % 3
  write(
    desk,
    () => {
      const who = refer(desk.reference, character, "subject")
      const had = inflect("have", desk.manner.tense, grammarOf(desk.reference, character, who.isPronoun))
      if (variant === 1) return `Nothing ${who.text} ${had} believed left room for that.`
      return variant === 0
        ? `${who.text} ${had} not thought that it could happen.`
        : `${who.text} ${had} not seen it coming.`
    },
    [occurrence],
    [{ kind: "surprised", occurrence, character }],
  )
  return 1
}

/** A wrong belief or a lack of knowledge, told by an all-knowing narrator. */
function writeError(desk: Desk, { occurrence, fact, actual }: Beat & { kind: "error" }): number {
  const isUnaware = fact.value === false
  const said = desk.lexicon.fact(fact.fluent, isUnaware ? actual : fact.value)
  if (said === undefined) return 1
  const { tense } = desk.manner
  const variant = turnOf(desk, "error") % 2
  write(
    desk,
    () => {
      const who = refer(desk.reference, fact.believers[0], "subject")
      const grammar = grammarOf(desk.reference, fact.believers[0], who.isPronoun)
      const verb = isUnaware
        ? negate("know", tense, grammar)
        : inflect(variant === 0 ? "believe" : "think", tense, grammar)
      return stopped(
        `${who.text} ${verb} that ${say(desk.reference, said.clause, { tense, verbForm: "finite", withoutSubject: false })}`,
      )
    },
    [occurrence],
    [soClaim(fact), ...(isUnaware ? [soClaim({ ...fact, believers: [], value: actual })] : [])],
  )
  return 1
}

/** An expected act that does not happen. */
function writeUnmet(desk: Desk, { occurrence, character, act }: Beat & { kind: "unmet" }): number {
  const clause = clauseOfLabel(desk, act)
  if (clause === undefined) return 1
  write(
    desk,
    () =>
      stopped(
        say(
          desk.reference,
          { ...clause, isNegated: true },
          { tense: desk.manner.tense, verbForm: "finite", withoutSubject: false },
        ),
      ),
    [occurrence],
    [{ kind: "unmet", occurrence, character, act }],
  )
  return 1
}
