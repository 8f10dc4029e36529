/** The words of a world: the author's where they gave some, else what can be made of identifiers. */
import type {
  Entity,
  EventRef,
  EventTemplate,
  FluentRef,
  Mood,
  Problem,
  Pronoun,
  Property,
  Value,
} from "@dramaturg/model"
import { asItIs, bindingOf, parseLabel, printValue, templateFor } from "@dramaturg/model"
import { type Clause, clauseOf } from "./clause.js"
import { actPieces, propertyPieces } from "./act-identifiers.js"
import { plainName } from "./names.js"
import { curled, type Piece, readMentions, readTemplate, saying, sentencesIn, tidied } from "./template.js"

export interface Noun {
  /** The name, with full names for entities that it mentions. */
  readonly text: string
  /** The pieces of a name that mentions an entity: `{Cassio's} lodging`. */
  readonly pieces: readonly Piece[] | undefined
  /** The name is plural: `the twins`. */
  readonly isPlural: boolean
  /** Undefined: the author gave none, so prose repeats the name. */
  readonly pronoun: Pronoun | undefined
  readonly isCharacter: boolean
}

export interface Lexicon {
  readonly problem: Problem
  noun(entity: string): Noun
  /** `variant`: the index of the sentence template, modulo their number. */
  event(event: EventRef, variant: number): Clause | undefined
  speech(event: EventRef, variant: number): string | undefined
  /** Undefined where no sentence can be made. `isTold`: the author gave words for it. */
  fact(fluent: FluentRef, value: Value): { readonly clause: Clause; readonly isTold: boolean } | undefined
  /** The author's words for what goes on in somebody; undefined: none. `about`: in whom, and of what. */
  mood(fluent: FluentRef, mood: Mood, about: Readonly<Record<string, Value>>): Clause | undefined
}

export function lexiconOf(problem: Problem): Lexicon {
  // A noun is made when it is first asked for: most questions are about a few entities of many.
  const entities = new Map(problem.entities.map((each) => [each.name, each]))
  const nouns = new Map<string, Noun>()
  const nounCalled = (name: string): Noun | undefined => {
    const known = nouns.get(name)
    const entity = entities.get(name)
    if (known !== undefined || entity === undefined) return known
    const made = nounOf(problem, entity)
    nouns.set(name, made)
    return made
  }
  const templates: readonly EventTemplate[] = [...problem.actions, ...problem.triggers]
  return {
    problem,
    noun: (entity) =>
      nounCalled(entity) ?? {
        text: curled(entity),
        pieces: undefined,
        isPlural: false,
        pronoun: "it",
        isCharacter: false,
      },
    event(event, variant) {
      const template = templateFor(problem, templates, event)
      if (template === undefined) return undefined
      const told = sentencesIn(template.told)
      const pieces =
        told.length > 0 ? readTemplate(told[variant % told.length]) : actPieces(problem, template)
      return pieces && clauseOf(pieces, bindingOf(template, event.arguments))
    },
    speech(event, variant) {
      const template = templateFor(problem, templates, event)
      const says = saying(template?.says)
      return says.length === 0
        ? undefined
        : spoken(says[variant % says.length], bindingOf(template!, event.arguments), nounCalled)
    },
    fact: (fluent, value) => factClause(problem, fluent, value),
    mood(fluent, mood, about) {
      const property = propertyOf(problem, fluent)
      const [told] = sentencesIn(property?.moods?.[mood])
      if (property === undefined || told === undefined) return undefined
      const binding = new Map([...bindingOf(property, fluent.arguments), ...Object.entries(about)])
      return clauseOf(readTemplate(told), binding)
    },
  }
}

/** The name that the author gave; undefined: there is only the identifier. */
export function givenName({ told }: Entity): string | undefined {
  return saying(told === undefined ? [] : [told.name])[0]
}

