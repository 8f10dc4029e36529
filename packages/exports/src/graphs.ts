/** Graphs of a play's passages and choices, and of a story's occurrences and causes. */
import type { Branching, Fabula, Graph } from "@dramaturg/model"

/** A node for each passage, an edge for each choice. */
export function graphOfPlay({ title, passages }: Branching): Graph {
  const idOf = (number: number): string => `place_${number}`
  return {
    title,
    nodes: passages.map(({ number, ending, text }, i) => ({
      id: idOf(number),
      kind: ending ?? (i === 0 ? "start" : "passage"),
      label: ending === null ? (i === 0 ? "The beginning" : String(number)) : `${number}: ${text.join(" ")}`,
    })),
    edges: passages.flatMap(({ number, choices }) =>
      choices.map(({ words, to }, i) => ({
        id: `choice_${number}_${i + 1}`,
        from: idOf(number),
        to: idOf(to),
        label: words,
      })),
    ),
  }
}

/** A node for each occurrence, an edge from each occurrence to those that needed its effects. */
export function graphOfStory(title: string, { occurrences }: Fabula): Graph {
  const idOf = (number: number): string => `event_${number}`
  return {
    title,
    nodes: occurrences.map(({ number, act, kind, label }) => ({
      id: idOf(number),
      kind: kind === "act" ? "act" : "rule",
      label: kind === "act" ? `${act}. ${label}` : label,
    })),
    edges: occurrences.flatMap(({ number, causes }) => {
      const froms = [...new Set(causes.map((each) => each.since))].filter((each) => each > 0)
      return froms.map((from) => ({
        id: `cause_${from}_${number}`,
        from: idOf(from),
        to: idOf(number),
        label: [
          ...new Set(causes.filter((each) => each.since === from).map((each) => each.fluent.label)),
        ].join(", "),
      }))
    }),
  }
}
