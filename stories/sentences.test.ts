/**
 * An outline may be written in the words of its world: sentences are read back into the acts that they tell.
 */
import { readFileSync } from "node:fs"
import { readOutline } from "@dramaturg/language"
import { actReaderOf } from "@dramaturg/telling"
import { expect, test } from "vitest"
import { compiled } from "./telling.js"

const problemOf = (name: string) =>
  compiled(readFileSync(new URL(`${name}/${name}.drama`, import.meta.url), "utf8"))

test.each<[string, string, string | undefined]>([
  ["parcel", "Nell tells Toby that there is a parcel for him.", "invent_parcel(Nell, Toby)"],
  ["parcel", "**nell told toby that there was a parcel for him**", "invent_parcel(Nell, Toby)"],
  ["parcel", "Toby walked off, and soon was at the post office", "walk(Toby, Kitchen, Post)"],
  ["parcel", "Nell had the kitchen to herself and baked a cake!", "bake(Nell)"],
  ["parcel", "Somebody had the kitchen to herself and baked a cake.", undefined],
  ["parcel", "It rained.", undefined],
  [
    "lair",
    "Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.",
    undefined,
  ],
  [
    "lair",
    "Angelus and Drusilla went out to hunt, and the door slammed behind them.",
    "go_out(Angelus, Drusilla)",
  ],
  ["lair", "Buffy bared her throat to Spike", undefined],
  [
    "lair",
    "Buffy begged Spike to kill her, and to leave nothing that anybody could turn. “Please.”",
    "beg_for_death(Buffy, Spike)",
  ],
])("%s: %s", (world, sentence, act) => {
  expect(actReaderOf(problemOf(world))(sentence)).toBe(act)
})

test("a plot in Markdown may be all sentences", () => {
  const problem = problemOf("parcel")
  const plot = `# A surprise\n\n- Nell tells Toby that there is a parcel for him. "At the post office!"\n- Toby walks off, and soon is at the post office.\n\nProse stays prose.\n\n- bake(Nell)\n`
  const { outline, diagnostics } = readOutline(plot, problem, "plot.md", actReaderOf(problem))
  expect(diagnostics).toEqual([])
  expect(outline!.acts.map((each) => each.act)).toEqual([
    "invent_parcel(Nell, Toby)",
    "walk(Toby, Kitchen, Post)",
    "bake(Nell)",
  ])
  expect(outline!.notes.map((each) => each.text)).toEqual(["A surprise", "Prose stays prose."])
})
