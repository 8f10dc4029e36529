/**
 * ink (inkle): one knot a passage, sticky choices (players may return to a passage), a tag at each ending.
 * Signs that ink would read as its own are escaped.
 */
import type { Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const ink = exporter({
  name: "ink",
  extension: ".ink",
  from: "branching",
  label: "ink, for Inky and Unity",
  about: "ink source: a knot for each place, every choice of the player, endings tagged",
  write: ({ title, world, as, note, opening, passages }) =>
    [
      `# title: ${tag(title)}`,
      `# world: ${tag(world)}`,
      `# played: ${tag(as)}`,
      ...(note === null ? [] : [`# content note: ${tag(note)}`]),
      "",
      ...(note === null ? [] : [line(`Content note: ${note}`)]),
      ...opening.map(line),
      `-> ${knot(passages[0].number)}`,
      "",
      ...passages.flatMap(knotLines),
    ].join("\n"),
})

function knot(number: number): string {
  return `place_${number}`
}

function knotLines({ number, ending, text, choices }: Passage): readonly string[] {
  const end = ending === null ? [] : [`${text.map(line).join(" ")} # ending: ${number} # ${ending}`, "-> END"]
  const ways = choices.flatMap((each) => [
    `+ [${line(each.words)}]`,
    ...each.text.map((one) => `  ${line(one)}`),
    `  -> ${knot(each.to)}`,
  ])
  return [`=== ${knot(number)} ===`, ...end, ...ways, ""]
}

/** A tag ends only at the end of its line, and ink reads no sign within it. */
function tag(text: string): string {
  return escaped(text)
}

/**
 * A line of plain text. ink warns of a `return` at its beginning even if escaped, but not if it is printed as
 * a value.
 */
function line(text: string): string {
  return escaped(text)
    .replace(/^([*+\-=(!])/, "\\$1")
    .replace(/^(TODO|VAR|CONST|LIST|INCLUDE|EXTERNAL)\b/, "\\$1")
    .replace(/^return\b/, '{"return"}')
}

/** ink removes comments before it reads escapes, so the escape stands between the two signs of a comment. */
function escaped(text: string): string {
  return flat(text)
    .replace(/[\\{}|#[\]~<>]/g, "\\$&")
    .replace(/-(?=\\>)/g, "\\-")
    .replace(/\/(?=[/*])/g, "/\\")
}
