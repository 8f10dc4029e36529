/** Fountain, for screenwriters: a scene wherever the place changes, what is said as dialogue. */
import type { Occurrence } from "@dramaturg/model"
import { exporter } from "./exporter.js"

export const fountain = exporter({
  name: "fountain", extension: ".fountain", from: "story",
  about: "the story as a screenplay: a scene wherever the place changes, speech as dialogue",
  write: ({ title, telling, fabula, places }) => {
    const blocks: string[] = [`Title: ${flat(title)}`]
    let place: string | null | undefined
    for (const { text, occurrences } of telling.paragraphs.flatMap((each) => each.sentences)) {
      const number = occurrences[0]
      const here = number === undefined ? place : places[number - 1]
      if (here !== undefined && here !== null && here !== place) blocks.push(`.${flat(here).toUpperCase()}`)
      place = here ?? place
      blocks.push(...spoken(text, number === undefined ? undefined : fabula.occurrences[number - 1]))
    }
    // Where nothing can be said in prose, the acts stand for themselves.
    if (blocks.length === 1) blocks.push(...fabula.occurrences.filter((each) => each.kind === "act").map((each) => action(flat(each.label))))
    return `${blocks.join("\n\n")}\n`
  },
})

/** A sentence that is all in quotation marks is said by whoever does the act. */
function spoken(text: string, occurrence: Occurrence | undefined): readonly string[] {
  const said = /^“(.+)”$/s.exec(flat(text))
  const speaker = occurrence?.consenting[0]
  return said !== null && speaker !== undefined ? [`@${flat(speaker)}\n${said[1]}`] : [action(flat(text))]
}

/** What would be taken for a heading, a cue or a note is forced to be action. */
function action(text: string): string {
  const plain = text.replace(/\*/g, "\\*").replace(/_/g, "\\_").replace(/\[\[/g, "[ [").replace(/\/\*/g, "/ *")
  return /^[.@!>~=#]|^(int|ext|est|i\/e)\b|^[^\p{Ll}]+$/iu.test(plain) && !/^\p{Lu}[\p{Ll}’]/u.test(plain) ? `!${plain}` : plain
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
