/**
 * The corpus down every road: each world is checked, formatted, carried through JSON and Sabre's format,
 * told, and judged.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { compileStory, formatStory, writeSabre } from "@dramaturg/language"
import { groundingNotes, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { dramaturg } from "../apps/cli/test/command.js"
import { compiled, limitsOf, meaningOf, storyOf, type Outcome } from "./telling.js"

const folder = fileURLToPath(new URL(".", import.meta.url))
const root = fileURLToPath(new URL("..", import.meta.url))

const worlds = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory() && existsSync(`${folder}${each.name}/${each.name}.drama`))
  .map((each) => each.name)

describe.each(worlds)("%s", (name) => {
  const file = `${name}.drama`
  const text = readFileSync(`${folder}${name}/${file}`, "utf8")
  let known: Outcome | undefined
  const story = (): Outcome => (known ??= storyOf(compiled(text)))

  test("is a world with nothing to remark on", () => {
    const { diagnostics, problem } = compileStory(text, { file })
    expect(diagnostics.map((each) => each.message)).toEqual([])
    expect(groundingNotes(problem!).map((each) => each.message)).toEqual([])
  })

  test("means the same once the formatter has laid it out, and stays as laid out", () => {
    const once = formatStory(text, file)
    expect(once.diagnostics).toEqual([])
    expect(meaningOf(compiled(once.text))).toEqual(meaningOf(compiled(text)))
    expect(formatStory(once.text, file).text).toBe(once.text)
  })

  test("comes to a story that the judge accepts", () => {
    const problem = compiled(text)
    expect(story().status).toBe("solved")
    expect(verify(problem, story().solution!, { limits: limitsOf(problem) })).toEqual({
      verdict: "valid",
      breaches: [],
    })
  })

  test("loses its story with any one act of it", () => {
    const problem = compiled(text)
    const { plan, explanations } = story().solution!
    for (let i = 0; i < plan.length; i++) {
      const without = { plan: plan.toSpliced(i, 1), explanations: explanations.toSpliced(i, 1) }
      expect(verify(problem, without, { limits: limitsOf(problem) }).verdict, `without ${plan[i]}`).toBe(
        "invalid",
      )
    }
  })

  test("comes to the same story by way of a saved problem and by way of Sabre's format", () => {
    const problem = compiled(text)
    const saved = JSON.parse(JSON.stringify(problem)) as Problem
    expect(storyOf(saved).solution).toEqual(story().solution)
    // What nobody foresees, what everybody knows and what people wonder about Sabre's format has no words for, and says so.
    const isSayable = !/"isUnforeseen":true|"isCommon":true|"isOpen":true|"kind":"unforeseen"/.test(
      JSON.stringify(problem),
    )
    expect(
      writeSabre(problem).diagnostics.some((each) =>
        /foresee|unforeseen|everybody|counts on|wonder/.test(each.message),
      ),
    ).toBe(!isSayable)
    if (!isSayable) return
    const sabre = compileStory(writeSabre(problem).text, { file: `${name}.txt` })
    expect(sabre.diagnostics.filter((each) => each.severity === "error")).toEqual([])
    expect(storyOf({ ...sabre.problem!, limits: problem.limits }).plan).toEqual(story().plan)
  })

  test("is told on the command line as expected/story.txt says", () => {
    const { out: told } = dramaturg(["tell", `stories/${name}/${file}`], { folder: root })
    const expected = `${folder}${name}/expected/story.txt`
    if (process.env.UPDATE === "1") writeFileSync(expected, told)
    expect(told).toBe(readFileSync(expected, "utf8"))
  })
})
