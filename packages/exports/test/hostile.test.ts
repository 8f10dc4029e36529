/** Words that every format would take for its own come back from a reader of it as they were. */
import { exporters } from "@dramaturg/exports"
import { DOMParser } from "@xmldom/xmldom"
import { instance } from "@viz-js/viz"
import { parseTwee, StoryFormat, compileTwine2HTML } from "extwee"
import { Fountain } from "fountain-js"
import { Compiler, CompilerOptions, type Story } from "inkjs/full"
import { readFileSync } from "node:fs"
import papaparse from "papaparse"
import { chromium } from "playwright-core"
import { describe, expect, test } from "vitest"
import YarnBound from "yarn-bound"
import { foundBrowser } from "../../../apps/studio/browser.mjs"

const hostile = [
  "plain words.",
  "\"quoted\" 'single' `code`",
  "[[x->y]]",
  "a -> b",
  "-> END",
  "->-> tunnel",
  "<- thread",
  "<> glue <>",
  "{x} {{user}}",
  "a // b",
  "// c",
  "http://x.y/*z*/",
  "/* d */",
  "///",
  "# tag",
  "a # b",
  "#line:abc",
  "\\",
  "a\\b",
  "end\\",
  "\\[x\\]",
  "~ x = 1",
  "=== knot ===",
  "= stitch",
  "- gather",
  "* star",
  "+ plus",
  "(label) text",
  "! bang",
  "TODO: do",
  "VAR x = 1",
  "INCLUDE me",
  "return 1",
  "else: x",
  "a|b|c",
  "<<stop>>",
  "<<if $a>>",
  "$money",
  "Anna: hello",
  "Anna went: home",
  "---",
  "===",
  ":: Passage",
  "ünïcødé 漢字 🎭",
  "\u202ertl",
  "&amp; & &#91;",
  "<b>bold</b>",
  "__u__ _i_ **b** *i*",
  "''b'' //i//",
  "(set: $a to 1)",
  "1. one",
  "> quote",
  ".heading",
  "@cue",
  "INT. HOUSE",
  "Int. House",
  "SHE LEFT",
  "(paren)",
  "a\nb",
  "a\r\n\r\nb",
  "tab\there",
  "%%",
  "null\u0001char",
  "=><=",
  "\u00a0nbsp\u00a0",
  '"',
  "'",
  "=SUM(A1)",
  '@x,y;"z"',
  "“quoted”",
  "He said “so”",
  "{",
  "}",
  "|",
  "<",
  ">",
  "#",
  "-",
  "",
].filter((each) => each !== "")
const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim()
const written = (name: string, source: unknown): string =>
  exporters.find((each) => each.name === name)!.write(source as never)

function playOf(text: string) {
  return {
    format: "dramaturg-branching",
    version: 1,
    world: "w",
    title: text,
    as: "A",
    note: text,
    opening: [text],
    passages: [
      {
        number: 0,
        ending: null,
        text: [],
        choices: [
          { words: text, act: "a", text: [text, text], to: 1 },
          { words: "Other.", act: null, text: ["Other."], to: 1 },
        ],
      },
      { number: 1, ending: "goal", text: [text], choices: [] },
    ],
  }
}

function playOfAll() {
  const choices = hostile.map((text, i) => ({ words: text, act: "a", text: [text, text], to: i + 1 }))
  return {
    ...playOf("All"),
    passages: [
      { number: 0, ending: null, text: [], choices },
      ...hostile.map((text, i) => ({ number: i + 1, ending: "goal", text: [text], choices: [] })),
    ],
  }
}

function graphOf(text: string) {
  return {
    title: text,
    nodes: [
      { id: "one", label: text, kind: "act" },
      { id: "two", label: "two", kind: "rest" },
    ],
    edges: [{ id: "edge", from: "one", to: "two", label: text }],
  }
}

function storyOf(text: string) {
  return {
    title: text,
    places: ["Hall"],
    fabula: {
      occurrences: [
        {
          number: 1,
          act: 1,
          kind: "act",
          label: text,
          consenting: ["Anna"],
          observers: [text],
          surprised: [],
          causes: [],
          motives: [],
        },
      ],
    },
    telling: {
      paragraphs: [
        {
          sentences: [
            { text, occurrences: [1] },
            { text: `Anna spoke. “${text}”`, occurrences: [1] },
          ],
        },
      ],
    },
  }
}

