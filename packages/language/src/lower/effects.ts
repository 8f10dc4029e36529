/**
 * Turns formulas that change something into effects (semantics.md §4.4).
 *
 * Effects are written with the signs of conditions, so the same tree is read with another eye: `f` makes f true, `!f` false,
 * `f == e` gives a value like `f = e`. A negation is pushed inwards until it meets a property. `|` and `exists` are allowed
 * only if they leave one thing to happen; "never" is what `False` reads as on the way there.
 */
import type { Assignment, Effect, Expression, Term } from "@dramaturg/model"
import type { DraftExpression } from "../draft.js"
import { allOf, bind, changeSign, describe, lowerCharacter, lowerCondition, lowerFluent, lowerFormula } from "./formulas.js"
import { fitsValue, hasType, kindInWords, typeInWords } from "./typing.js"
import { bareProperty } from "./unknown-words.js"
import { type Scope, type World, report, valuesOfType, variableOf } from "./world.js"

type Draft<K extends DraftExpression["kind"]> = Extract<DraftExpression, { kind: K }>
type Binder = Draft<"forall" | "exists" | "sum" | "product">
type Outcome = Effect | "never" | undefined
type Scoped = Scope | undefined

const nothing: Effect = { kind: "all", parts: [] }

/** An effect; undefined (after a remark) if the formula is none. */
export function lowerEffect(world: World, scope: Scoped, draft: DraftExpression): Effect | undefined {
  const outcome = read(world, scope, draft, true)
  if (outcome !== "never") return outcome
  return report(world, "not-an-effect", draft.span, "This can never come about, so it cannot be an effect.", {
    hint: "Write `True` if nothing changes.",
  })
}

/** `positive` is false inside an odd number of negations. */
function read(world: World, scope: Scoped, draft: DraftExpression, positive: boolean): Outcome {
  const outcome = readKind(world, scope, draft, positive)
  return outcome && outcome !== "never" ? { ...outcome, origin: draft.span } : outcome
}

function readKind(world: World, scope: Scoped, draft: DraftExpression, positive: boolean): Outcome {
  switch (draft.kind) {
    case "literal":
      if (typeof draft.value === "boolean") return draft.value === positive ? nothing : "never"
      return reportNoEffect(world, draft)
    case "fluent":
      return readBareFluent(world, scope, draft, positive)
    case "not":
      return read(world, scope, draft.body, !positive)
    case "and":
    case "or": {
      const readParts = (draft.kind === "and") === positive ? readAll : readOnly
      return readParts(world, scope, draft, positive)
    }
    case "forall":
    case "exists": {
      const readEach = (draft.kind === "forall") === positive ? readForall : readExists
      return readEach(world, scope, draft, positive)
    }
    case "if":
      return readConditional(world, scope, draft, positive)
    case "believes":
      return readBelieves(world, scope, draft, positive)
    case "unforeseen": {
      const body = read(world, scope, draft.body, positive)
      return !body || body === "never" ? body : { kind: "unforeseen", body }
    }
    case "assign":
      return assign(world, scope, draft.target, draft.value, positive)
    case "compare": {
      if (draft.operator !== "==" && draft.operator !== "!=") return reportNoEffect(world, draft)
      const outcome = assign(world, scope, draft.left, draft.right, (draft.operator === "==") === positive)
      if (outcome && world.dialect === "drama") remarkComparison(world, draft)
      return outcome
    }
    default:
      return reportNoEffect(world, draft, scope)
  }
}

/** It means what it means in Sabre's language, but our own has a sign of its own for it. */
function remarkComparison(world: World, draft: Draft<"compare">): void {
  const { operator, left, right } = draft
  const message = `\`${operator}\` asks whether something is so, but here it says what becomes so.`
  if (operator === "!=") {
    return report(world, "comparison-in-effect", draft.span, message, { hint: "Write `!` before what becomes false, or give it a value with `=`." })
  }
  report(world, "comparison-in-effect", draft.span, message, { hint: "Write `=` to give a value.", fixes: changeSign(left, right, "=") })
}

function reportNoEffect(world: World, draft: DraftExpression, scope?: Scope): undefined {
  const bare = draft.kind === "name" ? bareProperty(world, scope, draft.text, draft.span) : undefined
  if (bare?.hint) {
    const message = bare.message ?? `${describe(draft)} is no property.`
    return report(world, "not-an-effect", draft.span, message, { hint: bare.hint, fixes: bare.fixes })
  }
  const message = `Facts and effects say something of a property; ${describe(draft)} does not.`
  const hint = draft.kind === "arithmetic" && draft.left.kind === "fluent"
    ? `Write \`${draft.left.name.text}(…) = …\`, with the new value behind the sign.`
    : "Write for instance `at(Tom) = Home`."
  return report(world, "not-an-effect", draft.span, message, { hint })
}

function readBareFluent(world: World, scope: Scoped, draft: Draft<"fluent">, positive: boolean): Outcome {
  const fluent = lowerFluent(world, scope, draft)
  if (!fluent) return undefined
  if (hasType(world, scope, fluent, "boolean")) {
    return { kind: "assign", believers: [], fluent, value: { kind: "constant", value: positive } }
  }
  const kind = typeInWords(world.properties[fluent.property].type)
  return report(world, "not-an-effect", draft.span, `${describe(draft)} holds ${kind}; an effect must say which.`, {
    hint: `Write \`${draft.name.text}(…) = …\`.`,
  })
}

function readAll(world: World, scope: Scoped, draft: Draft<"and" | "or">, positive: boolean): Outcome {
  const parts = allOf(draft.parts.map((part) => read(world, scope, part, positive)))
  if (!parts) return undefined
  if (parts.includes("never")) return "never"
  return { kind: "all", parts: parts as Effect[] }
}

