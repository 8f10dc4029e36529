/**
 * ink (inkle): one knot a passage, sticky choices (one may come back to a place), a tag at each ending. Everything that ink would read as
 * its own is escaped.
 */
import type { Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const ink = exporter({
  name: "ink", extension: ".ink", from: "branching",
  label: "ink, for Inky and Unity",
  about: "ink source: a knot for each place, every choice of the player, endings tagged",
  write: ({ title, world, as, note, opening, passages }) => [
    `# title: ${tag(title)}`, `# world: ${tag(world)}`, `# played: ${tag(as)}`, ...(note === null ? [] : [`# content note: ${tag(note)}`]), "",
    ...(note === null ? [] : [line(`Content note: ${note}`)]), ...opening.map(line), `-> ${knot(passages[0].number)}`, "",
    ...passages.flatMap(knotLines),
  ].join("\n"),
})

function knot(number: number): string {
  return `place_${number}`
}

function knotLines({ number, ending, text, choices }: Passage): readonly string[] {
  const end = ending === null ? [] : [`${text.map(line).join(" ")} # ending: ${number} # ${ending}`, "-> END"]
  const ways = choices.flatMap((each) => [`+ [${line(each.words)}]`, ...each.text.map((one) => `  ${line(one)}`), `  -> ${knot(each.to)}`])
  return [`=== ${knot(number)} ===`, ...end, ...ways, ""]
}

/** In a tag nothing but the end of the line ends it, and nothing begins. */
function tag(text: string): string {
  return escaped(text)
}

/** A line of plain words, whatever is in them. A `return` at its beginning is warned of even where it is escaped, but not as a value. */
function line(text: string): string {
  return escaped(text).replace(/^([*+\-=(!])/, "\\$1").replace(/^(TODO|VAR|CONST|LIST|INCLUDE|EXTERNAL)\b/, "\\$1").replace(/^return\b/, '{"return"}')
}

/** Comments are taken out before escapes are read, so the escape has to stand between their two signs. */
function escaped(text: string): string {
  return flat(text).replace(/[\\{}|#[\]~<>]/g, "\\$&").replace(/-(?=\\>)/g, "\\-").replace(/\/(?=[/*])/g, "/\\")
}
