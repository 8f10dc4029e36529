/**
 * Lowers formulas that change something to effects; grounding makes atoms of them (docs/semantics.md, D11).
 *
 * Effects are written with the signs of conditions, so the same tree is read in another way: `f` makes f
 * true, `!f` false, and `f == e` assigns like `f = e`. A negation is pushed inwards until it meets a
 * property. `|` and `exists` are allowed only if one alternative remains; "never" is how `False` is
 * represented meanwhile.
 */
import type { Assignment, Effect, Expression, Term } from "@dramaturg/model"
import type { SyntaxExpression } from "../syntax-tree.js"
import {
  allOf,
  bind,
  changeSign,
  describe,
  lowerCharacter,
  lowerCondition,
  lowerFluent,
  lowerFormula,
  lowerKnown,
} from "./formulas.js"
import { fitsValue, hasType, kindInWords, typeInWords } from "./typing.js"
import { bareProperty } from "./unknown-words.js"
import { type Scope, type World, report, valuesOfType, variableOf } from "./world.js"

type SyntaxNode<K extends SyntaxExpression["kind"]> = Extract<SyntaxExpression, { kind: K }>
type Binder = SyntaxNode<"forall" | "exists" | "sum" | "product">
type Outcome = Effect | "never" | undefined
type Scoped = Scope | undefined

const nothing: Effect = { kind: "all", parts: [] }

/** The effect; undefined (after reporting) if the formula is none. */
export function lowerEffect(world: World, scope: Scoped, tree: SyntaxExpression): Effect | undefined {
  const outcome = lowerSigned(world, scope, tree, true)
  if (outcome !== "never") return outcome
  return report(world, "not-an-effect", tree.span, "This can never come about, so it cannot be an effect.", {
    hint: "Write `True` if nothing changes.",
  })
}

/** `positive` is false inside an odd number of negations. */
function lowerSigned(world: World, scope: Scoped, tree: SyntaxExpression, positive: boolean): Outcome {
  const outcome = lowerKind(world, scope, tree, positive)
  return outcome && outcome !== "never" ? { ...outcome, origin: tree.span } : outcome
}

function lowerKind(world: World, scope: Scoped, tree: SyntaxExpression, positive: boolean): Outcome {
  switch (tree.kind) {
    case "literal":
      if (typeof tree.value === "boolean") return tree.value === positive ? nothing : "never"
      return reportNoEffect(world, tree)
    case "fluent":
      return lowerBareFluent(world, scope, tree, positive)
    case "not":
      return lowerSigned(world, scope, tree.body, !positive)
    case "and":
    case "or": {
      const readParts = (tree.kind === "and") === positive ? lowerAll : lowerOnly
      return readParts(world, scope, tree, positive)
    }
    case "forall":
    case "exists": {
      const readEach = (tree.kind === "forall") === positive ? lowerForall : lowerExists
      return readEach(world, scope, tree, positive)
    }
    case "if":
      return lowerConditional(world, scope, tree, positive)
    case "believes":
      return lowerBelieves(world, scope, tree, positive)
    case "knows":
      return lowerKnows(world, scope, tree, positive)
    case "unforeseen": {
      const body = lowerSigned(unforeseenIn(world), scope, tree.body, positive)
      return !body || body === "never" ? body : { kind: "unforeseen", body }
    }
    case "assign":
      return assign(world, scope, tree.target, tree.value, positive)
    case "compare": {
      if (tree.operator !== "==" && tree.operator !== "!=") return reportNoEffect(world, tree)
      const outcome = assign(world, scope, tree.left, tree.right, (tree.operator === "==") === positive)
      if (outcome && world.dialect === "drama") remarkComparison(world, tree)
      return outcome
    }
    default:
      return reportNoEffect(world, tree, scope)
  }
}

function unforeseenIn(world: World): World {
  return world.addition ? { ...world, addition: { ...world.addition, isUnforeseen: true } } : world
}

/** It has the same meaning as in Sabre's language, but our language has a sign of its own for it. */
function remarkComparison(world: World, tree: SyntaxNode<"compare">): void {
  const { operator, left, right } = tree
  const message = `\`${operator}\` asks whether something is so, but here it says what becomes so.`
  if (operator === "!=") {
    return report(world, "comparison-in-effect", tree.span, message, {
      hint: "Write `!` before what becomes false, or give it a value with `=`.",
    })
  }
  report(world, "comparison-in-effect", tree.span, message, {
    hint: "Write `=` to give a value.",
    fixes: changeSign(left, right, "="),
  })
}