/** Alternatives: what can never happen falls away, and one must remain. */
function readOnly(world: World, scope: Scoped, draft: Draft<"and" | "or">, positive: boolean): Outcome {
  return onlyOne(world, draft, draft.parts.map((part) => read(world, scope, part, positive)))
}

function onlyOne(world: World, draft: DraftExpression, outcomes: readonly Outcome[]): Outcome {
  const alternatives = allOf(outcomes)?.filter((each) => each !== "never")
  if (!alternatives) return undefined
  if (alternatives.length === 0) return "never"
  const distinct = new Set(alternatives.map(bare))
  if (distinct.size === 1) return alternatives[0]
  return reportOpen(world, draft)
}

/** An effect without its places, for comparing. */
function bare(thing: object): string {
  return JSON.stringify(thing, (key, value) => (key === "origin" ? undefined : value))
}

function readForall(world: World, scope: Scoped, draft: Binder, positive: boolean): Outcome {
  const inner = bind(world, scope, draft.variable, draft.type)
  const body = inner && read(world, inner, draft.body, positive)
  if (!inner || !body) return undefined
  if (body === "never") return valuesOfType(world, inner.type).length === 0 ? nothing : "never"
  return { kind: "forall", variable: variableOf(inner), type: inner.type, body }
}

/** One alternative for each value of the type: certain if there is only one, or if they are all alike. */
function readExists(world: World, scope: Scoped, draft: Binder, positive: boolean): Outcome {
  const inner = bind(world, scope, draft.variable, draft.type)
  if (!inner) return undefined
  const values = valuesOfType(world, inner.type)
  const body = read(world, values.length === 1 ? { ...inner, stands: { kind: "constant", value: values[0] } } : inner, draft.body, positive)
  if (!body || body === "never" || values.length === 1) return body
  if (values.length === 0) return "never"
  return bare(body).includes(bare({ kind: "variable", name: variableOf(inner) })) ? reportOpen(world, draft) : body
}

function reportOpen(world: World, draft: DraftExpression): undefined {
  return report(world, "open-effect", draft.span, "This leaves open what happens; an effect must be certain.", {
    hint: "Use `&` or `forall`, or write one action for each case.",
  })
}

function readConditional(world: World, scope: Scoped, draft: Draft<"if">, positive: boolean): Outcome {
  const branches = allOf(
    draft.branches.map((each) => {
      const condition = lowerCondition(world, scope, each.condition)
      const body = readBranch(world, scope, each.body, positive)
      return condition && body && { condition, body }
    }),
  )
  const otherwise = draft.otherwise && readBranch(world, scope, draft.otherwise, positive)
  if (!branches || (draft.otherwise && !otherwise)) return undefined
  if (!draft.otherwise && !positive) return reportNoEffect(world, draft)
  return { kind: "if", branches, otherwise }
}

function readBranch(world: World, scope: Scoped, draft: DraftExpression, positive: boolean): Effect | undefined {
  const outcome = read(world, scope, draft, positive)
  return outcome === "never" ? reportNoEffect(world, draft) : outcome
}

function readBelieves(world: World, scope: Scoped, draft: Draft<"believes">, positive: boolean): Outcome {
  const character = lowerCharacter(world, scope, draft.character)
  const body = read(world, scope, draft.body, positive)
  if (!character || !body || body === "never") return character && body
  return { kind: "believes", character, body }
}

/** `target = value`, or for `positive` false "anything but": that is certain only of what is true or false. */
function assign(world: World, scope: Scoped, target: DraftExpression, value: DraftExpression, positive: boolean): Outcome {
  const place = readTarget(world, scope, target)
  const lowered = lowerFormula(world, scope, value)
  if (!place || !lowered) return undefined
  const { type } = world.properties[place.fluent.property]
  const fits = world.dialect === "drama" ? fitsValue : hasType
  if (!fits(world, scope, lowered, type)) return reportMisfit(world, scope, target, value, type, lowered)
  if (positive) return { kind: "assign", ...place, value: lowered }
  if (type === "boolean" && hasType(world, scope, lowered, type)) return { kind: "assign", ...place, value: negate(lowered) }
  return report(world, "open-effect", target.span, "This leaves open which value it gets; an effect must be certain.", {
    hint: "Say what it becomes with `=`.",
  })
}

function negate(value: Expression): Expression {
  if (value.kind === "constant" && typeof value.value === "boolean") return { ...value, value: !value.value }
  return { kind: "not", body: value, origin: value.origin }
}

function reportMisfit(
  world: World,
  scope: Scoped,
  target: DraftExpression,
  value: DraftExpression,
  type: string,
  lowered: Expression,
): undefined {
  const kind = kindInWords(world, scope, lowered)
  const message = `${describe(target)} holds ${typeInWords(type)}, but ${describe(value)} is ${kind}.`
  const hint = type === "boolean" ? `Write \`True\` or \`False\`${world.dialect === "drama" ? ", or `?` if it is not known whether" : ""}.` : `Give it ${typeInWords(type)}.`
  return report(world, "wrong-type", value.span, message, { hint })
}

/** What `=` gives a value: a fluent, or what somebody believes (that somebody believes …) of it. */
function readTarget(world: World, scope: Scoped, draft: DraftExpression): Pick<Assignment, "believers" | "fluent"> | undefined {
  const believers: Term[] = []
  let each = draft
  let fine = true
  while (each.kind === "believes") {
    const character = lowerCharacter(world, scope, each.character)
    if (character) believers.push(character)
    else fine = false
    each = each.body
  }
  if (each.kind !== "fluent") return reportNoEffect(world, each.kind === "name" ? each : draft, scope)
  const fluent = lowerFluent(world, scope, each)
  return fine && fluent ? { believers, fluent } : undefined
}
