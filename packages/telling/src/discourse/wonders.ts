/** What people do not know, and hope, fear and doubt. */
import {
  asItIs,
  type Case,
  type FluentRef,
  type Motive,
  type Occurrence,
  parseLabel,
  type Value,
  standingAt,
} from "@dramaturg/model"
import type { Beat } from "./discourse.js"
import type { View } from "./select.js"

type Wonder = Beat & { readonly kind: "wonder" }

/**
 * What somebody does not know, and hopes or fears. Of two answers people hope for one; of more they only want
 * to know which it is. What they fear is told where it explains why they do not act at once.
 */
export function hopeBeats(
  view: View,
  { number: occurrence, arguments: values }: Occurrence,
  { character, supposing: supposed = [], fear }: Motive,
): readonly Beat[] {
  const fluents = wonderedAbout(view, occurrence, character, supposed)
  if (fluents.length === 0) return []
  tell(view, character, fluents)
  const knower = view.fabula.characters.find(
    (each) =>
      each !== character &&
      values.includes(each) &&
      fluents.every((fluent) => holds(view, occurrence, [character, each], fluent) === asItIs),
  )
  const answers = new Set(
    supposed.filter((each) => fluents.some(({ label }) => label === each.fluent)).map((each) => each.value),
  )
  const [hoped] = answers.size === 1 ? answers : [null]
  const alike =
    fluents.length === 1 && typeof hoped === "boolean" && knower === undefined && fear === undefined
      ? alikeLater(view, occurrence, character, { fluent: fluents[0], hoped })
      : []
  tell(
    view,
    character,
    alike.map((each) => each.fluent),
  )
  const feared = fear?.feared.filter((each) => fluents.some(({ label }) => label === each.fluent)) ?? []
  return [
    {
      kind: "wonder",
      occurrence,
      character,
      fluents,
      ...(knower === undefined ? {} : { knower }),
      ...(typeof hoped === "boolean" ? { hoped } : {}),
      ...(feared.length === 0 ? {} : { feared }),
      ...(alike.length === 0 ? {} : { alike }),
    },
  ]
}

/**
 * What is hoped in the same way of others in later acts, so that it can be told at once: the property is the
 * same, and one argument is another.
 */
function alikeLater(
  view: View,
  occurrence: number,
  character: string,
  { fluent, hoped }: { readonly fluent: FluentRef; readonly hoped: boolean },
): NonNullable<Wonder["alike"]> {
  const later = view.fabula.occurrences.flatMap(({ number, motives, arguments: values }) => {
    const motive = motives.find((each) => each.character === character)
    const [supposed, ...others] = motive?.supposing ?? []
    const isPlain =
      number > occurrence && others.length === 0 && supposed?.value === hoped && motive?.fear === undefined
    if (!isPlain) return []
    const knows = (each: string): boolean =>
      each !== character && holds(view, number, [character, each], fluent) === asItIs
    return wonderedAbout(view, occurrence, character, [supposed])
      .filter((each) => isLike(fluent, each) && !values.map(String).some(knows))
      .map((each) => ({ occurrence: number, fluent: each }))
  })
  return later.filter(
    (each, i) => later.findIndex(({ fluent: { label } }) => label === each.fluent.label) === i,
  )
}

function isLike(one: FluentRef, other: FluentRef): boolean {
  const differing = one.arguments.filter((each, i) => each !== other.arguments[i])
  return one.name === other.name && differing.length === 1
}

/**
 * Whom the focaliser takes not to know what they wonder about themselves: told right before the act by which
 * that changes, if they turn to that character later.
 */
export function doubtBeats(view: View, { number: occurrence, observers }: Occurrence): readonly Beat[] {
  const { eyes, fabula } = view
  if (eyes === undefined || !observers.includes(eyes)) return []
  for (const later of fabula.occurrences) {
    const supposed = later.motives.find((each) => each.character === eyes)?.supposing
    if (later.number <= occurrence || supposed === undefined) continue
    const fluents = wonderedAbout(view, occurrence, eyes, supposed)
    const doubted = fabula.characters.find(
      (each) =>
        each !== eyes &&
        later.arguments.includes(each) &&
        fluents.every(
          (fluent) =>
            holds(view, occurrence, [eyes, each], fluent) === null &&
            holds(view, occurrence + 1, [eyes, each], fluent) === asItIs,
        ),
    )
    if (fluents.length === 0 || doubted === undefined) continue
    tell(view, eyes, fluents)
    return [{ kind: "wonder", occurrence, character: eyes, fluents, doubted }]
  }
  return []
}

/** What of a case somebody does not know right before an occurrence, if it has not been told. */
function wonderedAbout(
  view: View,
  occurrence: number,
  character: string,
  supposed: Case,
): readonly FluentRef[] {
  return supposed
    .map((each) => parseLabel(each.fluent))
    .filter(
      (each) => !view.said.has(keyOf(character, each)) && holds(view, occurrence, [character], each) === null,
    )
}

function tell({ said }: View, character: string, fluents: readonly FluentRef[]): void {
  for (const each of fluents) said.add(keyOf(character, each))
}

function keyOf(character: string, { label }: FluentRef): string {
  return `${character} wonders ${label}`
}

/** Right before an occurrence. */
function holds(
  { fabula }: View,
  occurrence: number,
  believers: readonly string[],
  { label }: FluentRef,
): Value | undefined {
  return standingAt(fabula, occurrence - 1, believers, label)?.value
}
