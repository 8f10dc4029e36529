/**
 * `utility(Anna)` inside a formula: what Anna wants, read where it stands. It is replaced by her formula, so nothing after this
 * stage knows of it; a variable becomes a chain of cases over all who could be meant and want something.
 */
import type { Expression, Span, Term } from "@dramaturg/model"
import type { DraftExpression } from "../draft.js"
import { hasType } from "./typing.js"
import { type Scope, type World, report, typeOfVariable, valuesOfType } from "./world.js"

export interface Asking {
  readonly span: Span
  readonly lowerWants: (wants: DraftExpression) => Expression | undefined
}

const nothing: Expression = { kind: "constant", value: 0 }

/** Undefined if the wants have a mistake in them, which is remarked on where they stand, or go in a circle. */
export function worthTo(world: World, scope: Scope | undefined, character: Term, asking: Asking): Expression | undefined {
  if (character.kind === "constant") return worthToOne(world, String(character.value), asking)
  const characters = valuesOfType(world, typeOfVariable(scope, character.name) ?? "character").map(String)
  const wanting = characters.filter((each) => wantsOf(world, each))
  const branches = wanting.map((each) => {
    const isThis: Expression = { kind: "compare", operator: "==", left: character, right: { kind: "constant", value: each } }
    return { condition: isThis, body: worthToOne(world, each, asking) }
  })
  if (branches.some(({ body }) => body === undefined)) return undefined
  const known = branches as { readonly condition: Expression; readonly body: Expression }[]
  return known.length === 0 ? nothing : { kind: "if", branches: known, otherwise: nothing }
}

/** What the author wants is nobody's state of mind. */
export function reportAuthor(world: World, span: Span): undefined {
  return report(world, "author-utility", span, "`utility()` is what you, the author, want, and nobody in the world can reckon with that.", {
    hint: "Name somebody: `utility(Anna)`, or write the formula itself.",
  })
}

function worthToOne(world: World, character: string, asking: Asking): Expression | undefined {
  const wants = wantsOf(world, character)
  if (!wants) return nothing
  if (world.opened.includes(character)) return reportCircle(world, character, asking.span)
  if (world.worths.has(character)) return world.worths.get(character)
  world.opened.push(character)
  const body = asking.lowerWants(wants)
  world.opened.pop()
  const worth = body && asNumber(world, body)
  world.worths.set(character, worth)
  return worth
}

function wantsOf(world: World, character: string): DraftExpression | undefined {
  const wants = world.draft.definitions.find((each) => each.kind === "utility" && each.character?.text === character)
  return wants?.kind === "utility" ? wants.body : undefined
}

/** What is true counts 1, what is not 0. Undefined: it is neither a number nor true or false. */
export function asNumber(world: World, body: Expression): Expression | undefined {
  if (hasType(world, undefined, body, "number")) return body
  if (!hasType(world, undefined, body, "boolean")) return undefined
  return { kind: "if", branches: [{ condition: body, body: { kind: "constant", value: 1 } }], otherwise: nothing }
}

/** Once for each circle, wherever somebody comes upon it. */
function reportCircle(world: World, character: string, span: Span): undefined {
  const circle = world.opened.slice(world.opened.indexOf(character))
  const key = `circle ${[...circle].sort().join(" ")}`
  if (world.circles.has(key)) return undefined
  world.circles.add(key)
  const [first, ...others] = [...circle, character].map((each) => `what \`${each}\` wants`)
  const message = `This goes in a circle: ${first} depends on ${others.join(", and that on ")}.`
  return report(world, "utility-cycle", span, message, { hint: "Write out what is meant in one of these places." })
}