function reportNoEffect(world: World, tree: SyntaxExpression, scope?: Scope): undefined {
  const bare = tree.kind === "name" ? bareProperty(world, scope, tree.text, tree.span) : undefined
  if (bare?.hint) {
    const message = bare.message ?? `${describe(tree)} is no property.`
    return report(world, "not-an-effect", tree.span, message, { hint: bare.hint, fixes: bare.fixes })
  }
  const message = `Facts and effects say something of a property; ${describe(tree)} does not.`
  const hint =
    tree.kind === "arithmetic" && tree.left.kind === "fluent"
      ? `Write \`${tree.left.name.text}(…) = …\`, with the new value behind the sign.`
      : "Write for instance `at(Tom) = Home`."
  return report(world, "not-an-effect", tree.span, message, { hint })
}

function lowerBareFluent(
  world: World,
  scope: Scoped,
  tree: SyntaxNode<"fluent">,
  positive: boolean,
): Outcome {
  const fluent = lowerFluent(world, scope, tree)
  if (!fluent) return undefined
  if (hasType(world, scope, fluent, "boolean")) {
    return { kind: "assign", believers: [], fluent, value: { kind: "constant", value: positive } }
  }
  const kind = typeInWords(world.properties[fluent.property].type)
  return report(
    world,
    "not-an-effect",
    tree.span,
    `${describe(tree)} holds ${kind}; an effect must say which.`,
    {
      hint: `Write \`${tree.name.text}(…) = …\`.`,
    },
  )
}

function lowerAll(world: World, scope: Scoped, tree: SyntaxNode<"and" | "or">, positive: boolean): Outcome {
  const parts = allOf(tree.parts.map((part) => lowerSigned(world, scope, part, positive)))
  if (!parts) return undefined
  if (parts.includes("never")) return "never"
  return { kind: "all", parts: parts as Effect[] }
}

/** Alternatives: those that can never happen are dropped, and one must remain. */
function lowerOnly(world: World, scope: Scoped, tree: SyntaxNode<"and" | "or">, positive: boolean): Outcome {
  return onlyOne(
    world,
    tree,
    tree.parts.map((part) => lowerSigned(world, scope, part, positive)),
  )
}

function onlyOne(world: World, tree: SyntaxExpression, outcomes: readonly Outcome[]): Outcome {
  const alternatives = allOf(outcomes)?.filter((each) => each !== "never")
  if (!alternatives) return undefined
  if (alternatives.length === 0) return "never"
  const distinct = new Set(alternatives.map(bare))
  if (distinct.size === 1) return alternatives[0]
  return reportOpen(world, tree)
}

/** An effect without its spans, for comparing. */
function bare(thing: object): string {
  return JSON.stringify(thing, (key, value) => (key === "origin" ? undefined : value))
}

function lowerForall(world: World, scope: Scoped, tree: Binder, positive: boolean): Outcome {
  const inner = bind(world, scope, tree.variable, tree.type)
  const body = inner && lowerSigned(world, inner, tree.body, positive)
  if (!inner || !body) return undefined
  if (body === "never") return valuesOfType(world, inner.type).length === 0 ? nothing : "never"
  return { kind: "forall", variable: variableOf(inner), type: inner.type, body }
}

/**
 * One alternative for each value of the type; the effect is determined if there is only one, or if they are
 * all equal.
 */
function lowerExists(world: World, scope: Scoped, tree: Binder, positive: boolean): Outcome {
  const inner = bind(world, scope, tree.variable, tree.type)
  if (!inner) return undefined
  const values = valuesOfType(world, inner.type)
  const body = lowerSigned(
    world,
    values.length === 1 ? { ...inner, stands: { kind: "constant", value: values[0] } } : inner,
    tree.body,
    positive,
  )
  if (!body || body === "never" || values.length === 1) return body
  if (values.length === 0) return "never"
  return bare(body).includes(bare({ kind: "variable", name: variableOf(inner) }))
    ? reportOpen(world, tree)
    : body
}

function reportOpen(world: World, tree: SyntaxExpression): undefined {
  return report(
    world,
    "open-effect",
    tree.span,
    "This leaves open what happens; an effect must be certain.",
    {
      hint: "Use `&` or `forall`, or write one action for each case.",
    },
  )
}

