/** Fountain, for screenwriters: a scene wherever the place changes, what is said as dialogue. */
import type { Occurrence } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const fountain = exporter({
  name: "fountain",
  extension: ".fountain",
  from: "story",
  label: "Fountain, for screenwriters",
  about: "the story as a screenplay: a scene wherever the place changes, speech as dialogue",
  write: ({ title, telling, fabula, places }) => {
    const blocks: string[] = [`Title: ${plain(title)}`]
    let place: string | null | undefined
    for (const { text, occurrences } of telling.paragraphs.flatMap((each) => each.sentences)) {
      const number = occurrences[0]
      const here = number === undefined ? place : places[number - 1]
      if (here !== undefined && here !== null && here !== place) blocks.push(`.${flat(here).toUpperCase()}`)
      place = here ?? place
      blocks.push(...spoken(flat(text), number === undefined ? undefined : fabula.occurrences[number - 1]))
    }
    // Without prose, the acts' labels are the action.
    if (blocks.length === 1)
      blocks.push(
        ...fabula.occurrences.filter((each) => each.kind === "act").map((each) => action(flat(each.label))),
      )
    return `${blocks.join("\n\n")}\n`
  },
})

/**
 * Speech in quotation marks at the end of a sentence becomes dialogue of the act's first consenting
 * character.
 */
function spoken(text: string, occurrence: Occurrence | undefined): readonly string[] {
  const [, before, said] = /^([^“]*)“([^”]+)”$/.exec(text) ?? []
  const speaker = occurrence?.consenting[0]
  // Fountain cannot escape the signs that begin a parenthetical or a lyric; such speech stays in the action.
  if (said === undefined || speaker === undefined || /^\s*[(~]/.test(said)) return [action(text)]
  return [...(before === "" ? [] : [action(before.trim())]), `@${plain(speaker)}\n${plain(said)}`]
}

/** Forces lines to be action that Fountain would read as a heading, a cue, a transition or a lyric. */
function action(text: string): string {
  const isForced = /^[.@!>~=#(]/.test(text) || /^(?:int|ext|est|i\/e)\b/i.test(text) || !/\p{Ll}/u.test(text)
  return `${isForced ? "!" : ""}${plain(text)}`
}

/** Escapes the signs of emphasis and notes. */
function plain(text: string): string {
  return flat(text)
    .replace(/[*_]/g, "\\$&")
    .replace(/\[(?=\[)/g, "[ ")
}
