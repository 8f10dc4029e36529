/**
 * Acts by the numbers that the writer of an outline gave them, and what is written down of them under these
 * numbers.
 */
import type { Happening, Outline, OutlineAct, OutlineNote } from "@dramaturg/model"

/** How the writer counts this act, which is in this place (from 1). */
export function itemOfAct(acts: readonly OutlineAct[], place: number): string {
  return acts[place - 1]?.item ?? String(place)
}

/** What the writer calls by this number: an act, by its place from 1, or an item that was not understood. */
export function itemCalled(
  { acts, notes }: Outline,
  name: string,
): { readonly act: number } | { readonly unread: OutlineNote } | undefined {
  const key = name.trim().toLowerCase()
  const act = acts.findIndex((_, i) => itemOfAct(acts, i + 1).toLowerCase() === key)
  if (act >= 0) return { act: act + 1 }
  const unread = notes.find((each) => each.kind === "unread" && each.item?.toLowerCase() === key)
  return unread && { unread }
}

/** What happened, with the writer's own number of each act where that is not its place. */
export function countedAsWritten<H extends Happening>(
  occurrences: readonly H[],
  acts: readonly OutlineAct[],
): readonly H[] {
  return occurrences.map((each) => {
    const item = itemOfAct(acts, each.act)
    return each.act === 0 || item === String(each.act) ? each : { ...each, item }
  })
}
