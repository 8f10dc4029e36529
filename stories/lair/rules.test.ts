/**
 * What each rule of the founding scene carries: the world without it, and what becomes of the night.
 * `UPDATE=1` rewrites the table.
 */
import { readFileSync, writeFileSync } from "node:fs"
import type { Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { compiled, storyOf } from "../telling.js"

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8")
const problem = compiled(read("lair.drama"))
const known = new URL("expected/rules.txt", import.meta.url)

test("taking out each rule in turn shows what falls with it", { timeout: 300_000 }, () => {
  const night = storyOf(problem).plan
  const lines = [...problem.triggers, ...problem.actions].map(
    ({ name }) => `${name}: ${fateOf(without(name), night)}`,
  )
  const table = `${lines.join("\n")}\n`
  if (process.env.UPDATE === "1") writeFileSync(known, table)
  expect(table).toBe(readFileSync(known, "utf8"))
})

function without(name: string): Problem {
  const stays = (each: { readonly name: string }): boolean => each.name !== name
  return { ...problem, triggers: problem.triggers.filter(stays), actions: problem.actions.filter(stays) }
}

function fateOf(changed: Problem, night: readonly string[]): string {
  const { status, plan } = storyOf(changed)
  if (status === "exhausted") return "no rescue"
  if (status !== "solved") return "not known"
  if (plan.join() === night.join()) return "the same night"
  return `another night, in ${plan.length} acts instead of ${night.length}`
}
