import { test } from "vitest"
import { opinionOf } from "./oracle/oracle.js"
import { readShared, sharedWorld } from "./worlds.js"
test("shared", () => {
  for (const kind of ["random", "minds"]) {
    const rows = readShared(`conformance/${kind}-plans.jsonl`).trim().split("\n").map((e) => JSON.parse(e))
    let n = 0, skip = 0, bad = 0; let slow: any[] = []
    const t0 = Date.now()
    for (const row of rows) {
      const t = Date.now()
      const o = opinionOf(sharedWorld(`conformance/${kind}-worlds/${row.world}.txt`), { author: row.author_limit, character: row.character_limit, belief: row.belief_limit })
      slow.push([Date.now() - t, row.world])
      n++
      if (typeof o === "string") { skip++; console.log(row.world, o); continue }
      const ours = new Set(o.stories.map((e) => `${e.plan.join(" ")} u=${e.utility}`))
      const theirs = new Set(row.plans.map((e: any) => `${e.plan} u=${e.utility}`))
      for (const e of ours) if (!theirs.has(e)) { bad++; console.log(row.world, row.author_limit, row.character_limit, row.belief_limit, "+", e) }
      for (const e of theirs) if (!ours.has(e as string)) { bad++; console.log(row.world, row.author_limit, row.character_limit, row.belief_limit, "-", e) }
    }
    slow.sort((a, b) => b[0] - a[0])
    console.log(kind, n, "skip", skip, "bad", bad, Date.now() - t0, "ms", JSON.stringify(slow.slice(0, 8)))
  }
}, 600000)
