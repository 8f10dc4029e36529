/** What is no world is refused in one line that says what to do, with exit 2 and no stack trace. */
import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFile } from "node:fs"
import { join } from "node:path"
import { heuristics, methods, optimisations } from "@dramaturg/engine"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder, start } from "./command.js"
import { market } from "./worlds.js"

const folder = makeFolder({
  "market.drama": market,
  "sabre.txt": market,
  "empty.drama": "",
  "blank.drama": " \n\n\t\n",
  "binary.drama": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
  "latin.drama": new Uint8Array([0x65, 0x6e, 0x74, 0xe9, 0x0a]),
  "huge.drama": "x".repeat(20_000_000),
})
mkdirSync(join(folder, "folder"))

const refused: [words: string[], line: string][] = [
  [
    ["tell", "nowhere.drama"],
    "dramaturg: nowhere.drama does not exist: check the name and the folder you are in.",
  ],
  [["tell", "folder"], "dramaturg: folder is a folder: name the world's file inside it."],
  [["tell", "empty.drama"], "dramaturg: empty.drama is empty: a world was expected."],
  [["tell", "blank.drama"], "dramaturg: blank.drama holds nothing but white space: a world was expected."],
  [["tell", "binary.drama"], "dramaturg: binary.drama is not a text file: a world is plain text in UTF-8."],
  [
    ["tell", "latin.drama"],
    "dramaturg: latin.drama is not plain text in UTF-8: open it in an editor and save it with that encoding.",
  ],
  [
    ["tell", "huge.drama"],
    "dramaturg: huge.drama is larger than 5 MB, which no world needs: is it the right file?",
  ],
  [
    ["tell", "market.drama", "--author-limit", "-1"],
    'dramaturg: --author-limit takes a whole number from 0 up, or none, not "-1".',
  ],
  [
    ["tell", "market.drama", "--author-limit", "banana"],
    'dramaturg: --author-limit takes a whole number from 0 up, or none, not "banana".',
  ],
  [
    ["tell", "market.drama", "--character-limit=-1"],
    'dramaturg: --character-limit takes a whole number from 0 up, or none, not "-1".',
  ],
  [
    ["tell", "market.drama", "--belief-limit", "1.5"],
    'dramaturg: --belief-limit takes a whole number from 0 up, or none, not "1.5".',
  ],
  [
    ["tell", "market.drama", "--timeout", "soon"],
    'dramaturg: --timeout takes seconds, such as 60 or 0.5, or none, not "soon".',
  ],
  [["tell", "market.drama", "--goal", "much"], 'dramaturg: --goal takes a number, not "much".'],
  [["tell", "market.drama", "--seed", "x"], 'dramaturg: --seed takes a whole number from 0 up, not "x".'],
  [
    ["tell", "market.drama", "--heuristic", "magic"],
    'dramaturg: --heuristic takes none, reach or hmax, not "magic".',
  ],
  [
    ["tell", "market.drama", "--method", "widning"],
    'dramaturg: --method takes widening, best-first or explanation-first, not "widning". Did you mean widening?',
  ],
  [
    ["tell", "market.drama", "--without", "memo,mvoes"],
    'dramaturg: --without takes memo, endings, moves, waking, sharing, patience, relevance, mending or merging, not "mvoes". Did you mean moves?',
  ],
  [
    ["tell", "market.drama", "--without", ""],
    'dramaturg: --without takes memo, endings, moves, waking, sharing, patience, relevance, mending or merging, not "".',
  ],
  [
    ["tell", "market.drama", "--threads", "9"],
    'dramaturg: --threads takes a whole number from 1 to 8, not "9".',
  ],
  [
    ["tell", "market.drama", "--threads", "0"],
    'dramaturg: --threads takes a whole number from 1 to 8, not "0".',
  ],
  [
    ["tell", "market.drama", "--threads", "two"],
    'dramaturg: --threads takes a whole number from 1 to 8, not "two".',
  ],
  [
    ["tell", "market.drama", "--jsonl"],
    "dramaturg: --jsonl prints one story a line as it is found: add --all or --improve.",
  ],
  [
    ["tell", "market.drama", "--all", "--jsonl", "--json"],
    "dramaturg: --jsonl and --json are two ways to print: choose one of them.",
  ],
  [
    ["tell", "market.drama", "--all", "--improve"],
    "dramaturg: --all lists every story and --improve looks for a shorter one: choose one of them.",
  ],
  [
    ["tell", "market.drama", "--all", "--threads", "2"],
    "dramaturg: --all lists the stories in one thread: leave --threads out.",
  ],
  [
    ["tell", "market.drama", "--all", "--method", "best-first"],
    "dramaturg: --all lists every story, whatever the method: leave --method out.",
  ],
  [
    ["tell", "market.drama", "--all", "--format", "sabre"],
    "dramaturg: --all prints more stories than Sabre's form can hold: leave --format out, or use --json.",
  ],
  [
    ["tell", "market.drama", "--format", "pdf"],
    'dramaturg: --format takes text, prose, sabre or json, not "pdf".',
  ],
  [
    ["tell", "market.drama", "-o", "market.drama"],
    "dramaturg: -o market.drama would overwrite what is read: choose another name.",
  ],
  [
    ["tell", "market.drama", "-o", "no/such/folder"],
    "dramaturg: no/such/folder could not be written: its folder does not exist.",
  ],
  [
    ["tell", "market.drama", "-o", ""],
    "dramaturg: -o takes the name of a file, or - for stdout, not nothing.",
  ],
  [
    ["check", "market.drama", "--output="],
    "dramaturg: -o takes the name of a file, or - for stdout, not nothing.",
  ],
  [["tell", "market.drama", "-o", "folder"], "dramaturg: folder could not be written: it is a folder."],
  [["tell", ""], "dramaturg: the world has an empty name: name a file, or - for stdin."],
  [["check", "-", "-"], "dramaturg: stdin can be read only once: name - once."],
  [
    ["tell", "market.drama", "--memory", "1"],
    'dramaturg: --memory takes a whole number of MiB from 128 up, not "1".',
  ],
  [
    ["tell", "market.drama", "--seed", "9".repeat(50)],
    `dramaturg: --seed ${"9".repeat(40)}… is more than can be counted.`,
  ],
  [
    ["tell", "market.drama", "--goal", "9".repeat(400)],
    `dramaturg: --goal takes a number, not "${"9".repeat(40)}…".`,
  ],
  [
    ["tell", "\u001b[31mred\nface"],
    "dramaturg: \ufffd[31mred face does not exist: check the name and the folder you are in.",
  ],
  [["tell"], "dramaturg: missing required argument 'world'. See dramaturg --help."],
  [
    ["tell", "market.drama", "--jsno"],
    "dramaturg: unknown option '--jsno'. Did you mean --json? See dramaturg --help.",
  ],
  [["tlel", "market.drama"], "dramaturg: unknown command 'tlel'. Did you mean tell? See dramaturg --help."],
  [
    ["tell", "market.drama", "more.drama"],
    "dramaturg: too many arguments for 'tell'. Expected 1 argument but got 2. See dramaturg --help.",
  ],
  [
    ["check", "nowhere.drama"],
    "dramaturg: nowhere.drama does not exist: check the name and the folder you are in.",
  ],
  [
    ["verify", "market.drama", "folder"],
    "dramaturg: folder is a folder: name the solution's file inside it.",
  ],
  [["verify", "-", "-"], "dramaturg: only one of world and solution can come from stdin."],
  [
    ["format", "-", "--write"],
    "dramaturg: --write needs a file: the text from stdin is printed to stdout instead.",
  ],
  [
    ["format", "market.drama", "--write", "--check"],
    "dramaturg: --check only looks and --write changes: choose one of them.",
  ],
  [
    ["help", "me"],
    'dramaturg: there is no command "me": there are tell, check, verify, knows, why, why-not, whatif, test, explore, play, format, import, export, lsp, compile, tom, new, explain, serve, completion.',
  ],
  [
    ["format", "sabre.txt"],
    "dramaturg: sabre.txt is not in our language: dramaturg import makes a .drama file of it.",
  ],
  [
    ["export", "market.drama", "--to", "pddl"],
    'dramaturg: --to takes sabre, ink, twee, yarn, json, markdown, dot, mermaid, graphml, canvas, fountain, csv or cards, not "pddl".',
  ],
  [
    ["export", "market.drama"],
    "dramaturg: required option '--to <format>' not specified. See dramaturg --help.",
  ],
]

