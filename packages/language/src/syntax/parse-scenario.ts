/** Parses the items of `story { … }` and `scenario "…" { … }`. */
import { type Cursor, accept, peek, placeSince, take } from "./cursor.js"
import {
  type ItemParser,
  parseLabelled,
  parseLimits,
  parseNumber,
  parseStatement,
  parseUtility,
  parseWithout,
} from "./parse-clauses.js"
import { beginsFormula, parseFormula } from "./parse-formula.js"
import type { Demand, Expectation, Goal, Order, ScenarioItem } from "./parse-tree.js"
import { formulaDemands, scenarioItems } from "./vocabulary.js"

const itemWords: ReadonlySet<string> = new Set(scenarioItems)

export const scenarioItem: ItemParser<ScenarioItem> = {
  begins: (kind) => itemWords.has(kind) || beginsFormula(kind),
  parse: parseScenarioItem,
}

function parseScenarioItem(cursor: Cursor): ScenarioItem {
  if (formulaDemands.has(peek(cursor))) return parseDemand(cursor)
  switch (peek(cursor)) {
    case "first":
      return parseOrder(cursor)
    case "expect":
      return parseExpectation(cursor)
    case "without":
      return parseWithout(cursor)
    case "goal":
      return parseGoal(cursor)
    case "utility":
      return parseUtility(cursor)
    default:
      return peek(cursor) === "limits" && peek(cursor, 1) === "{"
        ? parseLimits(cursor)
        : parseStatement(cursor)
  }
}

function parseDemand(cursor: Cursor): Demand {
  const from = cursor.at
  return { rule: "Demand", ...parseLabelled<Demand["keyword"]>(cursor), ...placeSince(cursor, from) }
}

function parseOrder(cursor: Cursor): Order {
  const from = cursor.at
  take(cursor, "first")
  take(cursor, ":")
  const first = parseFormula(cursor)
  take(cursor, "then")
  take(cursor, ":")
  const then = parseFormula(cursor)
  return { rule: "Order", first, then, ...placeSince(cursor, from) }
}

function parseExpectation(cursor: Cursor): Expectation {
  const from = cursor.at
  take(cursor, "expect")
  const negated = accept(cursor, "no")
  const kind = peek(cursor)
  const what = kind === "story" || kind === "ending" || kind === "act" ? kind : undefined
  if (what) take(cursor, what)
  const hasBody = what === "ending" || what === "act" || (what === undefined && beginsFormula(kind))
  const body = hasBody ? parseFormula(cursor) : undefined
  return { rule: "Expectation", negated, what, body, ...placeSince(cursor, from) }
}

function parseGoal(cursor: Cursor): Goal {
  const from = cursor.at
  take(cursor, "goal")
  take(cursor, ":")
  const number = parseNumber(cursor)
  return { rule: "Goal", ...number, ...placeSince(cursor, from) }
}
