/**
 * ink (inkle): one knot a passage, sticky choices (one may come back to a place), a tag at each ending. Everything that ink would read as
 * its own is escaped.
 */
import type { Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"

export const ink = exporter({
  name: "ink", extension: ".ink", from: "branching",
  about: "ink source: a knot for each place, every choice of the player, endings tagged",
  write: ({ title, world, as, note, opening, passages }) => [
    `# title: ${tag(title)}`, `# world: ${tag(world)}`, `# played: ${tag(as)}`, ...(note === null ? [] : [`# content note: ${tag(note)}`]), "",
    ...opening.map(line), `-> ${knot(passages[0].number)}`, "",
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

/** In a tag nothing but the end of the line ends it. */
function tag(text: string): string {
  return line(text)
}

/** A line of plain words, whatever is in them. */
function line(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim()
  const escaped = flat.replace(/[\\{}|#[\]~<>]/g, "\\$&").replace(/-(?=\\>)/g, "\\-").replace(/\/(?=[/*])/g, "\\/")
  return escaped.replace(/^([*+\-=(!])/, "\\$1").replace(/^(TODO|VAR|CONST|LIST|INCLUDE|EXTERNAL)\b/, "\\$1")
}
