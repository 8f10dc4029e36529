/**
 * Stories held against one another: for each measure a world in which it is plain which story has more of it.
 */
import { describe, expect, test } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const limits = "limits { author: 6; character: 4; belief: 2; }\n"

function best(measure: string, world: string): readonly { readonly plan: string; readonly score: number }[] {
  const { out, err } = dramaturg(["explore", "world.drama", "--best", measure, "--json"], {
    folder: makeFolder({ "world.drama": limits + world }),
  })
  if (out === "") throw new Error(err)
  return (JSON.parse(out) as { best: { solution: { plan: string[] }; score: number }[] }).best.map(
    ({ solution, score }) => ({ plan: solution.plan.join("; "), score }),
  )
}

describe("explore --best", () => {
  test("brevity: to dig for gold is shorter than to earn it and buy", () => {
    const [first, second] = best(
      "brevity",
      `
      property gold(who : character) : boolean; property wage(who : character) : boolean;
      entity Anna : character { wants: gold(Anna); }
      action dig(who : character) { precondition: !gold(who); effect: gold(who); consenting: who; }
      action earn(who : character) { precondition: !wage(who); effect: wage(who); consenting: who; }
      action buy(who : character) { precondition: wage(who); effect: gold(who); consenting: who; }
      utility(): gold(Anna);
    `,
    )
    expect(first.plan).toBe("dig(Anna)")
    expect(second.plan).toBe("earn(Anna); buy(Anna)")
    expect(first.score).toBeGreaterThan(second.score)
  })

  test("conflict: where one buys the bread that another meant to buy, a plan is thwarted", () => {
    const [first, second] = best(
      "conflict",
      `
      property open() : boolean; property bread(who : character) : boolean; property sold() : boolean; property fed(who : character) : boolean;
      entity Anna : character { wants: bread(Anna); }
      entity Ben : character { wants: fed(Ben); }
      action knock() { precondition: !open(); effect: open(); consenting: Anna; }
      action buy(who : character) { precondition: open() & !sold(); effect: sold() & bread(who) & fed(who); consenting: who; }
      action porridge() { precondition: !fed(Ben); effect: fed(Ben); consenting: Ben; }
      utility(): fed(Ben);
    `,
    )
    expect(first).toEqual({ plan: "knock(); buy(Ben)", score: 1 })
    expect(second).toEqual({ plan: "porridge()", score: 0 })
  })

  test("surprise: somebody sees the cat come through the door that they thought locked", () => {
    const [first, second] = best(
      "surprise",
      `
      property locked() : boolean; property out() : boolean;
      entity Ben : character { believes(locked()); }
      entity Cat : character { wants: out(); }
      action through_door() { precondition: !locked(); effect: out(); consenting: Cat; }
      action through_window() { precondition: !out(); effect: out(); consenting: Cat; }
      utility(): out();
    `,
    )
    expect(first).toEqual({ plan: "through_door()", score: 1 })
    expect(second).toEqual({ plan: "through_window()", score: 0 })
  })

  test("irony: somebody opens the wrong box for the gold that is not in it", () => {
    const [first, second] = best(
      "irony",
      `
      property rich(who : character) : boolean; property gold_inside() : boolean; property lid() : boolean; property rung() : boolean;
      entity Anna : character { wants: rich(Anna); believes(gold_inside()); }
      entity Ben : character { wants: rung(); }
      action open_box() { precondition: !lid(); effect: lid() & (if(gold_inside()) rich(Anna)); consenting: Anna; }
      action ring() { precondition: !rung(); effect: rung(); consenting: Ben; }
      utility(): lid() | rung();
    `,
    )
    expect(first.plan).toBe("open_box()")
    expect(first.score).toBeGreaterThan(0)
    expect(second).toEqual({ plan: "ring()", score: 0 })
  })

  test("suspense: on the bridge one may fall at every step, on the ferry only before one boards", () => {
    const [first, second] = best(
      "suspense",
      `
      property steps() : number; property across() : boolean; property fallen() : boolean;
      entity Anna : character { wants: across(); }
      action step() { precondition: !fallen() & !across() & steps() < 2; effect: steps() = steps() + 1; consenting: Anna; }
      action reach() { precondition: !fallen() & steps() == 2; effect: across(); consenting: Anna; }
      action ferry() { precondition: !fallen() & steps() == 0; effect: across(); consenting: Anna; }
      action fall() { precondition: !fallen() & !across(); effect: fallen(); }
      utility(): across();
    `,
    )
    expect(first.plan).toBe("step(); step(); reach()")
    expect(second.plan).toBe("ferry()")
    expect(first.score).toBeGreaterThan(second.score)
  })

  test("refuses what has no meaning", () => {
    const folder = makeFolder({ "world.drama": "entity A : character;" })
    expect(dramaturg(["explore", "world.drama", "--best", "beauty"], { folder }).err).toContain(
      "--best takes conflict, surprise, irony, suspense or brevity",
    )
    expect(dramaturg(["explore", "world.drama", "--best", "irony", "--as", "A"], { folder }).err).toContain(
      "--as has no meaning where stories are compared.",
    )
    expect(dramaturg(["explore", "world.drama", "--distinct", "0"], { folder }).code).toBe(2)
  })
})

describe("explore --distinct", () => {
  const independent = `
    property a() : boolean; property b() : boolean; property c() : boolean;
    entity Anna : character { wants: if(a()) 1 else 0; }
    entity Ben : character { wants: if(b() | c()) 1 else 0; }
    action do_a() { precondition: !a(); effect: a(); consenting: Anna; }
    action do_b() { precondition: !b() & !c(); effect: b(); consenting: Ben; }
    action do_c() { precondition: !b() & !c(); effect: c(); consenting: Ben; }
    utility(): a() & (b() | c());
  `

  test("tells stories apart by what happens, not by the order of what has nothing to do with one another", () => {
    const { out, code } = dramaturg(["explore", "world.drama", "--distinct", "5", "--json"], {
      folder: makeFolder({ "world.drama": limits + independent }),
    })
    const { compared, clusters } = JSON.parse(out) as {
      compared: { stories: number; isWhole: boolean }
      clusters: { size: number; radius: number; prototype: { plan: string[] } }[]
    }
    expect(compared).toEqual({ stories: 4, isWhole: true })
    expect(clusters.map((each) => [each.size, each.radius])).toEqual([
      [2, 0],
      [2, 0],
    ])
    expect(clusters.map((each) => each.prototype.plan.toSorted().join())).toEqual([
      "do_a(),do_b()",
      "do_a(),do_c()",
    ])
    expect(code).toBe(0)
  })

  test("says it in words", () => {
    const { out } = dramaturg(["explore", "world.drama", "--distinct", "2"], {
      folder: makeFolder({ "world.drama": limits + independent }),
    })
    expect(out).toContain(
      "4 stories were compared: one for everything that can happen on the way to the goal.",
    )
    expect(out).toContain("1 story is like it, at most 0 % apart; the next one in this list is")
  })
})
