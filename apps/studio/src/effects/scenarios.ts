/** Once the story of a text has been found and the typing rests, its scenarios are run. Typing stops them. */
import { run } from "../commands/command.js"
import { haltScenarios, runScenarios } from "../commands/scenarios.js"
import type { Studio } from "../studio.js"

/** How long after the story, in milliseconds. */
const rest = 500

export function watchScenarios(studio: Studio): void {
  let timer = 0
  let wanted: unknown
  studio.subscribe(() => {
    const { project, story, scenarios } = studio.state
    const { files } = project
    if (wanted !== undefined && wanted !== files) {
      clearTimeout(timer)
      wanted = undefined
      haltScenarios(studio)
    }
    if (wanted === files || scenarios.of === files || story.status !== "done" || story.of !== files) return
    wanted = files
    timer = window.setTimeout(
      () => studio.state.project.files === files && run(studio, runScenarios, undefined),
      rest,
    )
  })
}