describe.each(hostile)("%j", (text) => {
  const words = flat(text)

  test("in ink", () => {
    const complaints: string[] = []
    const ink = new Compiler(
      written("ink", playOf(text)),
      new CompilerOptions(null, [], false, (each) => complaints.push(each)),
    ).Compile() as Story
    const read: string[] = []
    const go = (): void =>
      void (() => {
        while (ink.canContinue) read.push(flat(ink.Continue()!))
      })()
    go()
    expect(ink.globalTags).toContain(`title: ${words}`)
    expect(ink.currentChoices.map((each) => each.text)).toEqual([words, "Other."])
    ink.ChooseChoiceIndex(0)
    go()
    expect(read).toEqual([`Content note: ${words}`, words, words, words, words])
    expect(ink.currentTags).toEqual(["ending: 1", "goal"])
    expect(complaints).toEqual([])
  })

  test("in Twee, as a title", () => {
    const twee = parseTwee(written("twee", playOf(text)))
    expect(twee.name).toBe(words.replace(/^:: /, ""))
    expect((twee.passages as { name: string }[]).map((each) => each.name)).toEqual([
      "Start",
      "0 choice 1",
      "0 choice 2",
    ])
  })

  test("in Yarn, with signs that look alike", () => {
    const read: string[] = []
    const runner = new YarnBound({ dialogue: written("yarn", playOf(text)), startAt: "Start" }) as {
      currentResult: { text?: string; options?: { text: string }[]; isDialogueEnd?: boolean }
      advance(choice?: number): void
    }
    for (;;) {
      const { text: line, options, isDialogueEnd } = runner.currentResult
      read.push(alike(options ? options[0].text : line!))
      if (isDialogueEnd) break
      runner.advance(options ? 0 : undefined)
    }
    // What stands before options is read once more with them, by this reader.
    expect(new Set(read)).toEqual(new Set([alike(`Content note: ${words}`), alike(words)]))
  })

  test("in GraphML, a canvas and CSV", () => {
    const xml = new DOMParser().parseFromString(written("graphml", graphOf(text)), "text/xml")
    expect([...xml.getElementsByTagName("data")].map((each) => each.textContent)).toEqual([
      words,
      "act",
      "two",
      "rest",
      words,
    ])
    expect(xml.getElementsByTagName("desc").item(0)!.textContent).toBe(words)
    expect(JSON.parse(written("canvas", graphOf(text))).edges[0].label).toBe(text)
    const { data, errors } = papaparse.parse<string[]>(written("csv", storyOf(text)).trimEnd())
    expect(errors).toEqual([])
    expect(data[1][3].replace(/^'(?=[=+\-@\t\r])/, "")).toBe(text)
  })

  test("in Fountain", () => {
    const { tokens } = new Fountain().parse(written("fountain", storyOf(text)), true)
    const kinds = tokens
      .map((each) => each.type)
      .filter((each) => each !== "dialogue_begin" && each !== "dialogue_end")
    // Speech that begins like a remark or a song stays in its sentence, and so does what has quotation marks
    // of its own.
    const spoken = /^[(~]/.test(words) ? ["action"] : ["action", "character", "dialogue"]
    if (/[“”]/.test(text)) expect(kinds.slice(0, 2)).toEqual(["title", "scene_heading"])
    else expect(kinds).toEqual(["title", "scene_heading", "action", ...spoken])
    const shown = tokens.map((each) => (each.text ?? "").replace(/\\([*_])/g, "$1").replaceAll("[ [", "[["))
    if (!/[“”]/.test(text))
      expect(shown.filter((each) => each === words)).toHaveLength(spoken.length === 1 ? 2 : 3)
  })
})

test("hostile words in DOT are drawn as they are", async () => {
  const viz = await instance()
  for (const text of hostile) {
    const svg = new DOMParser().parseFromString(
      viz.renderString(written("dot", graphOf(text)), { format: "svg" }),
      "text/xml",
    )
    const drawn = [...svg.getElementsByTagName("text")].map((each) => flat(each.textContent ?? ""))
    expect(
      drawn.filter((each) => each === flat(text)),
      text,
    ).toHaveLength(3)
  }
})

const executablePath = foundBrowser()

const shown = `hostile words in Twee are shown in a browser as they are${executablePath === undefined ? " (skipped: no Chromium or Chrome was found on this machine)" : ""}`
test.skipIf(executablePath === undefined)(shown, async () => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const page = await browser.newPage()
    await page.goto(
      `data:text/html;charset=utf-8,${encodeURIComponent(compiled(written("twee", playOfAll())))}`,
    )
    const links = await page.locator("#page a").allInnerTexts()
    expect(links.map(flat)).toEqual(hostile.map(flat))
    for (const [i, text] of hostile.entries()) {
      const shown = await page.evaluate(
        (name) => {
          ;(globalThis as unknown as { show: (name: string) => void }).show(name)
          return document.getElementById("page")!.innerText
        },
        `0 choice ${i + 1}`,
      )
      expect(flat(shown), text).toBe([text, text, text].map(flat).join(" "))
    }
  } finally {
    await browser.close()
  }
})

/** A format is used up by what is compiled with it. */
function compiled(twee: string): string {
  const format = new StoryFormat()
  format.name = "Plain"
  format.version = "1.0.0"
  format.source = readFileSync(new URL("plain-format.html", import.meta.url), "utf8")
  return compileTwine2HTML(parseTwee(twee), format)
}

/** Yarn's own signs, and those that stand for them. */
function alike(text: string): string {
  const looks: Readonly<Record<string, string>> = {
    "‹": "<",
    "›": ">",
    "❴": "{",
    "❵": "}",
    "❲": "[",
    "❳": "]",
    "＃": "#",
    "＼": "\\",
    "⁄": "/",
    "＄": "$",
    "꞉": ":",
    "‑": "-",
  }
  return flat(text.replace(/[‹›❴❵❲❳＃＼⁄＄꞉‑]/g, (each) => looks[each])).replace(/^[-=]/, "-")
}