describe("input that cannot be used", () => {
  for (const [words, line] of refused) {
    it(`refuses ${words.join(" ")}`, () => {
      const { code, out, err } = dramaturg(words, { folder })
      expect({ code, out, err }).toEqual({ code: 2, out: "", err: line + "\n" })
    })
  }

  it("refuses an endless stdin at the same size as a file", () => {
    const { code, err } = dramaturg(["check", "-"], { folder, input: "x".repeat(6_000_000) })
    expect({ code, err }).toEqual({
      code: 2,
      err: "dramaturg: <stdin> is larger than 5 MB, which no world needs: is it the right file?\n",
    })
  })

  it("shows a world's mistakes and refuses to tell it", () => {
    const { code, out, err } = dramaturg(["tell", "-"], {
      input: "entity Tom : character;\nat(Tom) = Hoem;\n",
    })
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("<stdin>:2:1: error [unknown-property]")
    expect(err).toMatch(/dramaturg: <stdin> cannot be used: \d errors?.*, see above\.\n$/)
  })
})

describe("input that is unusual, but a world", () => {
  const nothing = (name: string) => ({ code: 0, out: `${name}: nothing wrong\n`, err: "" })
  const odd: Record<string, string> = {
    "bom.drama": "\ufeff" + market,
    "crlf.drama": market.replaceAll("\n", "\r\n"),
    "cr.drama": market.replaceAll("\n", "\r"),
    "no newline.drama": market.trimEnd(),
    "-dash.drama": market,
  }
  const home = makeFolder(odd)
  for (const name of Object.keys(odd)) {
    it(`reads ${name}`, () =>
      expect(dramaturg(["check", "--", name], { folder: home })).toEqual(nothing(name)))
  }

  it.skipIf(process.platform === "win32")(
    "reads from a named pipe, though its writer comes late",
    async () => {
      execFileSync("mkfifo", [join(home, "pipe")])
      const child = start(["check", "pipe"], home)
      let out = ""
      child.stdout.on("data", (piece) => (out += piece))
      setTimeout(() => writeFile(join(home, "pipe"), market, () => {}), 300)
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0)
      expect(out).toBe("pipe: nothing wrong\n")
    },
  )
})

