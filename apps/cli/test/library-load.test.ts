/** Worlds from texts and from files, with the parts that they include. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { FileError, load, tell, WorldError } from "dramaturg"
import { describe, expect, it } from "vitest"
import { makeFolder } from "./command.js"
import { mistaken } from "./worlds.js"

const main = `include "parts/people.drama";
action walk(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; }
limits { author: 2; character: 2; belief: 1; }
`
const people = `include "../places.drama";
property at(who : character) : place;
entity Tom : character { at = Home; wants: at(Tom) == Market; }
utility(): at(Tom) == Market;
`
const places = "type place; entity Home, Market : place;\n"

const files: Readonly<Record<string, string>> = { "parts/people.drama": people, "places.drama": places }

describe("a text", () => {
  it("takes its parts from `include`, each once, in as many rounds as it takes", async () => {
    const asked: string[] = []
    const include = async (path: string) => {
      asked.push(path)
      return files[path]
    }
    const world = await load(main, { include })
    expect(asked).toEqual(["parts/people.drama", "places.drama"])
    expect((await tell(world)).status).toBe("solved")
  })

  it("has the library's parts without", async () => {
    const world = await load('include "@lib/waiting";\nentity Tom : character;')
    expect(world.characters).toEqual(["Tom"])
  })

  it("has no others", async () => {
    await expect(load(main)).rejects.toMatchObject({
      name: "WorldError",
      diagnostics: [{ code: "no-such-part", span: { file: "world.drama", line: 1 } }],
    })
  })

  it("with mistakes is refused with all of them, and the first in a line", async () => {
    const refused = await load(mistaken, { name: "my.drama" }).catch((error: unknown) => error)
    if (!(refused instanceof WorldError)) throw refused
    expect(refused.diagnostics.length).toBeGreaterThan(1)
    expect(refused.message).toMatch(/^my\.drama:\d+:\d+: .*And \d+ more errors?\.$/)
  })

  it("may be in Sabre's language", async () => {
    const text =
      "entity Tom : character;\nproperty fed() : boolean;\naction eat() { effect: fed() = True; };\nutility(): if(fed()) 1 else 0;\n"
    for (const options of [{ language: "sabre" as const }, { name: "tom.txt" }])
      expect((await tell(await load(text, options))).status).toBe("solved")
  })

  it("with an `include` that gives something else is refused", async () => {
    const include = (() => 3) as unknown as () => string
    await expect(load(main, { include })).rejects.toThrow(
      "include() returns the text of a part, or undefined, not 3",
    )
  })
})

describe("a file", () => {
  const folder = makeFolder({
    "places.drama": places,
    "world.drama": main,
    "notes.txt": "entity Tom : character;",
  })
  mkdirSync(join(folder, "parts"))
  writeFileSync(join(folder, "parts", "people.drama"), people)
  const inner = join(folder, "parts", "world.drama")
  writeFileSync(inner, 'include "../places.drama";\n')

  it("takes its parts from beside it", async () => {
    const world = await load({ file: join(folder, "world.drama") })
    expect(world).toMatchObject({ name: "world", characters: ["Tom"] })
  })

  it("reads nothing outside its folder unless that is allowed", async () => {
    await expect(load({ file: inner })).rejects.toThrow(/lies outside the folder of the world/)
    expect((await load({ file: inner }, { allowOutside: true })).name).toBe("world")
  })

  it("has the language of its name", async () => {
    expect((await load({ file: join(folder, "notes.txt") })).characters).toEqual(["Tom"])
  })

  it("that is not there, or a folder, is refused with a sentence", async () => {
    const missing = load({ file: join(folder, "other.drama") })
    await expect(missing).rejects.toBeInstanceOf(FileError)
    await expect(missing).rejects.toThrow(/does not exist: check the name/)
    await expect(load({ file: folder })).rejects.toThrow(/is a folder/)
    await expect(load({ file: inner }, { name: "x" })).rejects.toThrow(/a file has its own/)
  })
})
