/** While one types: the text is looked through soon after the last letter, and if it is whole, its story is looked for. */
import { run } from "../commands/command.js"
import { findStory, stopSearching, worldOf } from "../commands/find-story.js"
import { awaitText } from "../commands/await-text.js"
import { takeChecked } from "../commands/take-checked.js"
import type { Studio } from "../studio.js"
import type { TextFile } from "../state.js"

/** How long after the last letter, in milliseconds. */
const rest = 180

export function watchText(studio: Studio): void {
  let seen: readonly TextFile[] | undefined
  let timer = 0
  const look = (): void => {
    const { files } = studio.state.project
    if (files === seen) return
    const isFirst = seen === undefined
    seen = files
    stopSearching()
    if (studio.state.story.status === "searching") run(studio, awaitText, undefined)
    clearTimeout(timer)
    // At first nobody is typing, and both workers can begin at once.
    if (isFirst) run(studio, findStory, {})
    timer = window.setTimeout(() => void check(studio), isFirst ? 0 : rest)
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
