/** What a survey of everything that can happen has to say of what does not. */
import type { Survey } from "@dramaturg/model"

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`
}

/** How far people think: `up to 3 acts ahead and up to 1 mind deep`. */
export function foresight({ character, belief }: Survey["limits"]): string {
  return `${character === null ? "as far ahead as it takes" : `up to ${counted(character, "act")} ahead`} and ${belief === null ? "as deep into one another as it takes" : `up to ${counted(belief, "mind")} deep`}`
}

/** A sentence for each of the three ways in which an act may not happen: nobody has a reason, it is not possible, it never can be. */
export function unmetSentences({ reasons, isWhole, limits }: Survey, nameOf: (action: string) => string = (action) => action): readonly string[] {
  const heads = {
    unmotivated: `Possible, but nobody has a reason for it${isWhole ? "" : " so far"}, thinking ${foresight(limits)}`,
    impossible: isWhole ? "Never possible wherever this leads" : "Not possible in any state looked at",
    never: "Can never happen: nothing in this world makes what it needs come about",
  }
  return (["unmotivated", "impossible", "never"] as const).flatMap((why) => {
    const names = reasons.filter((each) => each.why === why).map((each) => nameOf(each.name))
    return names.length === 0 ? [] : [`${heads[why]}: ${names.join(", ")}.`]
  })
}
