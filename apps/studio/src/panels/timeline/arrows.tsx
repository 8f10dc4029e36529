/** What made what possible, as arrows between marks. */
import type { Column } from "./lanes.js"

export interface ArrowsShown {
  readonly columns: readonly Column[]
  readonly xs: readonly number[]
  /** The heights at which something stands in a column. */
  readonly heights: (column: Column) => readonly number[]
  readonly chosen: number | null
  readonly isAll: boolean
}

/** How far from the middle of a mark an arrow begins and ends. */
const away = 11

export function Arrows({ columns, xs, heights, chosen, isAll }: ArrowsShown) {
  const places = new Map(columns.map((each, i) => [each.occurrence.number, i]))
  // Those farther off are lit up without arrows: with them the near ones could not be seen.
  const isSeen = (from: number, to: number): boolean => isAll || from === chosen || to === chosen
  const arrows = columns.flatMap((to, i) =>
    to.madePossibleBy.flatMap((number) => {
      const j = places.get(number)
      if (j === undefined || !isSeen(number, to.occurrence.number)) return []
      const [y1, y2] = nearest(heights(columns[j]), heights(to))
      return [
        {
          key: `${number}-${to.occurrence.number}`,
          isOwn: number === chosen || to.occurrence.number === chosen,
          path: curve(xs[j], y1, xs[i], y2),
        },
      ]
    }),
  )
  // Those of the chosen act lie on top.
  return (
    <>
      <defs>
        {["", "-own"].map((each) => (
          <marker
            key={each}
            id={`arrowhead${each}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M 0 0.5 L 8 4 L 0 7.5 z" className={`arrowhead${each}`} />
          </marker>
        ))}
      </defs>
      {[...arrows]
        .sort((one, other) => Number(one.isOwn) - Number(other.isOwn))
        .map(({ key, isOwn, path }) => (
          <path
            key={key}
            className="cause"
            data-own={isOwn}
            d={path}
            markerEnd={`url(#arrowhead${isOwn ? "-own" : ""})`}
          />
        ))}
    </>
  )
}

/** Of two columns the heights that are nearest to each other. */
function nearest(ones: readonly number[], others: readonly number[]): readonly [number, number] {
  const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const))
  return pairs.reduce(
    (best, each) => (Math.abs(each[0] - each[1]) < Math.abs(best[0] - best[1]) ? each : best),
    pairs[0] ?? [0, 0],
  )
}

/** Along a lane it goes over what lies between; from lane to lane it swings across. */
function curve(x1: number, y1: number, x2: number, y2: number): string {
  const way = Math.sign(x2 - x1) || 1
  const wide = Math.abs(x2 - x1)
  if (y1 === y2) {
    const lift = Math.min(40, 8 + wide / 5)
    return `M ${x1 + way * 5} ${y1 - away} C ${x1 + (way * wide) / 4} ${y1 - away - lift}, ${x2 - (way * wide) / 4} ${y2 - away - lift}, ${x2 - way * 4} ${y2 - away}`
  }
  const bend = Math.max(18, wide / 2)
  return `M ${x1 + way * away} ${y1} C ${x1 + way * bend} ${y1}, ${x2 - way * bend} ${y2}, ${x2 - way * away} ${y2}`
}
