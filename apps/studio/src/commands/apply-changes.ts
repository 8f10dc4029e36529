/**
 * Keeps facts that were tried: they are written behind the world's text, where later ones win. The version
 * before it is kept too.
 */
import type { Changes } from "../worker/protocol.js"
import { command, isWriter } from "./command.js"

export const applyChanges = command<Changes>({
  name: "apply-changes",
  when: isWriter,
  perform: async ({ change, state, store }, { facts }) => {
    await store.keep(state.project, "Before a change was tried")
    const lines = facts.map((each) => `${bare(each)};`)
    change((now) => {
      const files = now.project.files.map((each) =>
        each.name === now.project.main
          ? { ...each, text: `${each.text.trimEnd()}\n\n// Tried in the studio:\n${lines.join("\n")}\n` }
          : each,
      )
      return {
        ...now,
        project: { ...now.project, files },
        file: now.project.main,
        notice: "The change stands at the end of the text now; the version before it is kept.",
      }
    })
  },
})

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}
