/** Acts for which somebody can have no reason, whatever happens: the judge leaves them out (prove/willing.ts). */
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { indexedTask } from "../src/prove/event-index.js"
import { reluctanceIn } from "../src/prove/willing.js"
import { drama } from "./worlds.js"

const people = `property glad(who : character) : boolean; property seen(who : character) : boolean;
  property lamp() : boolean; property door() : boolean;
  entity Ann, Ben : character;`

/** By act, those who can have no reason for it. */
function reluctance(
  problem: Problem,
  minds: "steady" | "any" = "any",
): Readonly<Record<string, readonly string[]>> {
  const task = indexedTask(problem)
  const chosen = task.actions.filter((each) => each.consenting.length > 0)
  return Object.fromEntries(
    [...reluctanceIn(task, chosen)[minds]].map(([act, who]) => [
      act.label,
      [...who].map((each) => task.setting.characters[each]),
    ]),
  )
}

const of = (text: string, minds?: "steady" | "any") => reluctance(drama(`${people}\n${text}`), minds)

test("what bears on nothing that somebody wants, they have no reason for", () => {
  const found = of(`
    action dance(Ann) { effect: glad(Ann); consenting: Ann; }
    action light(Ann) { effect: lamp(); consenting: Ann; }
    action open_door(Ben) { precondition: lamp(); effect: door(); consenting: Ben; }
    utility(): door(); utility(Ann): glad(Ann); utility(Ben): door();`)
  expect(found).toEqual({ "light(Ann)": ["Ann"] })
})

test("and what only such an act would be of use for falls with it", () => {
  const found = of(`
    action dance(Ann) { effect: glad(Ann); consenting: Ann; }
    action light(Ann, Ben) { precondition: seen(Ben); effect: lamp() & glad(Ben); consenting: Ann, Ben; }
    action show(Ben) { effect: seen(Ben); consenting: Ben; }
    utility(): door(); utility(Ann): glad(Ann); utility(Ben): glad(Ben);`)
  expect(found).toEqual({ "light(Ann, Ben)": ["Ann"], "show(Ben)": ["Ben"] })
})

describe("of use is", () => {
  test("what a trigger makes something of", () => {
    const found = of(`
      action light(Ann) { precondition: !lamp(); effect: lamp(); consenting: Ann; }
      trigger warms() { precondition: lamp() & !glad(Ann); effect: glad(Ann); }
      utility(): door(); utility(Ann): glad(Ann);`)
    expect(found).toEqual({})
  })

  test("what moves somebody else to do what is of use: their wish, and what they see of it", () => {
    const world = (observing: string): string => `
      action light(Ann) { effect: lamp(); consenting: Ann; observing(c : character): ${observing}; }
      action kiss(Ben) { precondition: lamp(); effect: glad(Ann) & glad(Ben); consenting: Ben; }
      utility(): door(); utility(Ann): glad(Ann); utility(Ben): glad(Ben);`
    expect(of(world("c == Ann"))).toEqual({})
    expect(of(world("True"))).toEqual({})
  })

  test("what surprises somebody else, whose belief is wanted", () => {
    const found = of(`
      action point(Ann) { precondition: lamp(); effect: seen(Ann); consenting: Ann; }
      lamp(); believes(Ben, !lamp());
      utility(): door(); utility(Ann): believes(Ben, lamp());`)
    expect(found).toEqual({})
  })

  test("what somebody is made to believe who has to agree", () => {
    const found = of(`
      action lie(Ann) { effect: believes(Ben, lamp()); consenting: Ann; }
      action swap(Ann, Ben) { effect: glad(Ann) & door(); consenting: Ann, Ben; }
      utility(): door(); utility(Ann): glad(Ann); utility(Ben): lamp() & door();`)
    expect(found).toEqual({})
  })
})

test("where others have a part in what is of use, only in steady minds", () => {
  const world = `
    action dance(Ann, Ben) { effect: glad(Ann) & glad(Ben); consenting: Ann, Ben; }
    action light(Ann) { effect: lamp(); consenting: Ann; }
    utility(): door(); utility(Ann): glad(Ann); utility(Ben): glad(Ben);`
  expect(of(world, "steady")).toEqual({ "light(Ann)": ["Ann"] })
  expect(of(world, "any")).toEqual({})
})

describe("nothing is left out", () => {
  const idle = `
    action dance(Ann) { effect: glad(Ann); consenting: Ann; }
    action light(Ann) { effect: lamp(); consenting: Ann; }
    utility(): door(); utility(Ann): glad(Ann);`

  test("where triggers might set one another off for ever, or one itself", () => {
    expect(of(idle)).toEqual({ "light(Ann)": ["Ann"] })
    const rests = "trigger dims() { precondition: lamp(); effect: !lamp(); }"
    expect(of(`${idle} ${rests}`)).toEqual({ "light(Ann)": ["Ann"] })
    const itself = "property n() : number; trigger counts() { precondition: lamp(); effect: n() = n() + 1; }"
    expect(of(`${idle} ${itself}`)).toEqual({})
    const another = `trigger opens() { precondition: lamp() & !door(); effect: door(); }
      trigger shuts() { precondition: door(); effect: !door(); }`
    expect(of(`${idle} ${another}`)).toEqual({})
  })

  test("where people wonder", () => {
    expect(of(`${idle} open property coin() : boolean; believes(Ben, coin()) = ?;`)).toEqual({})
  })
})

test("nothing is left out where a trigger may stir in a plan at whatever act comes next", () => {
  const found = of(`
    action dance(Ann) { effect: glad(Ann); consenting: Ann; }
    action light(Ann) { effect: lamp(); consenting: Ann; }
    trigger opens() { precondition: !door() & !seen(Ben); effect: door() & unforeseen(seen(Ben)); }
    utility(): door(); utility(Ann): glad(Ann);`)
  expect(found).toEqual({})
})
