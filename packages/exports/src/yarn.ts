/**
 * Yarn (Yarn Spinner 2): a node for each passage, shortcut options with their results, a jump, and a stable
 * id for each line.
 */
import type { Passage } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const yarn = exporter({
  name: "yarn",
  extension: ".yarn",
  from: "branching",
  label: "Yarn, for Yarn Spinner",
  about: "Yarn 2 for Yarn Spinner: a node for each place, options and jumps, line ids for translation",
  write: ({ note, opening, passages }) =>
    [
      node(
        "Start",
        ["position: 0,0"],
        [
          ...(note === null ? [] : [`${plain(`Content note: ${note}`)} #line:note`]),
          ...opening.map((each, i) => `${plain(each)} #line:start_${i}`),
          `<<jump ${place(passages[0].number)}>>`,
        ],
      ),
      ...passages.map((each) =>
        node(place(each.number), each.ending === null ? [] : [`tags: ending ${each.ending}`], linesOf(each)),
      ),
    ].join("\n") + "\n",
})

function place(number: number): string {
  return `Place${number}`
}

function node(title: string, headers: readonly string[], lines: readonly string[]): string {
  return [`title: ${title}`, ...headers, "---", ...lines, "==="].join("\n")
}

function linesOf({ number, ending, text, choices }: Passage): readonly string[] {
  if (ending !== null)
    return [...text.map((each, i) => `${plain(each)} #line:end_${number}_${i}`), "<<stop>>"]
  return choices.flatMap((each, i) => [
    `-> ${plain(each.words)} #line:choice_${number}_${i}`,
    ...each.text.map((one, k) => `    ${plain(one)} #line:told_${number}_${i}_${k}`),
    `    <<jump ${place(each.to)}>>`,
  ])
}

/**
 * Yarn has no escape that all its readers share, so signs that it would read as its own become
 * similar-looking ones. Colons too: Yarn reads the text before a colon anywhere in the line as the name of a
 * speaker.
 */
function plain(text: string): string {
  const looks: Readonly<Record<string, string>> = {
    "<": "‹",
    ">": "›",
    "{": "❴",
    "}": "❵",
    "[": "❲",
    "]": "❳",
    "#": "＃",
    "\\": "＼",
    "/": "⁄",
    $: "＄",
    ":": "꞉",
  }
  return flat(text)
    .replace(/[<>{}[\]#\\$:]/g, (each) => looks[each])
    .replace(/\/(?=\/)/g, looks["/"])
    .replace(/^(---|===|-›|->)/, (each) => `‑${each.slice(1)}`)
}
