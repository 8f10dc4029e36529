/** A gamebook in Markdown: numbered sections and "turn to". */
import type { Branching, Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { markdownWords } from "./words.js"

export const markdown = exporter({
  name: "markdown",
  extension: ".md",
  from: "branching",
  label: "a gamebook in Markdown",
  about: "a gamebook: numbered sections, and where to turn",
  write: (branching) => {
    const { title, note, opening, passages } = branching
    const sections = sectionsOf(branching)
    return (
      [
        `# ${markdownWords(title)}`,
        ...(note === null ? [] : [`*Content note: ${markdownWords(note)}*`]),
        ...paragraph(opening),
        ...paragraph(passages[0].text),
        ...waysOf(sections, passages[0]),
        ...passages.flatMap((passage) =>
          passage.choices.flatMap((choice, i) => {
            const to = passages.find((each) => each.number === choice.to)!
            return [
              `## ${sections.get(keyOf(passage, i))}`,
              ...paragraph(choice.text),
              ...paragraph(to.text),
              ...waysOf(sections, to),
            ]
          }),
        ),
      ].join("\n\n") + "\n"
    )
  },
})

function keyOf({ number }: Passage, choice: number): string {
  return `${number} ${choice}`
}

function sectionsOf({ passages }: Branching): ReadonlyMap<string, number> {
  const keys = passages.flatMap((each) => each.choices.map((_, i) => keyOf(each, i)))
  return new Map(keys.map((each, i) => [each, i + 1]))
}

function waysOf(sections: ReadonlyMap<string, number>, passage: Passage): readonly string[] {
  const ways = passage.choices.map(
    (each, i) =>
      `- ${markdownWords(each.words)} [Turn to ${sections.get(keyOf(passage, i))}](#${sections.get(keyOf(passage, i))})`,
  )
  return ways.length === 0 ? [] : [ways.join("\n")]
}

function paragraph(sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [sentences.map(markdownWords).join(" ")]
}
