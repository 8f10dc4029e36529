/**
 * The same world in other words: its conditions written anew, at random, as formulas that are equal by
 * Kleene's strong tables. Only the preconditions of actions stay as they are, for a surprise asks how they
 * are written (D13).
 */
import type { Effect, Expression, Problem } from "@dramaturg/model"
import { type Dice, diceOf } from "./dice.js"

export function inOtherWords(problem: Problem, seed: number): Problem {
  const dice = diceOf(seed ^ 0x3c3c3c)
  const say = (e: Expression): Expression => rewritten(dice, e)
  return {
    ...problem,
    actions: problem.actions.map((each) => ({
      ...each,
      effect: inEffect(each.effect, say),
      observing: each.observing && {
        ...each.observing,
        condition: condition(dice, each.observing.condition),
      },
    })),
    triggers: problem.triggers.map((each) => ({
      ...each,
      precondition: condition(dice, each.precondition),
      effect: inEffect(each.effect, say),
    })),
    utilities: problem.utilities.map((each) => ({ ...each, body: say(each.body) })),
  }
}

const yes: Expression = { kind: "constant", value: true }
const no: Expression = { kind: "constant", value: false }

/** `what` is read only as to whether it holds. */
function condition(dice: Dice, what: Expression): Expression {
  const e = rewritten(dice, what)
  const not = (body: Expression): Expression => ({ kind: "not", body })
  switch (dice.below(6)) {
    case 0:
      return not(not(e))
    case 1:
      return choice(e, yes, no)
    case 2:
      return not(choice(e, no, yes))
    case 3:
      return { kind: "and", parts: [e, e] }
    default:
      return e
  }
}

function choice(asked: Expression, body: Expression, otherwise: Expression): Expression {
  return { kind: "if", branches: [{ condition: asked, body }], otherwise }
}

function rewritten(dice: Dice, e: Expression): Expression {
  const so = (each: Expression): Expression => condition(dice, each)
  const go = (each: Expression): Expression => rewritten(dice, each)
  switch (e.kind) {
    case "not":
      return { ...e, body: so(e.body) }
    case "and":
    case "or":
      return joined(dice, e.kind, dice.chance(50) ? e.parts.map(so) : e.parts.map(so).reverse())
    case "if":
      return chosen(
        dice,
        e.branches.map((each) => ({ condition: so(each.condition), body: go(each.body) })),
        go(e.otherwise),
      )
    case "forall":
    case "exists": {
      const other = e.kind === "forall" ? "exists" : "forall"
      if (dice.chance(50)) return { ...e, body: so(e.body) }
      return { kind: "not", body: { ...e, kind: other, body: { kind: "not", body: so(e.body) } } }
    }
    case "believes":
    case "sum":
    case "product":
      return { ...e, body: go(e.body) }
    case "compare":
    case "arithmetic":
      return { ...e, left: go(e.left), right: go(e.right) }
    default:
      return e
  }
}

/** De Morgan's way, or as a chain of ifs. */
function joined(dice: Dice, kind: "and" | "or", parts: readonly Expression[]): Expression {
  const not = (body: Expression): Expression => ({ kind: "not", body })
  const [first, ...rest] = parts
  switch (dice.below(3)) {
    case 0:
      return not({ kind: kind === "and" ? "or" : "and", parts: parts.map(not) })
    case 1: {
      const others: Expression = { kind, parts: rest }
      if (rest.length === 0) return { kind, parts }
      return kind === "and" ? choice(first, others, no) : choice(first, yes, others)
    }
    default:
      return { kind, parts }
  }
}

type Branches = (Expression & { kind: "if" })["branches"]

/** One if within another, or the other way round. */
function chosen(dice: Dice, branches: Branches, otherwise: Expression): Expression {
  const [first, ...rest] = branches
  const other =
    rest.length === 0
      ? otherwise
      : dice.chance(50)
        ? chosen(dice, rest, otherwise)
        : ({ kind: "if", branches: rest, otherwise } satisfies Expression)
  return dice.chance(50)
    ? choice(first.condition, first.body, other)
    : choice({ kind: "not", body: first.condition }, other, first.body)
}

function inEffect(effect: Effect, say: (e: Expression) => Expression): Effect {
  switch (effect.kind) {
    case "assign":
      return effect
    case "all":
      return { ...effect, parts: effect.parts.map((each) => inEffect(each, say)) }
    case "forall":
    case "believes":
    case "unforeseen":
      return { ...effect, body: inEffect(effect.body, say) }
    case "if": {
      const branches = effect.branches.map((each) => ({
        condition: say(each.condition),
        body: inEffect(each.body, say),
      }))
      return { ...effect, branches, otherwise: effect.otherwise && inEffect(effect.otherwise, say) }
    }
  }
}
