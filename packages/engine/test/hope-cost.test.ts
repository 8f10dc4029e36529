/**
 * What acting in hope costs, on the houses that `npm run bench -- --hope` measures: every dimension's smallest houses have their
 * story, and more of a dimension takes more cases.
 */
import { startReview, startSearch } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"
// @ts-expect-error plain JavaScript without declarations
import { dimensions, house, smallest } from "../../../bench/hope/house.mjs"

/** How many cases are supposed before a house has its story. */
function casesIn(sizes: object): number {
  const { problem, diagnostics } = compileStory(house(sizes), { file: "house.drama" })
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  const search = startSearch(problem!)
  while (search.status === "searching") search.step(1000)
  expect(search.status).toBe("solved")
  return search.progress.cases!
}

test.each(Object.keys(dimensions))("more of %s takes more cases", (dimension) => {
  const { sizes, with: besides } = dimensions[dimension] as { sizes: number[]; with?: object }
  const [few, more] = sizes.slice(0, 2).map((size) => casesIn({ ...besides, [dimension]: size }))
  expect(more).toBeGreaterThan(few)
})

test("one box more is one more look, and each look is asked about in as many cases more as there are values", () => {
  const [boxes, values] = [(smallest as { boxes: number }).boxes, 3]
  const inAll = (count: number): number => casesIn({ boxes: count, values })
  expect(inAll(boxes + 2) - inAll(boxes + 1)).toBe(inAll(boxes + 1) - inAll(boxes) + values)
})

test("a world without open facts supposes nothing", () => {
  const { problem } = compileStory(
    "entity Al : character { wants: done(); } property done() : boolean; action do_it(Al) { effect: done(); consenting: Al; } utility(): done();",
    { file: "w.drama" },
  )
  const search = startSearch(problem!)
  while (search.status === "searching") search.step(1000)
  expect(search.status).toBe("solved")
  expect("cases" in search.progress).toBe(false)
})

test("minds are followed to the deepest where a trigger asks what somebody wonders about", () => {
  const { problem } = compileStory(
    `type place; entity X, Y, Z : place;
    open property p() : boolean; open property q() : boolean; open property at(w : character) : place;
    entity Ada : character; entity Bo : character;
    q(); at(Ada) = X; at(Bo) = ?;
    trigger follow(w : character) { precondition: believes(Ada, at(Ada) == Z) & at(w) != Z; effect: at(w) = Z; }
    believes(Ada, p()) = ?; believes(Ada, knows(Bo, p())); believes(Bo, p()) = ?;
    believes(Ada, at(Ada)) = ?; believes(Bo, believes(Ada, at(Ada))) = ?; believes(Bo, at(Ada)) = ?;
    believes(Ada, at(Bo)) = ?; believes(Ada, knows(Bo, at(Bo)));
    action look(w : character) { effect: knows(w, at(Ada)); consenting: w; observing(o : character): o == w; }
    utility(): believes(Bo, at(Ada)) == X;
    utility(Ada): at(Ada) != ?;
    limits { author: 2; character: 2; belief: 1; }`,
    { file: "w.drama" },
  )
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const review = startReview(problem!, { acts: [{ act: "look(Ada)", span }], notes: [] })
  let units = 0
  while (!review.step(1)) units++
  expect(review.answer!.acts).toHaveLength(1)
  expect(units).toBeLessThan(5000)
})
