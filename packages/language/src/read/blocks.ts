/**
 * Entity blocks: what is true of an entity, what it believes and what it wants, in one place.
 *
 * A block says nothing that single statements could not say. In its facts the entity is the first argument
 * and is left out: in the block of Spike, `at = Landing` is `at(Spike) = Landing`, `lame` is `lame(Spike)`
 * and `likes(Buffy) = 2` is `likes(Spike, Buffy) = 2`. After `believes` and `wants:` stand whole formulas,
 * written as everywhere else.
 */
import type { SyntaxDefinition, SyntaxExpression, SyntaxFluent, SyntaxTerm, Name } from "../syntax-tree.js"
import type { BlockItem, EntityDefinition, Fact } from "../syntax/parse-tree.js"
import { closest } from "../errors/suggest.js"
import { docBefore } from "../syntax/docs.js"
import { isWhole, readClear, readTerm } from "./expressions.js"
import {
  type Reading,
  complain,
  complainOfSecond,
  nameOf,
  quoteOf,
  shorten,
  spanOf,
} from "../errors/reading.js"
import { requireSeparators } from "../errors/separators.js"

type Entity = Extract<SyntaxDefinition, { kind: "entity" }>

/** Makes the definition that an item of the block stands for, for the entity of the block. */
type Saying = (entity: Name) => SyntaxDefinition

export function readEntities(reading: Reading, node: EntityDefinition): SyntaxDefinition[] {
  const items = requireSeparators(reading, node.items) ? node.items : []
  const sayings = items.flatMap((each) => readItem(reading, each) ?? [])
  const names = node.names.map((each) => nameOf(reading, each))
  const types = node.types.map((each) => nameOf(reading, each))
  const told = readTold(reading, items)
  const entities = names.map(
    (name): SyntaxDefinition => ({ kind: "entity", name, types, ...told, span: spanOf(reading, node) }),
  )
  return [...entities, ...names.flatMap((name) => sayings.map((say) => say(name)))]
}

/** The name and pronoun that prose uses for the entity. */
function readTold(reading: Reading, items: readonly BlockItem[]): Pick<Entity, "told"> {
  const [item, second] = items.filter((each) => each.rule === "BlockTold")
  if (!item) return {}
  if (second) complainOfSecond(reading, "told", spanOf(reading, second), spanOf(reading, item))
  const pronoun = item.pronoun && nameOf(reading, item.pronoun)
  if (pronoun && !pronouns.includes(pronoun.text)) complainOfPronoun(reading, pronoun)
  return { told: { name: quoteOf(reading, item.name), ...(pronoun ? { pronoun } : {}) } }
}

const pronouns: readonly string[] = ["he", "she", "it", "they"]

/** The pronoun that is meant by another form of it. */
const forms = new Map([
  ["him", "he"],
  ["his", "he"],
  ["her", "she"],
  ["hers", "she"],
  ["its", "it"],
  ["them", "they"],
  ["their", "they"],
  ["male", "he"],
  ["female", "she"],
  ["neuter", "it"],
  ["plural", "they"],
])

function complainOfPronoun(reading: Reading, { text, span }: Name): void {
  const meant = forms.get(text.toLowerCase()) ?? closest(text, pronouns)
  const hint = meant ? `Did you mean \`${meant}\`?` : "The pronouns are `he`, `she`, `it` and `they`."
  const fixes = meant ? [{ title: `Change to ${meant}`, edits: [{ span, text: meant }] }] : []
  complain(reading, "not-a-pronoun", span, `\`${shorten(text)}\` is none of the pronouns.`, { hint, fixes })
}

function readItem(reading: Reading, item: BlockItem): Saying | undefined {
  const say = readSaying(reading, item)
  const doc = docBefore(reading.text, reading.cut, item.from)
  return say && doc !== undefined ? (entity) => ({ ...say(entity), doc }) : say
}

function readSaying(reading: Reading, item: BlockItem): Saying | undefined {
  const span = spanOf(reading, item)
  if (item.rule === "BlockTold") return undefined
  if (item.rule === "Fact") return readFact(reading, item)
  const body = readClear(reading, item.body)
  if (!body) return undefined
  const told = item.rule === "Want" && item.told ? { told: quoteOf(reading, item.told) } : {}
  if (item.rule === "Want") return (character) => ({ kind: "utility", character, body, ...told, span })
  return (entity) => ({
    kind: "initial",
    body: { kind: "believes", character: termOf(entity), body, span },
    span,
  })
}

function readFact(reading: Reading, fact: Fact): Saying | undefined {
  const span = spanOf(reading, fact)
  const name = nameOf(reading, fact.name)
  const others = fact.arguments.map((each) => readTerm(reading, each))
  const value = fact.value && readClear(reading, fact.value)
  if (!isWhole(others) || (fact.value && !value)) return undefined
  if (fact.negated && value) {
    const message = "`!` beside `=`: say what is so, or that it is not so, but not both."
    complain(reading, "unclear-not", reading.spans(span.offset, 1), message)
  }
  return (entity) => {
    const fluent: SyntaxFluent = { kind: "fluent", name, arguments: [termOf(entity), ...others], span }
    const body: SyntaxExpression = value ? { kind: "assign", target: fluent, value, span } : fluent
    const definition: SyntaxDefinition = {
      kind: "initial",
      body: fact.negated ? { kind: "not", body, span } : body,
      span,
    }
    const namesSelf = others.some((each) => each.kind === "name" && each.text === entity.text)
    if (namesSelf) reading.selfNamed.set(definition, { entity, fluent })
    return definition
  }
}

/**
 * Drops facts in which the entity of the block is named as an argument by mistake, and reports them: those
 * whose property takes one argument fewer. If a property takes as many arguments as were written, the name
 * is meant.
 */
export function withoutOwnNames(
  reading: Reading,
  definitions: readonly SyntaxDefinition[],
): SyntaxDefinition[] {
  if (reading.selfNamed.size === 0) return [...definitions]
  const properties = definitions.filter((each) => each.kind === "property")
  const sizes = new Set(properties.map((each) => `${each.name.text} ${each.parameters.length}`))
  return definitions.filter((each) => {
    const found = reading.selfNamed.get(each)
    if (!found) return true
    const { name, arguments: terms, span } = found.fluent
    if (sizes.has(`${name.text} ${terms.length}`) || !sizes.has(`${name.text} ${terms.length - 1}`))
      return true
    const message = `In the block of \`${found.entity.text}\` it is clear whose \`${name.text}\` this is.`
    complain(reading, "wrong-arguments", span, message, {
      hint: `Leave \`${found.entity.text}\` out of the brackets.`,
    })
    return false
  })
}

function termOf(name: Name): SyntaxTerm {
  return { kind: "name", text: name.text, span: name.span }
}
