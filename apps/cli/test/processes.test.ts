/**
 * Each command once as a process of its own: what it prints, on which stream, and its exit code are those of
 * the thread in the tests.
 */
import { expect, test } from "vitest"
import { dramaturg, launched, makeFolder, unmeasured } from "./command.js"
import { market, mistaken, stuck } from "./worlds.js"

const plan = "walk(Tom, Cottage, Market)\nbuy(Tom, Merchant, Potion, Market)\n"
const folder = makeFolder({
  "market.drama": market,
  "market.txt": market,
  "mistaken.drama": mistaken,
  "stuck.drama": stuck,
  "plan.txt": plan,
})

test.each<[number, readonly string[], string?]>([
  [0, ["tell", "market.drama", "--json"]],
  [1, ["tell", "stuck.drama"]],
  [2, ["tell", "mistaken.drama"]],
  [3, ["tell", "market.drama", "--max-visited", "0"]],
  [0, ["tell", "-"], market],
  [1, ["check", "market.drama", "mistaken.drama"]],
  [0, ["verify", "market.drama", "plan.txt"]],
  [0, ["knows", "market.drama", "plan.txt"]],
  [0, ["why", "market.drama", "plan.txt", "--act", "1"]],
  [0, ["why-not", "market.drama", "walk(Tom, Market, Cottage)"]],
  [0, ["whatif", "market.drama", "--set", "coins(Tom) = 0"]],
  [0, ["test", "market.drama"]],
  [0, ["explore", "market.drama", "--depth", "2"]],
  [0, ["play", "market.drama", "--as", "Tom"], "1\nq\n"],
  [0, ["format", "-"], market],
  [0, ["import", "market.txt"]],
  [3, ["export", "market.drama", "--to", "ink", "--as", "Tom", "--depth", "2"]],
  [2, []],
  [0, ["--version"]],
])("exit %i: %j", (code, words, input = "") => {
  const [alone, inThread] = [launched(words, { folder, input }), dramaturg(words, { folder, input })].map(
    ({ out, ...rest }) => ({ ...rest, out: unmeasured(out) }),
  )
  expect(alone).toEqual(inThread)
  expect({ code: alone.code, words }).toEqual({ code, words })
})
