/** Items of an outline, named on the command line by the numbers that its writer gave them. */
import { Refusal } from "../exit.js"

/** Of more items than this the middle is left out. */
const most = 12

export function printItems(items: readonly string[]): string {
  if (items.length === 0) return "there is none"
  return items.length <= most ? items.join(", ") : `${items.slice(0, 3).join(", ")} … ${items.at(-1)}`
}

/** Whether acts are called by their places, so that the last one says all. */
export function isByPlace(items: readonly string[]): boolean {
  return items.every((each, i) => each === String(i + 1))
}

/** An item that is no act: one that was not understood, or that is not there. */
export function noSuchAct(
  name: string,
  { items, near }: { readonly items: readonly string[]; readonly near: readonly string[] | null },
): Refusal {
  if (near !== null)
    return new Refusal(`item ${name} is not understood: it is no act of this world. ${near.join(" ")}`.trim())
  return new Refusal(
    `there is no act ${name}: the story has ${isByPlace(items) ? items.length : `the acts ${printItems(items)}`}.`,
  )
}
