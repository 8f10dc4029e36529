/** The commands beside the questions: `new`, `explain`, `completion`; folders and patterns; the man page. */
import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { table } from "../dist/main.js"
import { manualOf } from "../dist/man-page.js"
import { dramaturg, launcher, makeFolder } from "./command.js"
import { isThere } from "./shells.js"

const gallery = [
  "parcel",
  "cordial",
  "dragon",
  "fern",
  "heist",
  "lair",
  "lilies",
  "mare",
  "skerry",
  "sleeper",
  "wolf",
]

describe("new", () => {
  it("writes a world that passes check and test and tells a story", () => {
    const folder = makeFolder({})
    const { code, out, err } = dramaturg(["new", "mine"], { folder })
    expect([code, err]).toEqual([0, ""])
    expect(out).toContain("Written: mine/mine.drama\nThe parcel: a small lie, kindly meant.\n")
    expect(dramaturg(["check", "mine"], { folder })).toMatchObject({
      code: 0,
      out: "mine/mine.drama: nothing wrong\n",
    })
    expect(dramaturg(["test", "mine"], { folder }).code).toBe(0)
    expect(dramaturg(["tell", "mine/mine.drama"], { folder }).out).toMatch(/^mine: a story in 4 acts\n/)
  })

  it("begins from any world of the gallery, with its parts, under a name of one's own", () => {
    const folder = makeFolder({})
    for (const each of gallery)
      expect(dramaturg(["new", `a tale of ${each}`, "--template", each], { folder }).code).toBe(0)
    expect(readdirSync(join(folder, "a tale of cordial"))).toEqual([
      "a tale of cordial.drama",
      "premises.drama",
    ])
    const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
    const worlds = written.filter((each) => each.endsWith(".drama"))
    const { code, out } = dramaturg(["check", "."], { folder })
    expect([code, out.match(/: nothing wrong\n/g)?.length]).toEqual([0, worlds.length])
    expect(dramaturg(["test", "a tale of wolf"], { folder }).out).toMatch(/^3 passed, 0 failed\.$/m)
  })

  it("lists its templates, with what one may want to know before", () => {
    const { out } = dramaturg(["new", "--list"])
    expect([...out.matchAll(/^(\w+) {2}/gm)].map((each) => each[1])).toEqual(gallery)
    expect(out).toContain("Content note: captivity, blood, a wish to die. Told as a rescue.")
    expect(dramaturg(["new", "x", "--template", "hiest"]).err).toContain("Did you mean heist?")
  })

  it("writes over nothing", () => {
    const folder = makeFolder({ "mine.drama": "mine", here: "a file" })
    mkdirSync(join(folder, "there"))
    for (const [name, sentence] of [
      ["mine.drama", "mine.drama is there already, and is not written over: take another name."],
      ["here", "here is there already, and nothing is written into it: take another name."],
      ["there", "there is there already, and nothing is written into it: take another name."],
      ["here/x.drama", "here/x.drama could not be written"],
    ])
      expect(dramaturg(["new", name], { folder })).toMatchObject({
        code: 2,
        err: expect.stringContaining(`dramaturg: ${sentence}`),
      })
    expect(readFileSync(join(folder, "mine.drama"), "utf8")).toBe("mine")
    expect(readdirSync(join(folder, "there"))).toEqual([])
  })

  it.each(["", ".", "..", "a*b", "-x", "what?", "a:b"])("refuses %j as a name", (name) => {
    expect(dramaturg(["new", "--", name])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is no name for a world/),
    })
  })

  it("says what is missing where it cannot ask", () => {
    expect(dramaturg(["new"]).err).toMatch(
      /^dramaturg: say what the world is to be called: dramaturg new NAME/,
    )
  })

  it.skipIf(!isThere("script"))("asks on a terminal (skipped: no program script)", () => {
    const folder = makeFolder({})
    const words = [process.execPath, launcher, "new"].map((each) => `'${each}'`).join(" ")
    const { stdout } = spawnSync("script", ["-qec", words, "/dev/null"], {
      cwd: folder,
      input: "nonsense\nWolf\nour play\n",
      encoding: "utf8",
    })
    expect(stdout).toContain("Which one would you like to begin from? [parcel]")
    expect(stdout).toContain('There is none called "nonsense".')
    expect(stdout).toContain("What is your world called? [wolf]")
    expect(readdirSync(join(folder, "our play"))).toEqual(["our play.drama"])
  })
})

