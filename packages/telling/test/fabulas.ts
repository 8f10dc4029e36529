/** Small chronicles by hand, for what is told of them and held against them. */
import {
  type Change,
  type Fabula,
  type Holding,
  type Manner,
  type Motive,
  type Occurrence,
  parseLabel,
  type Sentence,
  type Telling,
} from "@dramaturg/model"
import { usualManner } from "../src/tell.js"

export function fabulaOf(
  characters: readonly string[],
  start: readonly Holding[],
  occurrences: readonly Partial<Occurrence>[],
): Fabula {
  return {
    format: "dramaturg-fabula",
    version: 1,
    world: "world",
    characters,
    depth: 2,
    start,
    occurrences: occurrences.map((each, i) => occurrenceOf(each, i + 1)),
  }
}

function occurrenceOf(given: Partial<Occurrence>, number: number): Occurrence {
  return {
    number,
    act: number,
    kind: "act",
    ...parseLabel(given.label ?? `act(${number})`),
    consenting: [],
    observers: [],
    surprised: [],
    motives: [],
    causes: [],
    changes: [],
    ...given,
  }
}

export function so(fluent: string, value: Holding["value"], believers: readonly string[] = []): Holding {
  return { believers, fluent: parseLabel(fluent), value }
}

export function becomes(
  fluent: string,
  before: Change["before"],
  after: Change["after"],
  believers: readonly string[] = [],
  how: Change["how"] = "effect",
): Change {
  return { believers, fluent: parseLabel(fluent), before, after, how }
}

export function means(character: string, acts: readonly string[], more: Partial<Motive> = {}): Motive {
  return {
    character,
    plan: acts.map((act) => ({ act, explanations: {} })),
    before: 0,
    hoped: 1,
    relies: [],
    mistakes: [],
    ...more,
  }
}

export function tellingOf(sentences: readonly Partial<Sentence>[], manner: Partial<Manner> = {}): Telling {
  const whole = sentences.map((each): Sentence => ({ text: "…", occurrences: [], claims: [], ...each }))
  return {
    format: "dramaturg-telling",
    version: 1,
    world: "world",
    manner: { ...usualManner, ...manner },
    paragraphs: [{ sentences: whole }],
    notes: [],
  }
}
