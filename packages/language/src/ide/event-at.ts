/** Which action or trigger the cursor is on, or in. */
import { declarationsIn } from "./declarations.js"
import { nameAt } from "./references.js"

/** The name of the action or trigger under the cursor, else of the one whose definition it stands in. */
export function eventAt(text: string, offset: number): string | undefined {
  const name = nameAt(text, offset)
  if (name?.role === "event") return name.text
  return declarationsIn(text).find(
    (each) => each.role === "event" && each.from <= offset && offset <= each.to,
  )?.name
}
