/**
 * Twelve experiments of the psychology of belief, retold: each world comes to its story, and what `knows`
 * says of it is what children of school age say, at every depth that is asked.
 */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { askKnowledge, openWorld, type SoundWorld } from "@dramaturg/analysis"
import { compileStory } from "@dramaturg/language"
import { printValue, standingAt } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { storyOf } from "../telling.js"

const folder = fileURLToPath(new URL(".", import.meta.url))
const worlds = readdirSync(folder)
  .filter((each) => each.endsWith(".drama"))
  .map((each) => each.slice(0, -".drama".length))

/** Whose mind (from the outside in), of what, and what they believe at the end. No mind: what is so. */
const asked: Record<
  string,
  readonly (readonly [question: string, minds: string, fluent: string, answer: string])[]
> = {
  moved: [
    ["Where is the whistle?", "", "lies_in(Whistle)", "Drawer"],
    ["Where will Mina look for it?", "Mina", "lies_in(Whistle)", "Tin"],
    ["Where does Tobi think that she will look?", "Tobi Mina", "lies_in(Whistle)", "Tin"],
    ["Where does Mina think that Tobi would look?", "Mina Tobi", "lies_in(Whistle)", "Tin"],
    ["What does Mina think that Tobi thinks that she thinks?", "Mina Tobi Mina", "lies_in(Whistle)", "Tin"],
  ],
  stayed: [
    ["Where will Mina look for it?", "Mina", "lies_in(Whistle)", "Drawer"],
    ["Where does Tobi think that she will look?", "Tobi Mina", "lies_in(Whistle)", "Drawer"],
    [
      "What does Mina think that Tobi thinks that she thinks?",
      "Mina Tobi Mina",
      "lies_in(Whistle)",
      "Drawer",
    ],
  ],
  contents: [
    ["What is in the jar?", "", "holds()", "Buttons"],
    ["What does Lea think is in it?", "Lea", "holds()", "Buttons"],
    ["What does Paul think is in it?", "Paul", "holds()", "Honey"],
    ["What does Lea think that Paul thinks?", "Lea Paul", "holds()", "Honey"],
    ["What does Paul think that Lea thinks?", "Paul Lea", "holds()", "Honey"],
  ],
  swapped: [
    ["What is in the tin?", "", "holds()", "Pebbles"],
    ["What does Edda think is in it?", "Edda", "holds()", "Biscuits"],
    ["What does Ivo think that she thinks?", "Ivo Edda", "holds()", "Biscuits"],
    ["What does Edda think that Ivo thinks?", "Edda Ivo", "holds()", "Biscuits"],
  ],
  snacks: [
    ["What does Fee like?", "Fee", "likes(Fee)", "Olives"],
    ["What does Fee think that Jo likes?", "Fee", "likes(Jo)", "Grapes"],
    ["What does Jo eat?", "", "eats(Jo)", "Grapes"],
  ],
  kitten: [
    ["Where is the kitten?", "", "hides()", "Hedge"],
    ["Where does Rike think it is?", "Rike", "hides()", "Shed"],
    ["Where does Sami think it is?", "Sami", "hides()", "Hedge"],
    ["Where does Sami think that Rike thinks it is?", "Sami Rike", "hides()", "Shed"],
    ["Where does Rike look?", "", "at(Rike)", "Shed"],
  ],
  cart: [
    ["Where is the cart?", "", "stands_at()", "Bridge"],
    ["Where does Nele think it is?", "Nele", "stands_at()", "Bridge"],
    ["Where does Kasimir think that Nele thinks it is?", "Kasimir Nele", "stands_at()", "Square"],
    ["Where does Kasimir think it is?", "Kasimir", "stands_at()", "Bridge"],
    [
      "Where does the cook think that Kasimir thinks that Nele thinks it is?",
      "Cook Kasimir Nele",
      "stands_at()",
      "Square",
    ],
    ["Where does the cook think that Nele thinks it is?", "Cook Nele", "stands_at()", "Bridge"],
  ],
  present: [
    ["What will Arne get?", "", "present()", "Kite"],
    ["What does Arne think he will get?", "Arne", "present()", "Kite"],
    ["What does Mother think that Arne thinks?", "Mother Arne", "present()", "Book"],
    ["What does Arne think that Mother thinks?", "Arne Mother", "present()", "Book"],
  ],
  window: [
    ["Where will Mina look for the whistle?", "Mina", "lies_in(Whistle)", "Drawer"],
    ["Where does Tobi think that she will look?", "Tobi Mina", "lies_in(Whistle)", "Tin"],
    [
      "Where does Mina think that Tobi thinks that she will look?",
      "Mina Tobi Mina",
      "lies_in(Whistle)",
      "Tin",
    ],
    ["Where does Mina think that Tobi would look?", "Mina Tobi", "lies_in(Whistle)", "Drawer"],
  ],
  "lie-or-mistake": [
    ["Is the gate shut?", "", "shut()", "False"],
    ["Does Hugo think so?", "Hugo", "shut()", "False"],
    ["Does Berta think so?", "Berta", "shut()", "True"],
    ["Does Karl think so?", "Karl", "shut()", "True"],
    ["Does Karl think that Hugo thinks so?", "Karl Hugo", "shut()", "True"],
    ["Does Hugo think that Karl thinks so?", "Hugo Karl", "shut()", "True"],
    ["Does Hugo think that Karl thinks that Hugo thinks so?", "Hugo Karl Hugo", "shut()", "True"],
  ],
  captive: [
    ["Where is the powder?", "", "powder()", "Mill"],
    ["Where does the guard think it is?", "Guard", "powder()", "Tower"],
    ["Where does the captive think that the guard thinks it is?", "Captive Guard", "powder()", "Tower"],
  ],
  smile: [
    ["Is Dora sad?", "", "sad(Dora)", "True"],
    ["Does Egon think that she is?", "Egon", "sad(Dora)", "False"],
    ["Does Finn think that she is?", "Finn", "sad(Dora)", "True"],
    ["Does Dora think that Egon thinks so?", "Dora Egon", "sad(Dora)", "False"],
    ["Does Finn think that Egon thinks so?", "Finn Egon", "sad(Dora)", "False"],
  ],
}

test("there are twelve, and each is asked about", () => {
  expect(worlds).toHaveLength(12)
  expect(Object.keys(asked).toSorted()).toEqual(worlds.toSorted())
})

describe.each(worlds)("%s", (name) => {
  const file = `${name}.drama`
  const text = readFileSync(folder + file, "utf8")
  const world = openWorld(file, new Map([[file, text]]), (texts) =>
    compileStory(texts.get(file)!, { file }),
  ) as SoundWorld

  test("is a world with nothing to remark on", () => {
    expect(world.diagnostics.map((each) => each.message)).toEqual([])
  })

  test.each(asked[name])("%s", (_, minds, fluent, answer) => {
    const believers = minds.split(" ").filter((each) => each !== "")
    const question = askKnowledge(world, {
      story: { file: "story.json", text: JSON.stringify(storyOf(world.problem).solution) },
      depth: Math.max(1, believers.length),
    })
    while (!question.step(1000));
    const { result } = question
    if (result?.kind !== "known") throw new Error(JSON.stringify(result))
    const { fabula } = result
    const standing = standingAt(fabula, fabula.occurrences.length, believers, fluent)
    expect(standing && printValue(standing.value)).toBe(answer)
  })
})