function lowerConditional(world: World, scope: Scoped, tree: SyntaxNode<"if">, positive: boolean): Outcome {
  const branches = allOf(
    tree.branches.map((each) => {
      const condition = lowerCondition(world, scope, each.condition)
      const body = lowerBranch(world, scope, each.body, positive)
      return condition && body && { condition, body }
    }),
  )
  const otherwise = tree.otherwise && lowerBranch(world, scope, tree.otherwise, positive)
  if (!branches || (tree.otherwise && !otherwise)) return undefined
  if (!tree.otherwise && !positive) return reportNoEffect(world, tree)
  return { kind: "if", branches, otherwise }
}

function lowerBranch(
  world: World,
  scope: Scoped,
  tree: SyntaxExpression,
  positive: boolean,
): Effect | undefined {
  const outcome = lowerSigned(world, scope, tree, positive)
  return outcome === "never" ? reportNoEffect(world, tree) : outcome
}

function lowerBelieves(
  world: World,
  scope: Scoped,
  tree: SyntaxNode<"believes">,
  positive: boolean,
): Outcome {
  const character = lowerCharacter(world, scope, tree.character)
  const body = lowerSigned(world, scope, tree.body, positive)
  if (!character || !body || body === "never") return character && body
  return { kind: "believes", character, body }
}

/** `believes(c, f) = f`: what c believes of f becomes what it is. */
function lowerKnows(world: World, scope: Scoped, tree: SyntaxNode<"knows">, positive: boolean): Outcome {
  const known = lowerKnown(world, scope, tree)
  if (!known) return undefined
  const { character, fluent } = known
  if (positive) return { kind: "assign", believers: [character], fluent, value: fluent }
  return report(world, "open-effect", tree.span, "This leaves open what somebody believes instead.", {
    hint: "Write `believes(…, …) = ?` if they do not know it.",
  })
}

/**
 * `target = value`, or for `positive` false "anything but the value", which is determined only for booleans.
 */
function assign(
  world: World,
  scope: Scoped,
  target: SyntaxExpression,
  value: SyntaxExpression,
  positive: boolean,
): Outcome {
  const place = lowerTarget(world, scope, target)
  const lowered = lowerFormula(world, scope, value)
  if (!place || !lowered) return undefined
  const { type } = world.properties[place.fluent.property]
  const fits = world.dialect === "drama" ? fitsValue : hasType
  if (!fits(world, scope, lowered, type)) return reportMisfit(world, scope, target, value, type, lowered)
  if (positive) return { kind: "assign", ...place, value: lowered }
  if (type === "boolean" && hasType(world, scope, lowered, type))
    return { kind: "assign", ...place, value: negate(lowered) }
  return report(
    world,
    "open-effect",
    target.span,
    "This leaves open which value it gets; an effect must be certain.",
    {
      hint: "Say what it becomes with `=`.",
    },
  )
}

function negate(value: Expression): Expression {
  if (value.kind === "constant" && typeof value.value === "boolean") return { ...value, value: !value.value }
  return { kind: "not", body: value, origin: value.origin }
}

function reportMisfit(
  world: World,
  scope: Scoped,
  target: SyntaxExpression,
  value: SyntaxExpression,
  type: string,
  lowered: Expression,
): undefined {
  const kind = kindInWords(world, scope, lowered)
  const message = `${describe(target)} holds ${typeInWords(type)}, but ${describe(value)} is ${kind}.`
  const hint =
    type === "boolean"
      ? `Write \`True\` or \`False\`${world.dialect === "drama" ? ", or `?` if it is not known whether" : ""}.`
      : `Give it ${typeInWords(type)}.`
  return report(world, "wrong-type", value.span, message, { hint })
}

/** The target of `=`: a fluent, or what a character believes (about what another believes …) of one. */
function lowerTarget(
  world: World,
  scope: Scoped,
  tree: SyntaxExpression,
): Pick<Assignment, "believers" | "fluent"> | undefined {
  const believers: Term[] = []
  let each = tree
  let fine = true
  while (each.kind === "believes") {
    const character = lowerCharacter(world, scope, each.character)
    if (character) believers.push(character)
    else fine = false
    each = each.body
  }
  if (each.kind !== "fluent") return reportNoEffect(world, each.kind === "name" ? each : tree, scope)
  const fluent = lowerFluent(world, scope, each)
  return fine && fluent ? { believers, fluent } : undefined
}