describe("explain", () => {
  const pages = readdirSync(new URL("../../../docs/messages", import.meta.url))

  it("shows the page of every message", () => {
    for (const each of pages) {
      const { code, out } = dramaturg(["explain", each.replace(".md", "")])
      expect(code).toBe(0)
      expect(out.split("\n")[0]).toBe(each.replace(".md", ""))
      expect(out).not.toMatch(/\*\*|^#|^```|\]\(/m)
    }
  })

  it("wraps what is said, and leaves code as it is", () => {
    const { out } = dramaturg(["explain", "[Undeclared-Type]"])
    expect(out).toContain("\n\nWrong\n\n    type place;\n    entity Tom : character;\n")
    expect(Math.max(...out.split("\n").map((each) => each.length))).toBeLessThanOrEqual(100)
  })

  it("offers codes that are near", () => {
    expect(dramaturg(["explain", "undeclared-tipe"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^dramaturg: there is no message "undeclared-tipe"\. Near it: undeclared-type/,
      ),
    })
    expect(dramaturg(["explain", "type-unknown"]).err).toContain("Near it: unknown-type, ")
    expect(dramaturg(["explain", "zzz"]).err).toBe(
      'dramaturg: there is no message "zzz". dramaturg explain lists them all.\n',
    )
  })

  it("lists them all", () => {
    const { out } = dramaturg(["explain"])
    expect(out.match(/^[a-z]/gm)).toHaveLength(pages.length)
  })
})

describe("completion", () => {
  const folder = makeFolder({})
  for (const each of ["bash", "zsh", "fish"])
    writeFileSync(join(folder, each), dramaturg(["completion", each]).out)
  const lines: readonly [readonly string[], readonly string[]][] = [
    [["te"], ["tell", "test"]],
    [["tell", "--meth"], ["--method"]],
    [
      ["tell", "--method", ""],
      ["best-first", "explanation-first", "widening"],
    ],
    [["export", "--to", "in"], ["ink"]],
    [["explain", "undecl"], ["undeclared-type"]],
    [
      ["completion", ""],
      ["bash", "fish", "zsh"],
    ],
    [["serve", "--st"], ["--stdio"]],
  ]

  it.skipIf(!isThere("bash")).each(lines)("of %j in bash (skipped: no bash)", (words, expected) => {
    const line = ["dramaturg", ...words].map((each) => `'${each}'`).join(" ")
    const script = `source ./bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _dramaturg; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], { cwd: folder, encoding: "utf8" })
    expect(stderr).toBe("")
    expect(stdout.trim().split("\n").sort()).toEqual(expected)
  })

  it.skipIf(!isThere("bash"))("leaves files to bash (skipped: no bash)", () => {
    const script = `source ./bash; complete -p dramaturg; COMP_WORDS=(dramaturg check x); COMP_CWORD=2; _dramaturg; echo "\${#COMPREPLY[@]}"`
    const { stdout } = spawnSync("bash", ["--norc", "-c", script], { cwd: folder, encoding: "utf8" })
    expect(stdout).toBe("complete -o default -F _dramaturg dramaturg\n0\n")
  })

  it.skipIf(!isThere("zsh"))("is a script of zsh (skipped: no zsh)", () => {
    const script = "autoload -Uz compinit; compinit -u -D; source ./zsh; print -r -- ${_comps[dramaturg]}"
    const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", script], { cwd: folder, encoding: "utf8" })
    expect([stdout, stderr]).toEqual(["_dramaturg\n", ""])
  })

  it.skipIf(!isThere("fish")).each(lines)("of %j in fish (skipped: no fish)", (words, expected) => {
    const script = `source ./fish; complete -C '${["dramaturg", ...words].join(" ")}'`
    const { stdout } = spawnSync("fish", ["--no-config", "-c", script], { cwd: folder, encoding: "utf8" })
    expect(
      stdout
        .trim()
        .split("\n")
        .map((each) => each.split("\t")[0])
        .sort(),
    ).toEqual(expected)
  })

  it("knows every command and every flag", () => {
    const script = dramaturg(["completion", "bash"]).out
    for (const command of table(() => {}).commands) {
      const [, flags] = new RegExp(`^ +${command.name()}\\) flags='(.*)' ;;$`, "m").exec(script)!
      expect(flags.split(" ")).toEqual([...command.options.map((each) => each.long), "--help"])
    }
  })

  it("says which shells it knows", () => {
    expect(dramaturg(["completion", "tcsh"]).err).toBe(
      'dramaturg: completion takes bash, zsh or fish, not "tcsh". Did you mean bash?\n',
    )
  })
})

describe("folders and patterns", () => {
  const world = readFileSync(new URL("../../../stories/parcel/parcel.drama", import.meta.url), "utf8")
  const folder = makeFolder({
    "z.drama": world,
    "a.drama": world,
    "other.txt": "no world",
    "odd[1].drama": world,
  })
  for (const each of ["sub", "sub/deep", "_apart", ".hidden", "node_modules", "empty"]) {
    mkdirSync(join(folder, each))
    if (each !== "empty") writeFileSync(join(folder, each, "w.drama"), world)
  }
  const checked = (...names: readonly string[]): readonly string[] => {
    const { out, err } = dramaturg(["check", ...names], { folder })
    return [...out.matchAll(/^(.*): nothing wrong$/gm)].map((each) => each[1]).concat(err === "" ? [] : [err])
  }

  it("a folder stands for the worlds in it, without what is set apart", () => {
    expect(checked(".")).toEqual(["a.drama", "odd[1].drama", "sub/deep/w.drama", "sub/w.drama", "z.drama"])
    expect(checked("sub/", "sub")).toEqual(["sub/deep/w.drama", "sub/w.drama"])
    expect(checked("./_apart")).toEqual(["./_apart/w.drama"])
  })

  it("a pattern stands for the files that it fits, each once", () => {
    expect(checked("*.drama")).toEqual(["a.drama", "odd[1].drama", "z.drama"])
    expect(checked("sub/**/*.drama", "z.drama", "sub/*.drama")).toEqual([
      "sub/deep/w.drama",
      "sub/w.drama",
      "z.drama",
    ])
    expect(checked("{a,z}.drama")).toEqual(["a.drama", "z.drama"])
    expect(checked("odd[1].drama")).toEqual(["odd[1].drama"])
  })

  it("says where there is nothing", () => {
    expect(checked("empty")).toEqual(["dramaturg: there is no .drama file in the folder empty.\n"])
    expect(checked("*.dramma")).toEqual(["dramaturg: no file is named like *.dramma.\n"])
    expect(dramaturg(["check", "none.drama"], { folder }).err).toContain("none.drama does not exist")
  })

  it("test and format take them, too", () => {
    expect(dramaturg(["test", "sub"], { folder }).out.match(/^sub\//gm)).toHaveLength(2)
    expect(dramaturg(["format", "sub", "--check"], { folder })).toMatchObject({
      code: 0,
      err: "sub/deep/w.drama: is formatted\nsub/w.drama: is formatted\n",
    })
    writeFileSync(join(folder, "sub", "w.drama"), world.replace("type place", "type   place"))
    expect(dramaturg(["format", "sub", "--check"], { folder }).code).toBe(1)
    expect(dramaturg(["format", "sub", "--write"], { folder })).toMatchObject({ code: 0, out: "", err: "" })
    expect(readFileSync(join(folder, "sub", "w.drama"), "utf8")).toBe(world)
    expect(dramaturg(["format", "sub"], { folder }).err).toBe(
      "dramaturg: several worlds are formatted with --write or looked at with --check, and not printed.\n",
    )
  })
})

describe("the man page", () => {
  const program = table(() => {})
  const page = manualOf(program, "1.2.3")

  it("holds every command and flag", () => {
    for (const command of program.commands) {
      expect(page).toContain(`\n.SS ${command.name().replaceAll("-", "\\-")}\n`)
      for (const { flags } of command.options)
        expect(page).toContain(`\n.B "${flags.replaceAll("-", "\\-")}"\n`)
    }
  })

  it("is put together by the build", () => {
    const built = fileURLToPath(new URL("../man/dramaturg.1", import.meta.url))
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
    expect(readFileSync(built, "utf8")).toBe(manualOf(program, version))
  })

  it.skipIf(!isThere("groff"))("is what man reads, without a warning (skipped: no groff)", () => {
    const { stdout, stderr } = spawnSync("groff", ["-man", "-Tascii", "-ww", "-P-cbou"], {
      input: page,
      encoding: "utf8",
    })
    expect(stderr).toBe("")
    expect(stdout).toMatch(/--author-limit <count>/)
  })
})
