/** A play through the library: turns, going back, and plain JSON in between. */
import { load, play } from "dramaturg"
import { expect, it } from "vitest"
import { parcel } from "./library-worlds.js"

const world = await load(parcel, { name: "parcel.drama" })

it("goes from choice to choice until it ends", async () => {
  const game = await play(world, { as: "Toby" })
  expect(game).toMatchObject({ as: "Toby", name: "Toby", status: { status: "choosing" }, turn: null })
  expect(game.choices().map((each) => each.act)).toEqual(["invent(Toby, Nell)", "walk(Toby, Post)"])
  expect(game.choices().map((each) => each.words)).toContain("Walk to the post.")
  await game.choose(null)
  expect(game.text).toEqual(["Nell told Toby that a parcel was waiting at the post office."])
  expect(game.reasons.join()).toContain("Nell means it to lead on")
  await game.choose("walk(Toby, Post)")
  const end = await game.choose("walk(Toby, Kitchen)")
  expect(end).toMatchObject({ status: "ended", ending: "goal", words: expect.any(String) })
  expect(game.choices()).toEqual([])
  await expect(game.choose(null)).rejects.toThrow(/the play has ended; undo\(\)/)
})

it("is saved as plain JSON and goes on from there", async () => {
  const game = await play(world, { as: "Toby" })
  await game.choose(null)
  await game.choose("walk(Toby, Post)")
  const saved = JSON.parse(JSON.stringify(game.save()))
  const again = await play(world, { saved })
  expect(again.text).toEqual(game.text)
  expect(again.partings).toEqual([])
  expect([again.undo(), again.undo(), again.undo()]).toEqual([true, true, false])
  expect(again.text).toEqual([])
  expect(again.save().choices).toEqual(saved.choices)
})

it("says where a saved play goes another way in a later draft", async () => {
  const game = await play(world, { as: "Toby" })
  await game.choose("walk(Toby, Post)")
  const draft = await load(parcel.replaceAll("Post", "Office"))
  const again = await play(draft, { saved: game.save() })
  expect(again.partings).toMatchObject([{ chosen: "walk(Toby, Post)", is: null }])
})

it("a choice that is stopped leaves the play where it stood", async () => {
  const game = await play(world, { as: "Toby" })
  await expect(game.choose(null, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  expect(game.turn).toBeNull()
  const made = game.choose(null)
  expect(() => game.undo()).toThrow("has to wait")
  await expect(game.choose(null)).rejects.toThrow("has to wait")
  await made
  expect(game.turn).not.toBeNull()
})