describe("a message about a text that is anything", () => {
  it("stays short, and its control characters do not reach the terminal", () => {
    const { out } = dramaturg(["check", "-"], { input: `at(\u001b[31m${"x".repeat(1_000_000)}) = Home;\n` })
    expect(out.length).toBeLessThan(5_000)
    expect(out).not.toContain("\u001b")
  })
})

describe("help", () => {
  for (const words of [
    ["--help"],
    ["tell", "--help"],
    ["help", "verify"],
    ["check", "-h"],
    ["format", "-h"],
    ["import", "-h"],
    ["export", "-h"],
  ]) {
    it(`shows examples first for ${words.join(" ")}`, () => {
      const { code, out, err } = dramaturg(words)
      expect({ code, err }).toEqual({ code: 0, err: "" })
      expect(out).toMatch(/^Examples:\n {2}dramaturg /)
    })
  }

  it("answers no command at all with the help and exit 2", () => {
    const { code, out, err } = dramaturg([])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toMatch(/^Examples:/)
  })

  it("needs neither the language nor the engine to be loaded", () => {
    const loaded = loadedBy(new URL("../dist/main.js", import.meta.url))
    expect(loaded).toContain("commander")
    expect(loaded).not.toContain("@dramaturg/language")
    expect(loaded).not.toContain("@dramaturg/engine")
  })

  it("names every method, heuristic and idea that there is", () => {
    const { out } = dramaturg(["tell", "--help"])
    for (const name of Object.keys(optimisations)) expect(out).toContain(name)
    for (const [flag, all] of [
      ["--method", methods],
      ["--heuristic", heuristics],
    ] as const) {
      const { err } = dramaturg(["tell", "market.drama", flag, "nonsense"])
      for (const name of Object.keys(all)) expect(err).toContain(name)
    }
  })

  it("prints its version", () => {
    expect(dramaturg(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" })
  })
})

/** What a compiled file imports at once, directly or through others, as it is written there. */
function loadedBy(start: URL): string[] {
  const loaded = new Set<string>()
  const visit = (url: URL) => {
    for (const [, from] of readFileSync(url, "utf8").matchAll(/^(?:import|export)\b[^"]*?"([^"]+)";?$/gm)) {
      const next = new URL(from, url)
      if (!from.startsWith(".")) loaded.add(from)
      else if (!loaded.has(next.href)) {
        loaded.add(next.href)
        visit(next)
      }
    }
  }
  visit(start)
  return [...loaded]
}
