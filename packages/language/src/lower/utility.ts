/**
 * `utility(Anna)` inside a formula. It is replaced by Anna's utility formula, so no later stage knows of it;
 * for a variable it is replaced by a conditional over all characters that it can stand for and that have a
 * utility.
 */
import type { Expression, Span, Term } from "@dramaturg/model"
import type { SyntaxExpression } from "../syntax-tree.js"
import { hasType } from "./typing.js"
import { type Scope, type World, report, typeOfVariable, valuesOfType } from "./world.js"

export interface Asking {
  readonly span: Span
  readonly lowerWants: (wants: SyntaxExpression) => Expression | undefined
}

const nothing: Expression = { kind: "constant", value: 0 }

/**
 * The utility as an expression; undefined if it contains an error, which is reported where it stands, or
 * refers to itself.
 */
export function utilityOf(
  world: World,
  scope: Scope | undefined,
  character: Term,
  asking: Asking,
): Expression | undefined {
  if (character.kind === "constant") return utilityOfOne(world, String(character.value), asking)
  const characters = valuesOfType(world, typeOfVariable(scope, character.name) ?? "character").map(String)
  const wanting = characters.filter((each) => wantsOf(world, each))
  const branches = wanting.map((each) => {
    const isThis: Expression = {
      kind: "compare",
      operator: "==",
      left: character,
      right: { kind: "constant", value: each },
    }
    return { condition: isThis, body: utilityOfOne(world, each, asking) }
  })
  if (branches.some(({ body }) => body === undefined)) return undefined
  const known = branches as { readonly condition: Expression; readonly body: Expression }[]
  return known.length === 0 ? nothing : { kind: "if", branches: known, otherwise: nothing }
}

/** Reports `utility()` in a formula: characters cannot reason about the author's utility. */
export function reportAuthor(world: World, span: Span): undefined {
  return report(
    world,
    "author-utility",
    span,
    "`utility()` is what you, the author, want, and nobody in the world can reckon with that.",
    {
      hint: "Name somebody: `utility(Anna)`, or write the formula itself.",
    },
  )
}

function utilityOfOne(world: World, character: string, asking: Asking): Expression | undefined {
  const wants = wantsOf(world, character)
  if (!wants) return nothing
  if (world.opened.includes(character)) return reportCircle(world, character, asking.span)
  if (world.utilities.has(character)) return world.utilities.get(character)
  world.opened.push(character)
  const body = asking.lowerWants(wants)
  world.opened.pop()
  const utility = body && asNumber(world, body)
  world.utilities.set(character, utility)
  return utility
}

function wantsOf(world: World, character: string): SyntaxExpression | undefined {
  const wants = world.tree.definitions.find(
    (each) => each.kind === "utility" && each.character?.text === character,
  )
  return wants?.kind === "utility" ? wants.body : undefined
}

/**
 * The expression as a number, where true is 1 and false 0; undefined if it is neither a number nor a
 * boolean.
 */
export function asNumber(world: World, body: Expression): Expression | undefined {
  if (hasType(world, undefined, body, "number")) return body
  if (!hasType(world, undefined, body, "boolean")) return undefined
  return {
    kind: "if",
    branches: [{ condition: body, body: { kind: "constant", value: 1 } }],
    otherwise: nothing,
  }
}

/** Reports each circle once, whichever formula it is found from. */
function reportCircle(world: World, character: string, span: Span): undefined {
  const circle = world.opened.slice(world.opened.indexOf(character))
  const key = `circle ${[...circle].sort().join(" ")}`
  if (world.circles.has(key)) return undefined
  world.circles.add(key)
  const [first, ...others] = [...circle, character].map((each) => `what \`${each}\` wants`)
  const message = `This goes in a circle: ${first} depends on ${others.join(", and that on ")}.`
  return report(world, "utility-cycle", span, message, {
    hint: "Write out what is meant in one of these places.",
  })
}
