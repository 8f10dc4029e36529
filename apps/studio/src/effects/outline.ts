/**
 * While the user writes a plot, or changes the world under it: the plot is reviewed soon after the last
 * letter, if its panel is open.
 */
import { run } from "../commands/command.js"
import { reviewOutline } from "../commands/review-outline.js"
import type { Studio } from "../studio.js"

const rest = 400

export function watchOutline(studio: Studio): void {
  let seen = ""
  let of: unknown
  let timer = 0
  studio.subscribe(() => {
    const { project, panel, diagnostics } = studio.state
    if (panel !== "outline" || (project.outline === seen && project.files === of)) return
    if (diagnostics.some((each) => each.severity === "error")) return
    seen = project.outline
    of = project.files
    clearTimeout(timer)
    timer = window.setTimeout(() => run(studio, reviewOutline, undefined), rest)
  })
}
