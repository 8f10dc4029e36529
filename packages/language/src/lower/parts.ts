/** The parts of actions, triggers and of what is added to every action. */
import type { SyntaxPart } from "../syntax-tree.js"
import { type World, report } from "./world.js"

export type PartOf<K extends SyntaxPart["kind"], P extends SyntaxPart = SyntaxPart> = P extends SyntaxPart
  ? K extends P["kind"]
    ? P
    : never
  : never

export function lastPart<K extends SyntaxPart["kind"]>(
  parts: readonly SyntaxPart[],
  kind: K,
): PartOf<K> | undefined {
  return parts.findLast((part): part is PartOf<K> => part.kind === kind)
}

/** `whose`: what the parts belong to, as the subject of a message. */
export function remarkRepeatedParts(world: World, whose: string, parts: readonly SyntaxPart[]): void {
  const first = new Map<string, SyntaxPart>()
  for (const part of parts) {
    const earlier = first.get(part.kind)
    if (earlier) {
      const outcome = world.dialect === "sabre" ? "; only the last one counts" : ""
      const message = `${whose} has a second \`${part.kind}\`${outcome}.`
      const related = [{ span: earlier.keyword, message: "The first one is here." }]
      report(world, "part-twice", part.keyword, message, {
        related,
        hint: "Join them with `&`, or take one out.",
      })
    }
    first.set(part.kind, earlier ?? part)
  }
}
