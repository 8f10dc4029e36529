/** Random worlds in which people are wrong about much more: what they could learn then matters. */
import { type RandomWorld, randomWorld } from "./random-world.js"
import { type Dice, diceOf } from "./dice.js"

/** A statement about the beginning that is about no mind: `!p();`, `at(A) = X;`. */
const fact = /^(!?)(\w+\(\w*\))(?: = ([\w?]+))?;$/

/** The same world, but for wrong beliefs said after all else about the beginning. */
export function forgetfulWorld(seed: number): RandomWorld {
  const { text, limits } = randomWorld(seed)
  const dice = diceOf(-1 - seed)
  const lines = text.split("\n")
  const people = lines.flatMap((each) => /^entity (\w+) : character;$/.exec(each)?.slice(1) ?? [])
  const mistakes = lines.flatMap((each) => mistakesAbout(fact.exec(each), people, dice))
  const at = lines.findIndex((each) => each.startsWith("action "))
  return { text: lines.toSpliced(at, 0, ...mistakes).join("\n"), limits }
}

function mistakesAbout(
  found: RegExpExecArray | null,
  people: readonly string[],
  dice: Dice,
): readonly string[] {
  if (found === null) return []
  return people.filter(() => dice.chance(30)).map((c) => `believes(${c}, ${otherwise(found, people, dice)});`)
}

function otherwise([, not, fluent, value]: RegExpExecArray, people: readonly string[], dice: Dice): string {
  if (value === undefined) return not === "!" ? fluent : `!${fluent}`
  const values = [["X", "Y"], people, ["0", "1", "2", "3"]].find((each) => each.includes(value)) ?? ["?"]
  return `${fluent} = ${dice.pick(values.filter((each) => each !== value).concat(values.length > 1 ? [] : values))}`
}
