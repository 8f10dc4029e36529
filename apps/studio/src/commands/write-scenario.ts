/**
 * Writes a scenario at the end of the main file, as one change that can be undone, and leaves its title
 * selected.
 */
import { textOf } from "../state.js"
import type { Studio } from "../studio.js"
import type { Changes, ComparedWorlds } from "../worker/protocol.js"
import { command, isWriter } from "./command.js"

export const writeScenario = command({
  name: "write-scenario",
  label: "Write a scenario",
  when: isWriter,
  perform: (studio) => {
    const { story } = studio.state
    const comes = story.none?.proof === "exhausted" ? "expect no story;" : "expect story;"
    append(studio, "as it is", [
      "// What is otherwise stands here, for example: a fact, somebody's want, or a rule that is left out.",
      comes,
    ])
  },
})

/** What came of a what-if, kept as a test of the world. */
export const keepAsScenario = command<{
  readonly title: string
  readonly changes: Changes
  readonly comesTo: ComparedWorlds["comesTo"]
}>({
  name: "keep-as-scenario",
  when: isWriter,
  perform: (studio, { title, changes, comesTo }) => {
    append(studio, title.replace(/\?$/, ""), [
      ...changesIn(changes),
      comesTo === "story" ? "expect story;" : "expect no story;",
    ])
  },
})

function changesIn({ facts, wants, without }: Changes): readonly string[] {
  return [
    ...facts.map((each) => `${bare(each)};`),
    ...wants.map(([who, want]) => `utility(${who}): ${bare(want)};`),
    ...(without.length > 0 ? [`without ${without.join(", ")};`] : []),
  ]
}

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}

function append(studio: Studio, title: string, lines: readonly string[]): void {
  const { main } = studio.state.project
  // The file is opened first: the editor remembers changes of what it has open.
  studio.change((state) => ({ ...state, file: main, isTextSeen: true, act: null }))
  const before = textOf(studio.state.project, main).trimEnd()
  const opening = `${before}${before === "" ? "" : "\n\n"}scenario "`
  const words = title.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\s+/g, " ")
  const text = `${opening}${words}" {\n${lines.map((each) => `  ${each}\n`).join("")}}\n`
  studio.change((state) => ({
    ...state,
    project: {
      ...state.project,
      files: state.project.files.map((each) => (each.name === main ? { ...each, text } : each)),
    },
  }))
  setTimeout(() => studio.editor?.select(opening.length, opening.length + words.length))
}