function nounOf(problem: Problem, entity: Entity): Noun {
  const { told, types } = entity
  const isCharacter = types.includes("character")
  const given = givenName(entity)
  const pieces = given?.includes("{") ? readMentions(given) : undefined
  const text =
    pieces === undefined
      ? curled(given === undefined ? plainName(entity) : tidied(given))
      : spelt(problem, pieces, [entity.name])
  const isSeveral = severals.test(text)
  const isThings = !isCharacter && told?.pronoun === undefined && /^the /.test(text) && isSeveral
  const pronoun = told?.pronoun ?? (isCharacter ? undefined : isThings ? "they" : "it")
  return {
    text,
    pieces,
    pronoun,
    isCharacter,
    isPlural: isThings || (told?.pronoun === "they" && (isSeveral || / (and|&) /.test(text))),
  }
}

/** `the twins`, `two guards`, `the three children`. */
const severals =
  /^((the|my|our|his|her|their|some|many|all|both|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s.*|\p{Lu}?\S+ and .*)(?<![su])(?<!\b(new|alway|perhap|len|ga|atla|canva|chri|jame|thame)|i)s$|\b(people|police|children|men|women|folk|cattle|geese|mice|twins|clergy|public|rest|kids|sheep)$/iu

/**
 * With full names for mentioned entities. Names that mention one another in a circle fall back on
 * identifiers.
 */
function spelt(problem: Problem, pieces: readonly Piece[], within: readonly string[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return piece.text
      if (piece.kind === "verb") return piece.verb
      const entity = problem.entities.find((each) => each.name === piece.name)
      if (entity === undefined) return piece.name
      const given = givenName(entity)
      const isCircle = within.includes(entity.name)
      const name =
        given === undefined || isCircle
          ? curled(plainName(entity))
          : given.includes("{")
            ? spelt(problem, readMentions(given), [...within, entity.name])
            : curled(tidied(given))
      return piece.form === "plain" ? name : possessive(name)
    })
    .join("")
}

/** `Tom’s`, `James’s`, `the twins’`. */
export function possessive(name: string, isPlural = false): string {
  return isPlural && name.endsWith("s") ? `${name}’` : `${name}’s`
}

/** `at(Tom)` of the value `Home`: "Tom is at home". */
function factClause(
  problem: Problem,
  fluent: FluentRef,
  value: Value,
): { readonly clause: Clause; readonly isTold: boolean } | undefined {
  const property = propertyOf(problem, fluent)
  if (property === undefined || value === null || value === asItIs || property.isHidden) return undefined
  const { type } = property
  const told = sentencesIn(property.told)
  const pieces = told.length > 0 ? readTemplate(told[0]) : propertyPieces(problem, property)
  if (pieces === undefined) return undefined
  const namesValue = pieces.some((each) => each.kind === "mention" && each.name === "value")
  const isNegated = value === false || (type === "number" && value === 0 && !namesValue)
  const binding = new Map<string, Value>([...bindingOf(property, fluent.arguments), ["value", value]])
  return { clause: clauseOf(pieces, binding, isNegated), isTold: told.length > 0 }
}

export function propertyOf(problem: Problem, fluent: FluentRef): Property | undefined {
  return templateFor(problem, problem.properties, fluent)
}

/** The first sentence of the event with this label. */
export function eventCalled(lexicon: Lexicon, label: string): Clause | undefined {
  return lexicon.event(parseLabel(label), 0)
}

export function printed(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no"
  return typeof value === "number" ? numberWord(value) : printValue(value)
}

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
]

function numberWord(value: number): string {
  return numbers[value] ?? String(value)
}

/** Direct speech. It uses names instead of pronouns, since the pronouns are the narrator's. */
function spoken(
  words: string,
  binding: ReadonlyMap<string, Value>,
  nounOf: (entity: string) => Noun | undefined,
): string {
  const said = readMentions(words).map((each) => {
    if (each.kind === "text") return each.text
    if (each.kind === "verb") return each.verb
    const value = binding.get(each.name) ?? each.name
    const { text = printed(value), isPlural = false } = nounOf(String(value)) ?? {}
    return each.form === "possessive" || each.form === "their" ? possessive(text, isPlural) : text
  })
  return tidied(said.join(""))
}
