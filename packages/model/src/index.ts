/**
 * The nouns that packages share, as plain readonly data, in the order in which a reader should learn them.
 */
export { type Value, unknown, asItIs, printValue, parseValue } from "./value.js"
export { type Span, type SpanMaker, spansOf, sourceLine } from "./span.js"
export { type Diagnostic, type Severity, type Fix, byPlace, hasErrors } from "./diagnostic.js"
export {
  type Expression,
  type Effect,
  type Term,
  type Variable,
  type Constant,
  type FluentTemplate,
  type Believes,
  type Knows,
  type Quantified,
  type Aggregate,
  type Conditional,
  type Assignment,
  type Comparison,
  type ArithmeticOperator,
  conjunctsOf,
  subexpressionsOf,
} from "./expression.js"
export {
  type Problem,
  type Type,
  type Entity,
  type Property,
  type Mood,
  type Parameter,
  type EventTemplate,
  type ActionTemplate,
  type TriggerTemplate,
  type Observation,
  type Utility,
  type Limits,
  type Pronoun,
  valuesOf,
  charactersOf,
  withoutOrigins,
} from "./problem.js"
export {
  type EventRef,
  type FluentRef,
  referenceTo,
  parseLabel,
  templateFor,
  isInstance,
  choicesFor,
  bindingOf,
  consentingTo,
  distinct,
  printReferences,
} from "./reference.js"
export {
  type Solution,
  type Step,
  type Plan,
  type Hope,
  type Case,
  type Fear,
  type Loss,
  type OtherCase,
  type Prospect,
  type Supposition,
  type Explanations,
  type Breach,
  type Verdict,
  type JudgedAct,
  caseOf,
  plannedIn,
  stepsOf,
} from "./solution.js"
export type { Outline, OutlineAct, NearAct, OutlineNote } from "./outline.js"
export {
  type Fabula,
  type Occurrence,
  type Holding,
  type Change,
  type How,
  type Cause,
  type Mistake,
  type Motive,
  type Standing,
  standingAt,
  standingAfter,
  reader,
} from "./fabula.js"
export type {
  Review,
  ReviewedAct,
  Unread,
  ActVerdict,
  Finding,
  Chance,
  Lack,
  Reading,
  Ignorance,
  NearMiss,
  Happening,
  Repair,
  Repairs,
  GapStop,
} from "./review.js"
export type { EndingAnswer, Opening, OpeningKind, Tried } from "./ending.js"
export type { Advice, Relaxation, Unmotivated } from "./advice.js"
export type { WhatIf, Side, Fate, PlotWhatIf, ActFate } from "./what-if.js"
export type { Scenario, Expectation, Evidence, Fulfilment, ScenarioOutcome } from "./scenario.js"
export type { Telling, Manner, Focalisation, Paragraph, Sentence, Claim, MarginNote } from "./telling.js"
export type { Choice, Ending, PlayEvent, PlayRecord, Steering, Turn } from "./play.js"
export type { SpaceEdge, SpaceFoot, SpaceHead, SpaceState, StorySpace } from "./story-space.js"
export type { ActReached, DeadEnd, EndingGroup, Survey, Unmet, Way } from "./survey.js"
export type { MeasuredStory, MeasureName, StoryCluster } from "./comparison.js"
export type { BranchChoice, Branching, Passage } from "./branching.js"
export type { Graph, GraphEdge, GraphNode } from "./graph.js"
export type { PersonCard } from "./card.js"
export { finished, PAUSE, Query, type Slices } from "./slices.js"
