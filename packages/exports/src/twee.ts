/**
 * Twee 3 (Twine): a passage for each choice, with its result and the next choices. It uses plain links alone,
 * which every story format understands; signs that any format could read as markup are written as entities.
 */
import type { BranchChoice, Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { ifidOf } from "./ifid.js"
import { flat } from "./words.js"

export const twee = exporter({
  name: "twee",
  extension: ".twee",
  from: "branching",
  label: "Twee, for Twine",
  about: "Twee 3 for Twine and Tweego: links that every story format reads, endings tagged",
  write: (branching) => {
    const { title, note, opening, passages } = branching
    const places = new Map(passages.map((each) => [each.number, each]))
    const data = {
      ifid: ifidOf(`${branching.world} ${branching.as}`),
      format: "Harlowe",
      "format-version": "3.3.9",
      start: "Start",
    }
    const start = passages[0]
    return (
      [
        block("StoryTitle", [], [titleWords(title)]),
        block("StoryData", [], [JSON.stringify(data, null, 2)]),
        block(
          "Start",
          tagsOf(start),
          [
            ...(note === null ? [] : [plain(`Content note: ${note}`)]),
            opening.map(plain).join(" "),
            ...linesAt(start),
          ],
          0,
        ),
        ...passages.flatMap((passage) =>
          passage.choices.map((choice, i) => {
            const to = places.get(choice.to)!
            return block(
              nameOf(passage, i),
              tagsOf(to),
              [choice.text.map(plain).join(" "), ...linesAt(to)],
              passage.number + 1 + i,
            )
          }),
        ),
      ].join("\n\n") + "\n"
    )
  },
})

/** Leading colons are removed from a title, since they would begin a passage. */
function titleWords(title: string): string {
  return flat(title).replace(/^(?:: ?)+/, "") || "Untitled"
}

function nameOf({ number }: Passage, choice: number): string {
  return `${number} choice ${choice + 1}`
}

function tagsOf({ ending, number }: Passage): readonly string[] {
  return ending === null ? [] : ["ending", `ending-${number}`, ending]
}

function linesAt(passage: Passage): readonly string[] {
  return [
    ...passage.text.map(plain),
    ...passage.choices.map((each: BranchChoice, i) => `[[${plain(each.words)}->${nameOf(passage, i)}]]`),
  ]
}

function block(name: string, tags: readonly string[], lines: readonly string[], place?: number): string {
  const where =
    place === undefined
      ? ""
      : ` {"position":"${100 + (place % 12) * 150},${100 + Math.floor(place / 12) * 150}"}`
  return [
    `:: ${name}${tags.length > 0 ? ` [${tags.join(" ")}]` : ""}${where}`,
    ...lines.filter((each) => each !== "").flatMap((each, i) => (i === 0 ? [each] : ["", each])),
  ].join("\n")
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** Text without markup in Harlowe, SugarCube, Snowman and Chapbook. */
function plain(text: string): string {
  return flat(text)
    .replace(/[&<>]/g, (each) => entities[each])
    .replace(/[[\]{}|\\`$^~*_@#=]/g, (each) => `&#${each.charCodeAt(0)};`)
    .replace(/([/'])(?=\1)/g, (each) => `&#${each.charCodeAt(0)};`)
    .replace(/\((?=[\p{L}\p{M}\p{N}_-]+:)/gu, "&#40;")
    .replace(/^(::|\+|-|\d+\.)/, (each) => `&#${each.charCodeAt(0)};${each.slice(1)}`)
}
