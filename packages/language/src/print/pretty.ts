/**
 * Layouts with the places where they may be broken, and how to print them on lines of a given width.
 *
 * A group is printed on one line if it fits; otherwise each of its own breaks becomes a new line, and its
 * inner groups are decided one by one.
 */

export type Layout =
  | string
  | readonly Layout[]
  /** A space, or a new line if the group around it does not fit; with `tight`, nothing or a new line. */
  | { readonly kind: "break"; readonly tight: boolean }
  /** A new line always; `blank` leaves one line empty before it. */
  | { readonly kind: "newline"; readonly blank: boolean }
  | { readonly kind: "indent" | "group"; readonly body: Layout }

export const space: Layout = { kind: "break", tight: false }
export const seam: Layout = { kind: "break", tight: true }
export const newline: Layout = { kind: "newline", blank: false }
export const blankLine: Layout = { kind: "newline", blank: true }

export function group(...body: readonly Layout[]): Layout {
  return { kind: "group", body }
}

export function indent(...body: readonly Layout[]): Layout {
  return { kind: "indent", body }
}

interface Piece {
  readonly layout: Layout
  readonly margin: number
  readonly isFlat: boolean
}

export function render(layout: Layout, width: number): string {
  const out: string[] = []
  const rest: Piece[] = [{ layout, margin: 0, isFlat: false }]
  let column = 0
  const write = (text: string): void => {
    out.push(text)
    const lastBreak = text.lastIndexOf("\n")
    column = lastBreak < 0 ? column + text.length : text.length - lastBreak - 1
  }
  while (rest.length > 0) {
    const piece = rest.pop()!
    const { margin, isFlat } = piece
    const each = piece.layout
    if (typeof each === "string") write(each)
    else if (isList(each))
      for (let i = each.length - 1; i >= 0; i--) rest.push({ layout: each[i], margin, isFlat })
    else if (each.kind === "indent") rest.push({ layout: each.body, margin: margin + 2, isFlat })
    else if (each.kind === "group") {
      rest.push({ layout: each.body, margin, isFlat: isFlat || fits(each.body, rest, width - column) })
    } else if (each.kind === "break" && isFlat) write(each.tight ? "" : " ")
    else write(`${each.kind === "newline" && each.blank ? "\n\n" : "\n"}${" ".repeat(margin)}`)
  }
  return out.join("").replace(/[ \t]+(?=[\n\r]|$)/g, "")
}

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout)
}

/**
 * Whether `body`, and what follows it up to the next possible break, fits into `columns` columns without a
 * new line inside.
 */
function fits(body: Layout, after: readonly Piece[], columns: number): boolean {
  const own: Layout[] = [body]
  let next = after.length - 1
  let inBody = true
  while (columns >= 0) {
    if (own.length === 0) {
      inBody = false
      if (next < 0) return true
      if (endsHere(after[next].layout, after[next].isFlat)) return true
      own.push(after[next--].layout)
      continue
    }
    const each = own.pop()!
    if (typeof each === "string") columns -= each.includes("\n") ? columns + 1 : each.length
    else if (isList(each)) for (let i = each.length - 1; i >= 0; i--) own.push(each[i])
    else if (each.kind === "newline") return !inBody
    else if (each.kind === "break") {
      if (!inBody) return true
      columns -= each.tight ? 0 : 1
    } else own.push(each.body)
  }
  return false
}

function endsHere(layout: Layout, isFlat: boolean): boolean {
  return typeof layout !== "string" && !isList(layout) && layout.kind === "break" && !isFlat
}
