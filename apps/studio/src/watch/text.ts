/** While one types: the text is looked through soon after the last letter, and if it is whole, its story is looked for. */
import { run } from "../commands/command.js"
import { findStory, stopSearching, worldOf } from "../commands/find-story.js"
import { awaitText } from "../commands/await-text.js"
import { takeChecked } from "../commands/take-checked.js"
import type { Studio } from "../studio.js"
import type { TextFile } from "../state.js"

/** How long after the last letter, in milliseconds. */
const rest = 180

/** How long the first story may keep remarks on the text waiting. */
const atFirst = 2500

export function watchText(studio: Studio): void {
  let seen: readonly TextFile[] | undefined
  let timer = 0
  let isOpening = true
  const look = (): void => {
    const { project: { files }, story } = studio.state
    const isFirst = seen === undefined
    if (files === seen) {
      if (isOpening && story.status !== "searching") soon(0)
      return
    }
    seen = files
    stopSearching()
    if (studio.state.story.status === "searching") run(studio, awaitText, undefined)
    // At first nobody is typing: the story is what they wait for, and remarks on the text come after it.
    if (isFirst) run(studio, findStory, {})
    soon(isFirst ? atFirst : rest)
    isOpening = isFirst
  }
  const soon = (milliseconds: number): void => {
    isOpening = false
    clearTimeout(timer)
    timer = window.setTimeout(() => void check(studio), milliseconds)
  }
  studio.subscribe(look)
  look()
}

async function check(studio: Studio): Promise<void> {
  const { project } = studio.state
  const of = project.files
  const outcome = await studio.reader.ask("check", { world: worldOf(project) }).outcome
  if (!("answer" in outcome) || studio.state.project.files !== of) return
  run(studio, takeChecked, { checked: outcome.answer, of })
  const isTorn = outcome.answer.diagnostics.some((each) => each.severity === "error")
  const isEmpty = project.files.every((each) => each.text.trim() === "")
  if (!isTorn && !isEmpty && studio.state.story.of !== of && studio.state.story.status !== "searching") run(studio, findStory, {})
}
