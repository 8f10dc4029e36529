/** Lowers `might`, which says which values of an open property are possible to whoever wonders about it. */
import { type Expression, subexpressionsOf } from "@dramaturg/model"
import type { SyntaxDefinition } from "../syntax-tree.js"
import { lowerCondition } from "./formulas.js"
import { type World, report, scopeOf, withVariable } from "./world.js"

/** Its formulas may use every property, so they are lowered once all properties are declared. */
export function lowerMights(world: World): void {
  for (const each of world.tree.definitions) if (each.kind === "property") lowerMight(world, each)
}

function lowerMight(world: World, { name, isOpen, might }: SyntaxDefinition & { kind: "property" }): void {
  const index = world.properties.findIndex(({ origin }) => origin === name.span)
  if (!might || index < 0) return
  const property = world.properties[index]
  const { span } = might
  if (!isOpen) {
    const message = `Nobody wonders about \`${name.text}\`, so \`might\` has no meaning here.`
    return report(world, "part-not-allowed", span, message, { hint: "Write `open property …`." })
  }
  const scope = withVariable(world, scopeOf(property.parameters), "value", property.type)
  const condition = lowerCondition(world, scope, might)
  if (!condition) return
  if (!looksIntoMinds(condition)) world.properties[index] = { ...property, might: condition }
  else
    report(
      world,
      "might-looks-into-minds",
      span,
      "Which values are possible cannot depend on what somebody believes.",
      { hint: "Write it about the world: it is read as whoever wonders sees it." },
    )
}

function looksIntoMinds(expression: Expression): boolean {
  return (
    expression.kind === "believes" ||
    expression.kind === "knows" ||
    subexpressionsOf(expression).some(looksIntoMinds)
  )
}
