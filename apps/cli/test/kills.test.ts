/**
 * Whatever happens while a file is written, the old text or the new one is there, whole: tried by killing the
 * writer at system calls, one after another, and on a disk that is full. `LONG=1` kills 200 times and fills
 * the disk 50 times.
 */
import { spawnSync } from "node:child_process"
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { market } from "./worlds.js"

const writer = fileURLToPath(new URL("./write-once.mjs", import.meta.url))
const isLong = process.env.LONG === "1"
const LENGTH = 200_000
const [old, fresh] = ["o".repeat(LENGTH), "n".repeat(LENGTH + 1)]

function write(path: string, before: readonly string[] = []) {
  const [program, ...words] = [...before, process.execPath, writer, path, "n", String(LENGTH + 1)]
  return spawnSync(program, words, { encoding: "utf8" })
}

const traced = "write,pwrite64,fsync,rename,unlink,fchmod,fchown,ftruncate,getdents64,access,readlink,openat"

/** A call is known by its name and by which of its thread's calls of that name it is. */
type Call = readonly [name: string, number: number]

function killedAt([name, number]: Call, path: string): boolean {
  const { signal, status } = write(path, [
    "strace",
    "-f",
    "-qq",
    "-o",
    "/dev/null",
    "-e",
    `trace=${name}`,
    "-e",
    `inject=${name}:signal=KILL:when=${number}`,
  ])
  return signal === "SIGKILL" || status === 137
}

/**
 * The calls of a whole write to this file of the folder, from when the writer first looks at the folder; none
 * if they cannot be watched here.
 */
function callsOfAWrite(folder: string, name: string): readonly Call[] {
  const log = join(makeFolder({}), "log")
  const { status } = write(join(folder, name), ["strace", "-f", "-qq", "-o", log, "-e", `trace=${traced}`])
  if (status !== 0) return []
  const lines = readFileSync(log, "utf8").split("\n")
  const begin = lines.findIndex((line) => line.includes(folder) && /(access|readlink|openat)\(/.test(line))
  const thread = lines[begin].split(/\s+/)[0]
  const counts = new Map<string, number>()
  return lines.flatMap((line, i): readonly Call[] => {
    const call = new RegExp(`^${thread}\\s+(\\w+)\\(`).exec(line)?.[1]
    if (call === undefined) return []
    counts.set(call, (counts.get(call) ?? 0) + 1)
    return i < begin ? [] : [[call, counts.get(call)!]]
  })
}

/** A plain file, a link to one, and a file with two names. */
const names = ["plain", "link", "other"] as const

function folderToWriteIn(): string {
  const folder = makeFolder({ plain: old, real: old, twin: old })
  symlinkSync("real", join(folder, "link"))
  linkSync(join(folder, "twin"), join(folder, "other"))
  return folder
}

const calls = names.map((name) =>
  process.platform === "linux" ? callsOfAWrite(folderToWriteIn(), name) : [],
)
const isWatched = calls.every((each) => each.length > 0)

describe.skipIf(!isWatched)(
  `a writer that is killed at a system call${isWatched ? "" : " (skipped: strace is missing, or may not watch here)"}`,
  () => {
    const kills = isLong ? 200 : 9

    it("leaves the old text or the new one, whole, and the next write clears what it left", () => {
      const folder = folderToWriteIn()
      const found = { old: 0, new: 0, killed: 0 }
      for (let i = 0; found.killed < kills && i < 2 * kills; i++) {
        const which = i % names.length
        const path = join(folder, names[which])
        const mine = calls[which]
        write(join(folder, "sweep"))
        writeFileSync(path, old)
        // From the last call to the first: those after the new text is in its place are few.
        const isKilled = killedAt(mine[Math.round((1 - (i % kills) / (kills - 1)) * (mine.length - 1))], path)
        if (isKilled) found.killed++
        const text = readFileSync(path, "utf8")
        // A file with two names is written over in place, and the new text stays beside it until that is
        // done.
        const kept = readdirSync(folder).filter((each) => each.endsWith(".new"))
        const isWhole =
          text === old ||
          text === fresh ||
          (names[which] === "other" &&
            kept.length === 1 &&
            readFileSync(join(folder, kept[0]), "utf8") === fresh)
        expect({ i, isWhole, isKilled: isKilled || text === fresh }).toEqual({
          i,
          isWhole: true,
          isKilled: true,
        })
        if (text === old) found.old++
        if (text === fresh) found.new++
        write(join(folder, "sweep"))
        expect(readdirSync(folder).filter((each) => each.endsWith(".new"))).toEqual(kept)
        for (const each of kept) rmSync(join(folder, each))
      }
      console.log(
        `killed ${found.killed} writes, at one of ${calls.map((each) => each.length).join(", ")} system calls each: the old text was there ${found.old} times, the new one ${found.new} times`,
      )
      expect(found.killed).toBe(kills)
      expect(found.old).toBeGreaterThan(0)
      expect(found.new).toBeGreaterThan(0)
      expect(write(join(folder, "plain")).status).toBe(0)
      expect(readdirSync(folder).sort()).toEqual(["link", "other", "plain", "real", "sweep", "twin"])
    })
  },
)

/** A disk of so many bytes; undefined: none can be made here. */
function smallDisk(bytes: number): string | undefined {
  const folder = makeFolder({})
  if (process.platform !== "linux") return undefined
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "none", folder]).status === 0
    ? folder
    : undefined
}

