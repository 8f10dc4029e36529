/**
 * The question of the founding scene, asked of an open property: the same night is found as in the world that has an answer
 * ready for each thing that he might be. `UPDATE=1` rewrites the telling.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chronicle, verify } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { caseOf } from "@dramaturg/model"
import { checkTelling, tell, usualManner } from "@dramaturg/telling"
import { expect, test } from "vitest"
import { limitsOf, storyOf } from "../telling.js"

const file = fileURLToPath(new URL("asked.drama", import.meta.url))
const told = new URL("expected/asked-through-Buffy.txt", import.meta.url)
const sources = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined
const { problem, diagnostics } = compileStory(readFileSync(file, "utf8"), { file, sources })
const world = problem!
const { plan, solution } = storyOf(world)

test("there is nothing to remark on, and no answer stands ready for each that there could be", () => {
  expect(diagnostics).toEqual([])
  const answers = world.actions.filter((each) => each.name.startsWith("answer"))
  expect(answers.map(({ name, parameters }) => [name, parameters.length])).toEqual([["answer_truly", 2]])
})

test("it comes to the same nine beats, as the judge says, too", () => {
  const beats = readFileSync(new URL("expected/beats.txt", import.meta.url), "utf8").split("\n")
  const acts = beats.filter((each) => /^\w+\(/.test(each))
  expect(plan).toEqual(
    acts.map((each) => (each === "answer(Spike, Buffy, Standing)" ? "answer_truly(Spike, Buffy)" : each)),
  )
  expect(verify(world, solution!, { limits: limitsOf(world) })).toEqual({ verdict: "valid", breaches: [] })
})

test("she asks in hope, and once she has her answer she needs none", () => {
  const hopedIn = (act: string) => caseOf(solution!.explanations[plan.indexOf(act)].Buffy)
  expect(hopedIn("ask_after(Buffy, Spike)")).toEqual([{ fluent: "healed(Spike)", value: true }])
  expect(hopedIn("beg_for_death(Buffy, Spike)")).toBeUndefined()
})

test("with nobody to answer she does not know, and there is no rescue", () => {
  const silent = { ...world, actions: world.actions.filter((each) => each.name !== "answer_truly") }
  expect(storyOf(silent).status).toBe("exhausted")
})

test("it is told through her as expected/ says", () => {
  const fabula = chronicle(world, solution!, { depth: 2 })
  const telling = tell(fabula, world, { ...usualManner, focalisation: "internal", focaliser: "Buffy" })
  expect(checkTelling(fabula, telling)).toEqual([])
  const text = `${telling.paragraphs.map(({ sentences }) => sentences.map((each) => each.text).join(" ")).join("\n\n")}\n`
  if (process.env.UPDATE === "1") writeFileSync(told, text)
  expect(text).toBe(readFileSync(told, "utf8"))
})
