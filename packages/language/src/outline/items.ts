/**
 * Determines, once an outline has been read, which of its entries are items of the plot, and their numbers.
 *
 * An entry of a list is an item, unless it is marked as a note, heads other items, or says more about one.
 * The other styles (sentences, numbered headings, rows of a table) count if an act was found in one of them:
 * then all entries in that style are items. An item that is no act is reported as not understood.
 *
 * Items keep the numbers that their author gave them. An item without a number among others that have one is
 * numbered as screenwriters number an inserted scene: `2a` comes after `2`. If two items have the same
 * number, or none has one, they are counted from 1.
 */
import { hasErrors } from "@dramaturg/model"
import { type Listed, type Page, type Style, warn, type Words } from "./page.js"

type Part = "act" | "mistaken" | "unread" | "marked" | "head" | "aside"

interface Placed {
  readonly listed: Listed
  readonly parent: Placed | undefined
  part: Part
  /** The author's number, preceded by that of the item it stands under. */
  written: string | undefined
}

/** In outlines with more items than this, similar acts are not looked up. */
const mostCompared = 200

export function determineItems(page: Page): void {
  const placed = placedIn(page.listed)
  const styles = stylesOf(page)
  for (const each of placed)
    if (each.part === "aside" && styles.has(each.listed.spot.style)) each.part = partOf(each)
  const items = placed.filter(
    (each) => each.part !== "aside" && (each.part !== "head" || each.written !== undefined),
  )
  const names = countedAs(items)
  let compared = 0
  items.forEach((each, i) =>
    record(page, each, names[i], each.part === "unread" && compared++ < mostCompared),
  )
  remarkOnNumbers(page, items, names)
}

function stylesOf({ listed, diagnostics }: Page): ReadonlySet<Style> {
  const found = new Set(
    listed
      .filter((each) => each.act !== undefined || each.spot.style === "item")
      .map((each) => each.spot.style),
  )
  // If no act was found at all, every entry may have been meant as one.
  return found.size > 0 || hasErrors(diagnostics) ? found : new Set(["sentence", "heading", "row"])
}

/** Each item with its parent: the last item before it that began further to the left. */
function placedIn(listed: readonly Listed[]): readonly Placed[] {
  const open: Placed[] = []
  return listed.map((each) => {
    while (open.length > 0 && !isUnder(each, open[open.length - 1].listed)) open.pop()
    const parent = open[open.length - 1]
    const part = each.act !== undefined ? "act" : each.note === undefined ? "mistaken" : "aside"
    const placed: Placed = { listed: each, parent, part, written: each.spot.written }
    if (
      parent?.written !== undefined &&
      placed.written !== undefined &&
      !placed.written.startsWith(parent.written)
    )
      placed.written = joined(parent.written, placed.written)
    if (part !== "aside")
      for (
        let above: Placed | undefined = parent;
        above !== undefined && above.part === "aside";
        above = above.parent
      )
        above.part = "head"
    if (each.spot.style === "item") open.push(placed)
    return placed
  })
}

function isUnder(one: Listed, other: Listed): boolean {
  return one.block === other.block && one.spot.style === "item" && one.spot.column >= other.spot.column + 2
}

function joined(outer: string, inner: string): string {
  return /\p{Nd}$/u.test(outer) && /^\p{Nd}/u.test(inner) ? `${outer}.${inner}` : `${outer}${inner}`
}

/** Whether the entry says more about an item above it that is not understood. */
function partOf({ listed, parent }: Placed): Part {
  if (listed.isMarked) return "marked"
  return parent?.part === "unread" || parent?.part === "marked" ? "aside" : "unread"
}

function countedAs(items: readonly Placed[]): readonly string[] {
  const written = items.flatMap((each) => each.written ?? [])
  if (written.length === 0 || items[0].written === undefined || new Set(written).size < written.length) {
    let count = 0
    return items.map((each) => (each.part === "head" ? "" : String(++count)))
  }
  const taken = new Set(written)
  let last = "0"
  return items.map((each) => {
    if (each.written !== undefined) return (last = each.written)
    const free = suffixes.find((each) => !taken.has(last + each)) ?? ""
    taken.add(last + free)
    return last + free
  })
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"]
const suffixes = [...letters, ...letters.flatMap((one) => letters.map((other) => one + other))]

function record(page: Page, { listed, part }: Placed, item: string, isCompared: boolean): void {
  if (listed.act !== undefined) page.acts[listed.act] = { ...page.acts[listed.act], item }
  if (listed.note === undefined || part === "act") return
  const note = page.notes[listed.note]
  if (part !== "unread") return void (page.notes[listed.note] = item === "" ? note : { ...note, item })
  const near = isCompared ? (page.sentence.near?.(note.text.slice(0, 300)) ?? []) : []
  page.notes[listed.note] = { ...note, kind: "unread", item, ...(near.length > 0 ? { near } : {}) }
  if (listed.words)
    remarkOn(
      page,
      listed,
      item,
      near.map(({ act, told }) => `\`${act}\` (“${told}”)`),
    )
}

function remarkOn(
  page: Page,
  { words, hint }: Listed & { readonly words?: Words },
  item: string,
  near: readonly string[],
): void {
  const meant = near.length === 0 ? undefined : `Did you mean ${near.join(" or ")}?`
  const help = hint ?? meant ?? "Write it like an act, or put `//` before it if it is a note."
  warn(page, words!.span(0, words!.text.length), {
    message: `Item ${item} is not understood: it is no act of this world.`,
    hint: help,
  })
}

function remarkOnNumbers(page: Page, items: readonly Placed[], names: readonly string[]): void {
  const moved = items.findIndex(
    (each, i) => each.written !== undefined && names[i] !== "" && names[i] !== each.written,
  )
  if (moved < 0) return
  const span = spanOf(page, items[moved].listed)
  warn(page, span, {
    message: `The numbers of this outline do not tell all its items apart: they are counted from 1, and this one is item ${names[moved]}.`,
    hint: "Give every item a number of its own.",
  })
}

function spanOf(page: Page, { act, note, words }: Listed) {
  if (act !== undefined) return page.acts[act].span
  return note === undefined ? words!.span(0, words!.text.length) : page.notes[note].span
}
