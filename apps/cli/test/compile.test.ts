/** `dramaturg compile`, and the runtime that takes what it wrote. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as whole from "dramaturg"
import { open, play, prose, stories, tell, UsageError, WorldError } from "dramaturg/runtime"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"
import { market, mistaken } from "./worlds.js"
import { parcel } from "./library-worlds.js"

const schema = JSON.parse(readFileSync(new URL("../schemas/problem.json", import.meta.url), "utf8"))
const gallery = fileURLToPath(new URL("../../../stories/", import.meta.url))

/** What the command prints of a world's text. */
function compiled(text: string): string {
  const folder = makeFolder({ "w.drama": text })
  const { code, out, err } = dramaturg(["compile", "w.drama"], { folder })
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}

describe("the command", () => {
  it("writes the world on one line, without places of its text", () => {
    const out = compiled(parcel)
    expect(out.trimEnd()).not.toContain("\n")
    expect(out).not.toContain('"origin"')
    expect(JSON.parse(out)).toMatchObject({ format: "dramaturg-problem", version: 1, name: "w" })
  })

  it("writes it to a file, laid out if asked to", () => {
    const folder = makeFolder({ "w.drama": market })
    expect(dramaturg(["compile", "w.drama", "--json", "-o", "w.json"], { folder })).toEqual({
      code: 0,
      out: "",
      err: "",
    })
    const text = readFileSync(join(folder, "w.json"), "utf8")
    expect(text).toContain('\n  "version": 1')
    expect(JSON.parse(text)).toEqual(JSON.parse(dramaturg(["compile", "w.drama"], { folder }).out))
  })

  it("refuses a world with mistakes, and shows them", () => {
    const folder = makeFolder({ "w.drama": mistaken })
    const { code, out, err } = dramaturg(["compile", "w.drama"], { folder })
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("w.drama cannot be used")
  })

  it("fits its schema, for every world of the gallery", () => {
    const worlds = readdirSync(gallery).filter((each) => existsSync(join(gallery, each, `${each}.drama`)))
    expect(worlds.length).toBeGreaterThan(5)
    for (const name of worlds) {
      const { out } = dramaturg(["compile", join(gallery, name, `${name}.drama`)])
      expect({ name, wrong: misfits(JSON.parse(out), schema).slice(0, 3) }).toEqual({ name, wrong: [] })
    }
    expect(misfits({ ...JSON.parse(compiled(market)), version: 2 }, schema)).toEqual(["$.version: not 1"])
  })
})

describe("the runtime", () => {
  it("tells the story that the whole program tells, in the same words", async () => {
    const [world, other] = [open(compiled(parcel)), await whole.load(parcel)]
    const [told, same] = [await tell(world), await whole.tell(other)]
    if (told.status !== "solved" || same.status !== "solved") throw new Error(told.status)
    expect(told.story).toEqual(same.story)
    expect((await prose(told.story, { through: "Toby" })).text).toBe(
      (await whole.prose(same.story, { through: "Toby" })).text,
    )
    const plans = []
    for await (const { plan } of stories(world)) plans.push(plan)
    expect(plans).toEqual([told.story.plan])
  })

  it("plays, and takes what the whole program saved", async () => {
    const game = await whole.play(await whole.load(parcel), { as: "Toby" })
    await game.choose(null)
    const again = await play(open(JSON.parse(compiled(parcel))), { saved: game.save() })
    expect(again.text).toEqual(game.text)
    expect(again.partings).toEqual([])
  })

  it("refuses what was not compiled, or not by this version", () => {
    const refused: readonly (readonly [value: unknown, sentence: RegExp])[] = [
      [undefined, /what `dramaturg compile` wrote, .* not nothing/],
      ["type place;", /this text is none/],
      [{ format: "dramaturg-play" }, /not an object with format/],
      [{ format: "dramaturg-problem", version: 7 }, /reads version 1 .* this is version 7/],
    ]
    for (const [value, sentence] of refused) {
      expect(() => open(value)).toThrow(UsageError)
      expect(() => open(value)).toThrow(sentence)
    }
  })

  it("says that questions which read texts are not for it", async () => {
    const world = open(compiled(parcel)) as unknown as Awaited<ReturnType<typeof whole.load>>
    await expect(whole.verify(world, "bake(Nell)")).rejects.toThrow(/opened without its reader: use load\(\)/)
  })

  it("refuses a world in which no story can begin", () => {
    const problem = JSON.parse(compiled(parcel))
    const flip = (value: boolean) => ({
      kind: "assign",
      believers: [],
      fluent: { kind: "fluent", property: 3, arguments: [] },
      value: { kind: "constant", value },
    })
    const cake = { kind: "fluent", property: 3, arguments: [] }
    const trigger = (name: string, value: boolean) => ({
      name,
      parameters: [],
      precondition: value ? { kind: "not", body: cake } : cake,
      effect: flip(value),
    })
    expect(problem.properties[3].name).toBe("cake")
    problem.triggers.push(trigger("on", true), trigger("off", false))
    expect(() => open(problem)).toThrow(WorldError)
  })
})