const disk = smallDisk(1_000_000)

describe.skipIf(disk === undefined)(
  `a disk that is full${disk === undefined ? " (skipped: a small disk can only be made by root on Linux)" : ""}`,
  () => {
    const folder = disk ?? ""
    const fills = isLong ? 50 : 6
    afterAll(() => void spawnSync("umount", [folder]))

    function fill(leaving: number) {
      rmSync(join(folder, "fill"), { force: true })
      const { stdout } = spawnSync("df", ["--output=avail", "-B1", folder], { encoding: "utf8" })
      const free = Number(stdout.trim().split("\n")[1])
      if (free > leaving) writeFileSync(join(folder, "fill"), "x".repeat(free - leaving))
    }

    it("leaves the old text or the new one, whole, and nothing beside it", () => {
      const found = { old: 0, new: 0 }
      for (let i = 0; i < fills; i++) {
        const name = i % 2 === 0 ? "plain" : "other"
        const path = join(folder, name)
        fill(Infinity)
        writeFileSync(path, old)
        if (name === "other" && !existsSync(join(folder, "twin"))) linkSync(path, join(folder, "twin"))
        fill(Math.floor((i / fills) * 1.5 * LENGTH))
        const { status, stderr } = write(path)
        const text = readFileSync(path, "utf8")
        expect({ i, isWhole: text === (status === 0 ? fresh : old), status, stderr }).toEqual({
          i,
          isWhole: true,
          status: status === 0 ? 0 : 2,
          stderr: status === 0 ? "" : `${path} could not be written: the disk is full.\n`,
        })
        found[status === 0 ? "new" : "old"]++
        expect(readdirSync(folder).filter((each) => each.startsWith(".dramaturg-"))).toEqual([])
      }
      console.log(
        `wrote ${fills} times to a disk with too little room or just enough: the old text was there ${found.old} times, the new one ${found.new} times`,
      )
      expect(found.old).toBeGreaterThan(0)
      expect(found.new).toBeGreaterThan(0)
    })

    it("is answered by every command with a sentence and 2, and results found line by line stay whole lines", () => {
      fill(Infinity)
      for (const each of readdirSync(folder)) rmSync(join(folder, each))
      const home = makeFolder({ "loose.drama": market.replaceAll("\n", "\n\n\n") })
      mkdirSync(join(folder, "sub"))
      const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
      const cordial = fileURLToPath(new URL("../../../stories/cordial/cordial.drama", import.meta.url))
      writeFileSync(join(folder, "loose.drama"), readFileSync(join(home, "loose.drama")))
      fill(0)
      const refused: readonly (readonly [string[], string])[] = [
        [["format", "loose.drama", "--write"], ""],
        [["tell", parcel, "-o", "story.txt"], ""],
        [["play", parcel, "--as", "Nell", "--save", "nell.json"], "1\n"],
        [["explore", parcel, "--out", "space.jsonl"], ""],
      ]
      for (const [words, input] of refused) {
        expect(dramaturg(words, { folder, input })).toEqual({
          code: 2,
          out: "",
          err: expect.stringMatching(/^dramaturg: \S+ could not be written: the disk is full\.\n$/) as string,
        })
      }
      expect(readFileSync(join(folder, "loose.drama"), "utf8")).toBe(
        readFileSync(join(home, "loose.drama"), "utf8"),
      )
      expect(readdirSync(folder).sort()).toEqual(["fill", "loose.drama", "sub"])
      for (const [words, name] of [
        [["--out", "space.jsonl"], "space.jsonl"],
        [["--jsonl", "-o", "lines.jsonl"], "lines.jsonl"],
      ] as const) {
        fill(16_384)
        const { code, err } = dramaturg(["explore", cordial, ...words], { folder })
        expect({ code, err }).toEqual({
          code: 2,
          err: `dramaturg: ${name} could not be written to its end: the disk is full. The lines written before are whole.\n`,
        })
        const text = readFileSync(join(folder, name), "utf8")
        expect(text.endsWith("\n")).toBe(true)
        expect(
          text
            .trim()
            .split("\n")
            .every((line) => typeof JSON.parse(line) === "object"),
        ).toBe(true)
        rmSync(join(folder, name))
      }
    })
  },
)
