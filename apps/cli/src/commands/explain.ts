/** `dramaturg explain`: the page about a message, in the terminal. */
import { coloursFor, type Colours } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { near } from "../options.js"
import { print } from "../printing.js"
import { messageCodes, messagePage } from "../shipped.js"
import { wrapped } from "../story/wrapped.js"

/** How many near codes are offered. */
const mostNear = 5

export function explain(asked: string | undefined): ExitCode {
  const codes = messageCodes()
  const colours = coloursFor(process.stdout)
  if (asked === undefined) {
    print(listOf(codes, colours))
    return exit.done
  }
  const code = asked
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase()
  if (!codes.includes(code)) {
    const offered = [...new Set([...near(code, codes, mostNear), ...sharing(code, codes)])].slice(0, mostNear)
    const offer = offered.length === 0 ? "" : ` Near it: ${offered.join(", ")}.`
    throw new Refusal(`there is no message "${asked}".${offer} dramaturg explain lists them all.`)
  }
  print(pageText(messagePage(code), colours))
  return exit.done
}

/** Those that have some of its words, the ones with most of them first. */
function sharing(code: string, codes: readonly string[]): readonly string[] {
  const words = code.split(/[\s_-]+/).filter((each) => each.length > 3)
  const count = (each: string): number => each.split("-").filter((word) => words.includes(word)).length
  return codes.filter((each) => count(each) > 0).sort((a, b) => count(b) - count(a))
}

/** Every code with the sentence that its page begins with. */
function listOf(codes: readonly string[], colours: Colours): string {
  const width = Math.max(...codes.map((each) => each.length)) + 2
  return codes
    .map((code) => {
      const [, title = ""] = /\*\*(.*?)\*\*/.exec(messagePage(code)) ?? []
      const [first, ...rest] = wrapped(title, width)
      return [colours.bold(code.padEnd(width)) + first.slice(width), ...rest].join("\n")
    })
    .join("\n")
    .concat("\n")
}

/** The pages use headings, paragraphs, lists, tables and blocks of code, and nothing else. */
export function pageText(markdown: string, colours: Colours, columns?: number): string {
  return `${blocksOf(markdown)
    .map((each) => blockText(each, colours, columns).join("\n"))
    .join("\n\n")}\n`
}

/** What stands between empty lines, except for those within code. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[][] = [[]]
  let isCode = false
  for (const line of markdown.trim().split(/\r?\n/)) {
    if (line.startsWith("```")) isCode = !isCode
    if (line === "" && !isCode) blocks.push([])
    else blocks.at(-1)!.push(line)
  }
  return blocks.filter((each) => each.length > 0).map((each) => each.join("\n"))
}

function blockText(block: string, colours: Colours, columns: number | undefined): readonly string[] {
  const code = /^```\w*\n([^]*?)\n?```$/.exec(block)
  if (code) return code[1].split("\n").map((each) => (each === "" ? "" : `    ${each}`))
  const heading = /^#+ (.*)$/.exec(block)
  if (heading) return [colours.bold(heading[1])]
  if (/^[-|]/m.test(block)) return block.split("\n").map((each) => plain(each, colours))
  // Lines are broken where a terminal has them end, not where emphasis is painted.
  return wrapped(block.replace(/\s*\n\s*/g, " "), 0, columns).map((each) => plain(each, colours))
}

function plain(text: string, colours: Colours): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*(.*?)(?:\*\*|$)/g, (_, words: string) => colours.bold(words))
    .replace(/\*\*/g, "")
}
