/**
 * The author's demands on every story, and scenarios: the world with some changes and some expectations.
 *
 * Both blocks are parsed alike, so that an item in the wrong one can be named.
 */
import type {
  SyntaxDefinition,
  SyntaxDemand,
  SyntaxExpectation,
  SyntaxExpression,
  SyntaxFluent,
  SyntaxScenarioItem,
} from "../syntax-tree.js"
import type {
  Expectation,
  Formula,
  Goal,
  Mention,
  ScenarioDefinition,
  ScenarioItem,
  StoryDefinition,
} from "../syntax/parse-tree.js"
import { lossOf } from "../errors/numbers.js"
import { readLimits, readStatement, readUtility } from "./clauses.js"
import { docBefore } from "../syntax/docs.js"
import { readClear, readFluent } from "./expressions.js"
import { complainOfBareName, complainOfNothing, isSoundItem } from "../errors/items.js"
import { type Reading, complain, isDeclared, nameOf, quoteOf, shorten, spanOf } from "../errors/reading.js"
import { requireSeparators } from "../errors/separators.js"

type SyntaxScenario = Extract<SyntaxDefinition, { kind: "scenario" }>

export function readStory(reading: Reading, node: StoryDefinition): SyntaxDemand[] {
  return readItems(reading, node.items, "story").filter(
    (each): each is SyntaxDemand => each.kind === "demand",
  )
}

export function readScenario(reading: Reading, node: ScenarioDefinition): SyntaxScenario {
  return {
    kind: "scenario",
    title: quoteOf(reading, node.title),
    items: readItems(reading, node.items, "scenario"),
    span: spanOf(reading, node),
  }
}

function readItems(
  reading: Reading,
  nodes: readonly ScenarioItem[],
  block: "story" | "scenario",
): SyntaxScenarioItem[] {
  if (!requireSeparators(reading, nodes)) return []
  return nodes.flatMap((each) =>
    isSoundItem(reading, each, block) ? withDoc(reading, each, readItem(reading, each)) : [],
  )
}

function withDoc(
  reading: Reading,
  node: ScenarioItem,
  items: readonly SyntaxScenarioItem[],
): SyntaxScenarioItem[] {
  const doc = docBefore(reading.text, reading.cut, node.from)
  return doc === undefined ? [...items] : items.map((each) => ({ ...each, doc }))
}

function readItem(reading: Reading, node: ScenarioItem): readonly SyntaxScenarioItem[] {
  const span = spanOf(reading, node)
  switch (node.rule) {
    case "Demand": {
      const body = readAsked(reading, node.body)
      return body ? [{ kind: "demand", demand: node.keyword, body, span }] : []
    }
    case "Order": {
      const [first, then] = [readAsked(reading, node.first), readAsked(reading, node.then)]
      return first && then ? [{ kind: "demand", demand: "order", first, then, span }] : []
    }
    case "Expectation":
      return readExpectation(reading, node)
    case "Without":
      return [{ kind: "without", names: node.names.map((each) => nameOf(reading, each)), span }]
    case "Goal":
      return readGoal(reading, node)
    case "UtilityDefinition":
      return readUtility(reading, node)
    case "LimitsDefinition":
      return readLimits(reading, node)
    case "Statement":
      return readStatement(reading, node)
  }
}

/** An act or a condition. An act may have the name of a word that begins formulas. */
function readAsked(reading: Reading, formula: Formula): SyntaxExpression | undefined {
  const mention = mentionIn(formula)
  const isAct =
    mention && (isDeclared(reading, "action", mention.name) || isDeclared(reading, "trigger", mention.name))
  return isAct && mention.bracketed ? readFluent(reading, mention) : readClear(reading, formula)
}

function mentionIn({ operands: [operand], operators }: Formula): Mention | undefined {
  return operators.length === 0 && operand.rule === "Mention" ? operand : undefined
}

function readExpectation(reading: Reading, node: Expectation): SyntaxExpectation[] {
  const expected = { kind: "expect", negated: node.negated, span: spanOf(reading, node) } as const
  if (node.what === "story") return [{ ...expected, what: "story" }]
  if (!node.body) {
    complainOfNothing(reading, node)
    return []
  }
  if (node.what === undefined && complainOfBareName(reading, node.body)) return []
  if (node.what === "act") {
    const act = readAct(reading, node.body)
    return act ? [{ ...expected, what: "act", act }] : []
  }
  const body = readClear(reading, node.body)
  return body ? [{ ...expected, what: node.what ?? "holds", body }] : []
}

function readAct(reading: Reading, formula: Formula): SyntaxFluent | undefined {
  const mention = mentionIn(formula)
  if (mention?.bracketed) return readFluent(reading, mention)
  const hint = mention
    ? `Write \`${shorten(mention.name)}(…)\`, with whoever takes part in it, or \`?\` for anybody.`
    : "Write an action and who takes part in it, for instance `expect act walk(Tom, ?)`."
  return complain(reading, "not-an-act", spanOf(reading, formula), "Behind `act` stands one act.", { hint })
}

function readGoal(reading: Reading, node: Goal): SyntaxScenarioItem[] {
  const written = node.negative ? `-${node.value}` : node.value
  const [span, size] = [spanOf(reading, node), Number(written) + 0]
  if (!Number.isFinite(size))
    return (
      complain(
        reading,
        "bad-number",
        span,
        `\`${shorten(node.value)}\` is no number that can be calculated with.`,
      ) ?? []
    )
  const loss = lossOf(written, span)
  if (loss) complain(reading, "lost-digits", span, loss.message, { hint: loss.extra.hint })
  return [{ kind: "goal", value: size, span }]
}
