/**
 * In which order the files of tests begin. Those that wait for a network or a browser go first, while others
 * have work for the processors; of the rest those that take longest, so that none is left over at the end. On
 * a fresh clone nothing is known of durations, so the long ones are named here.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { BaseSequencer } from "vitest/node"
import { root } from "./steps.mjs"

/** Files of one project follow one another: they share what they have loaded. */
const projects = ["release", "studio", "editors", "command", "packages"]

/** Of each project those that take ten seconds or more alone, the longest first. */
const long = [
  "release/test/packages.test.ts",
  "apps/studio/test/keeping.test.ts",
  "apps/studio/test/finding-out.test.ts",
  "apps/studio/test/first-hour.test.ts",
  "apps/studio/test/store.test.ts",
  "apps/embed/test/story.test.ts",
  "apps/studio/test/play.test.ts",
  "apps/studio/test/drafting.test.ts",
  "apps/studio/test/keyboard.test.ts",
  "apps/studio/test/timeline.test.ts",
  "apps/studio/test/hostile.test.ts",
  "docs-site/test/api.test.ts",
  "apps/embed/test/play.test.ts",
  "apps/embed/test/package.test.ts",
  "apps/cli/test/corpus.test.ts",
  "apps/cli/test/patience.test.ts",
  "apps/cli/test/cases.test.ts",
  "apps/cli/test/kills.test.ts",
  "apps/cli/test/processes.test.ts",
  "apps/cli/test/library.test.ts",
  "apps/cli/test/ways.test.ts",
  "apps/cli/test/play.test.ts",
  "apps/cli/test/undecided.test.ts",
  "apps/cli/test/questions.test.ts",
  "packages/engine/test/oracle.test.ts",
  "packages/engine/test/finding-out.test.ts",
  "stories/players.test.ts",
  "stories/stories.test.ts",
  "packages/engine/test/verdicts.test.ts",
  "stories/scenarios.test.ts",
  "packages/engine/test/random-open.test.ts",
  "packages/engine/test/going-round.test.ts",
  "packages/engine/test/hope.test.ts",
  "packages/engine/test/slices.test.ts",
  "stories/prose.test.ts",
  "packages/exports/test/exam.test.ts",
  "packages/language/test/drama-fuzz.test.ts",
  "packages/engine/test/conformance.test.ts",
  "packages/language/test/sabre-fuzz.test.ts",
  "packages/engine/test/inference.test.ts",
  "packages/engine/test/fear.test.ts",
]

const missing = long.filter((each) => !existsSync(join(root, each)))
if (missing.length > 0)
  throw new Error(`No longer there, but named in longest-first.mjs: ${missing.join(", ")}`)

export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const rank = ({ project, moduleId }) => {
      const at = long.findIndex((each) => moduleId.endsWith(`/${each}`))
      return projects.indexOf(project.name) * 1000 + (at < 0 ? long.length : at)
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
