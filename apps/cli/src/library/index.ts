/**
 * `dramaturg` as a library: worlds from texts, and every question about them as one function.
 *
 * Each question returns a promise, whose value says by `status` what came of it. The thread is given back
 * every few milliseconds; a signal stops the work. Wrong calls are refused with a UsageError, worlds with
 * mistakes in them with a WorldError. Underneath are the pure packages, whose work is stepped by its caller.
 */
export { FileError, UsageError, WorldError } from "./errors.js"
export type { Stoppable } from "./drive.js"
export type { World } from "./world.js"
export { type Include, load, type LoadOptions } from "./load.js"
export { type Plot, type Story, storyOf } from "./story.js"
export {
  type Bounded,
  type SearchSettings,
  stories,
  type Stories,
  type StoriesEnd,
  type StoriesOptions,
  tell,
  type TellOptions,
  type TellProgress,
  type Told,
} from "./tell.js"
export {
  repair,
  type Repaired,
  type RepairOptions,
  type UnreadPlot,
  type Verified,
  verify,
  type VerifyOptions,
} from "./verify.js"
export {
  type NoSuchAct,
  type Why,
  why,
  type WhyNot,
  whyNot,
  type WhyNotQuestion,
  type WhyOptions,
} from "./why.js"
export { type WhatIfChanges, whatIf, type WhatIfOptions, type WhatIfOutcome } from "./what-if.js"
export { type Known, knows, type KnowsOptions } from "./knows.js"
export { type Prose, prose, type ProseOptions } from "./prose.js"
export { type Play, type PlayChoice, play, type PlayOptions, type PlayStatus } from "./play.js"
export {
  compare,
  type Compared,
  type CompareOptions,
  explore,
  type Explored,
  type ExploreOptions,
  test,
  type Tested,
  type TestOptions,
} from "./explore.js"
export { type Exported, type ExportOptions, exportTo, formats } from "./export.js"
export type { Progress } from "@dramaturg/analysis"
/** What may be handed in from outside, and what it is made with. */
export type { Exporter } from "@dramaturg/exports"
export type { Heuristic, Measure } from "@dramaturg/engine"
export { type Tongue, tongues, type Words } from "@dramaturg/telling"
export type {
  Diagnostic,
  Explanations,
  Fabula,
  PlayRecord,
  Problem,
  Solution,
  Telling,
} from "@dramaturg/model"
