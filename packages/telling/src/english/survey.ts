/** Sentences for actions that a survey did not meet. */
import type { Survey } from "@dramaturg/model"

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`
}

/** How far characters plan: `up to 3 acts ahead and up to 1 mind deep`. */
export function foresight({ character, belief }: Survey["limits"]): string {
  return `${character === null ? "as far ahead as it takes" : `up to ${counted(character, "act")} ahead`} and ${belief === null ? "as deep into one another as it takes" : `up to ${counted(belief, "mind")} deep`}`
}

/**
 * A sentence for each of the three reasons why an action was not met: no character has a reason, it was not
 * possible, it never can be.
 */
export function unmetSentences(
  { reasons, isWhole, limits }: Survey,
  nameOf: (action: string) => string = (action) => action,
): readonly string[] {
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
