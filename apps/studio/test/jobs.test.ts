/**
 * What the workers answer: they read what an author writes as the command does, and refuse what the world
 * does not have.
 */
import { expect, test } from "vitest"
import type { JobContext } from "../src/worker/job.js"
import { repair, review } from "../src/worker/jobs/review.js"
import { whatIf } from "../src/worker/jobs/what-if.js"
import { whyNot } from "../src/worker/jobs/why-not.js"

const text = `type place;
entity Home, Garden : place;
property at(who : character) : place;
entity Anna : character { at = Home; wants: at(Anna) == Garden; told: "Anna"; }
action walk(who : character, to : place) {
  told: "{who} strolls over to the {to}";
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}
trigger dusk() { precondition: at(Anna) == Garden & at(Anna) == Home; effect: at(Anna) = Home; }
utility(): at(Anna) == Garden;
`
const world = { main: "a.drama", texts: { "a.drama": text } }
const budget = { milliseconds: 20_000, mebibytes: 512 }
const context: JobContext = { isCancelled: () => false, tell: () => {} }
const inWords = "Anna strolls over to the Garden."

test("a plot told in the words of the world is read, reviewed and repaired", async () => {
  for (const outline of [inWords, `- ${inWords}`, `# One\n\n1. ${inWords}`, "- walk(Anna, Garden)"]) {
    const answer = await review({ world, outline, budget }, context)
    expect(answer).toMatchObject({
      kind: "reviewed",
      holds: true,
      lines: [{ act: "walk(Anna, Garden)", verdict: "holds" }],
    })
  }
  expect(
    await repair({ world, outline: `- ${inWords}\n- Anna strolls over to the Home.`, budget }, context),
  ).toMatchObject({ kind: "offered", offers: [{ repair: { kind: "drop", act: 2 } }] })
})

test("why not is asked in the words of the world too, and a question that names no act is refused and not taken for another", async () => {
  const plan = ["walk(Anna, Garden)"]
  const asked = await whyNot({ world, plan, at: 1, act: "walk(Anna, Garden)", budget }, context)
  expect(asked).toMatchObject({ kind: "obstacles" })
  expect(await whyNot({ world, plan, at: 1, act: inWords, budget }, context)).toEqual(asked)
  for (const act of ["She goes out.", "// walk(Anna, Garden)", "# One"])
    expect(await whyNot({ world, plan, at: 1, act, budget }, context), act).toMatchObject({ kind: "refused" })
})

test("what if refuses rules and people that are not there", async () => {
  const changes = (without: readonly string[], wants: readonly (readonly [string, string])[] = []) => ({
    world,
    budget,
    changes: { facts: [], wants, without },
  })
  expect(await whatIf(changes(["wlak"]), context)).toEqual({
    kind: "refused",
    sentence: expect.stringMatching(/wlak.*Did you mean "walk"/),
  })
  expect(await whatIf(changes(["walk", "toString"]), context)).toMatchObject({
    kind: "refused",
    sentence: expect.stringMatching(/toString.*walk/),
  })
  expect(await whatIf(changes([], [["Ana", "at(Anna) == Garden"]]), context)).toMatchObject({
    kind: "refused",
    sentence: expect.stringMatching(/Ana.*Did you mean "Anna"/),
  })
  // A story whose acts the other world does not have is said to vanish, and by which of them.
  const gone = await whatIf(changes(["walk"]), context)
  expect(gone).toMatchObject({ kind: "compared", comesTo: "none" })
  expect(JSON.stringify(gone)).toMatch(
    /Act 1, “Anna strolls over to the [^”]*”: nobody can do this then; there is no such act\./,
  )
  expect(await whatIf(changes(["dusk"]), context)).toMatchObject({ kind: "compared", comesTo: "story" })
})
