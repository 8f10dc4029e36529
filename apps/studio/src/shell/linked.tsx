/**
 * A sentence in which places of the text (`lair.drama:239`) lead there, and what stands in backticks is set
 * as code.
 */
import { Button } from "react-aria-components"
import { showSpan } from "../commands/show-span.js"
import { textOf } from "../state.js"
import { useRun, useStudioState } from "./use-studio.js"

export function Linked({ text }: { readonly text: string }) {
  const project = useStudioState((it) => it.project)
  const run = useRun()
  const pieces = text.split(/([^\s()]+\.(?:drama|txt):\d+|`[^`]+`)/)
  const go = (file: string, line: number): void => {
    const before = textOf(project, file)
      .split("\n")
      .slice(0, line - 1)
    const offset = before.reduce((sum, each) => sum + each.length + 1, 0)
    run(showSpan, { file, offset, length: 0, line, column: 1 })
  }
  return (
    <>
      {pieces.map((piece, i) => {
        if (i % 2 === 1 && piece.startsWith("`")) return <code key={i}>{piece.slice(1, -1)}</code>
        const colon = piece.lastIndexOf(":")
        const file = piece.slice(0, colon)
        if (i % 2 === 0 || !project.files.some((each) => each.name === file)) return piece
        return (
          <Button
            key={i}
            className="link link-place"
            onPress={() => go(file, Number(piece.slice(colon + 1)))}
          >
            {piece}
          </Button>
        )
      })}
    </>
  )
}
