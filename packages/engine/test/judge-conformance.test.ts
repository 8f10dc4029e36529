/**
 * The judge's own search against the published sets: without a single reason given, it accepts exactly the
 * listed plans of random worlds. No difference has been found, so there is none to trace to a Δ-row.
 */
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { readRows, type Row } from "./every-story.js"
import { hasShared, sharedWorld } from "./worlds.js"

const long = process.env.LONG === "1"

/** Every n-th row; under LONG=1 all of them, and for every tenth also the plans that are not listed. */
function rows(file: string, n: number): readonly Row[] {
  if (!hasShared) return []
  return readRows(file).filter((_, i) => i % (long ? 1 : n) === 0)
}

function accepts(
  problem: Problem,
  row: Row,
  plan: readonly string[],
  goal?: number,
): { readonly valid: boolean; readonly possible: boolean } {
  const { limits } = row
  const { verdict, breaches } = verify(problem, { plan, explanations: [] }, { limits, goal })
  expect(verdict).not.toBe("undecided")
  return { valid: verdict === "valid", possible: !breaches.some((each) => each.definition === "D17") }
}

function refused(folder: string, row: Row): readonly string[] {
  const problem = sharedWorld(`conformance/${folder}/${row.world}.txt`)
  return row.plans
    .filter(({ plan, utility }) => !accepts(problem, row, plan.split(" "), utility).valid)
    .map((each) => each.plan)
}

/** All plans of at most `most` acts that the judge accepts; the worlds' actions have no parameters. */
function accepted(folder: string, row: Row, most: number): readonly string[] {
  const problem = sharedWorld(`conformance/${folder}/${row.world}.txt`)
  const extend = (plan: readonly string[]): readonly string[] => {
    const { valid, possible } =
      plan.length === 0 ? { valid: false, possible: true } : accepts(problem, row, plan)
    const longer =
      possible && plan.length < most
        ? problem.actions.flatMap(({ name }) => extend([...plan, `${name}()`]))
        : []
    return valid ? [plan.join(" "), ...longer] : longer
  }
  return extend([])
}

function listed(row: Row, most: number): readonly string[] {
  return row.plans.map((each) => each.plan).filter((each) => each.split(" ").length <= most)
}

describe.skipIf(!hasShared)(
  "the judge and random worlds (skipped where the conformance worlds are absent)",
  () => {
    for (const [file, folder, n] of [
      ["random-plans.jsonl", "random-worlds", 8],
      ["minds-plans.jsonl", "minds-worlds", 4],
    ] as const) {
      test(`accepts every listed plan of ${folder}`, () => {
        for (const row of rows(file, n))
          expect({ row, refused: refused(folder, row) }).toEqual({ row, refused: [] })
      })

      test(`accepts no other plan of ${folder}, as far as it is asked`, () => {
        const most = long ? 4 : 3
        for (const row of rows(file, 20).filter((_, i) => !long || i % 10 === 0)) {
          expect({ row, plans: [...accepted(folder, row, most)].sort() }).toEqual({
            row,
            plans: [...listed(row, most)].sort(),
          })
        }
      })
    }
  },
)
