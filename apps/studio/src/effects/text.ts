/**
 * While one types: the text is looked through soon after the last letter, and if it is whole, its story is
 * looked for.
 */
import { run } from "../commands/command.js"
import { findStory, stopSearching, worldOf } from "../commands/find-story.js"
import { awaitText } from "../commands/await-text.js"
import { takeChecked } from "../commands/take-checked.js"
import type { Studio } from "../studio.js"
import { isBlank, type TextFile } from "../state.js"
import type { Checked } from "../worker/protocol.js"
import type { WorkerRequest } from "../worker/client.js"

/** How long after the last letter, in milliseconds. */
const rest = 180

/** How long the first story may keep remarks on the text waiting. */
const atFirst = 2500

export function watchText(studio: Studio): void {
  let seen: readonly TextFile[] | undefined
  let timer = 0
  let isOpening = true
  let checking: Check | undefined
  const look = (): void => {
    const {
      project: { files },
      story,
    } = studio.state
    const isFirst = seen === undefined
    if (files === seen) {
      if (isOpening && story.status !== "searching") soon(0)
      return
    }
    seen = files
    checking?.cancel()
    stopSearching()
    if (studio.state.story.status === "searching") run(studio, awaitText, undefined)
    // At first the user waits for the story, not for remarks on the text: those come after it.
    if (isFirst) run(studio, findStory, {})
    soon(isFirst ? atFirst : rest)
    isOpening = isFirst
  }
  const soon = (milliseconds: number): void => {
    isOpening = false
    clearTimeout(timer)
    timer = window.setTimeout(() => (checking = check(studio)), milliseconds)
  }
  studio.subscribe(look)
  look()
}

type Check = Pick<WorkerRequest<"check">, "cancel">

/** A text that takes long to look through must not keep the next one waiting: it can be cancelled. */
function check(studio: Studio): Check {
  const { project } = studio.state
  const request = studio.reader.ask("check", { world: worldOf(project) })
  void request.outcome.then(
    (outcome) =>
      "answer" in outcome && studio.state.project.files === project.files && take(studio, outcome.answer),
  )
  return request
}

function take(studio: Studio, checked: Checked): void {
  const { project, story } = studio.state
  const of = project.files
  run(studio, takeChecked, { checked, of })
  const isTorn = checked.diagnostics.some((each) => each.severity === "error")
  if (!isTorn && !isBlank(project) && story.of !== of && story.status !== "searching")
    run(studio, findStory, {})
}
