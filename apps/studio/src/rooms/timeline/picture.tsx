/** The lanes, drawn. Each column is something that happened; whoever presses it chooses its act. */
import { useEffect, useRef } from "react"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun } from "../../frame/use-studio.js"
import { actWords } from "../../words.js"
import type { Column } from "./lanes.js"

const [laneHeight, actWidth, triggerWidth, top] = [44, 46, 26, 34]

export interface PictureShown {
  readonly columns: readonly Column[]
  readonly names: readonly string[]
  readonly lanes: "people" | "places"
  readonly chosen: number | null
  readonly isAll: boolean
  /** What the chosen act led to and came from; null: everything is as bright. */
  readonly links: ReadonlySet<number> | null
}

export function Picture({ columns, names, lanes, chosen, isAll, links }: PictureShown) {
  const run = useRun()
  const box = useRef<HTMLDivElement>(null)
  const xs = positions(columns)
  const width = (xs.at(-1) ?? 0) + actWidth
  const hasClock = columns.some((each) => each.hour !== null)
  const height = top + names.length * laneHeight + (hasClock ? 22 : 4)
  const yOf = (lane: string): number => top + (names.indexOf(lane) + 0.5) * laneHeight
  const marksOf = (column: Column) => (lanes === "people" ? column.marks : column.places.map((lane) => ({ lane, part: "does" as const })))
  const isLit = (column: Column): boolean => links === null || links.has(column.occurrence.number)
  useEffect(() => {
    box.current?.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [chosen])
  return (
    <div className="timeline-box" ref={box}>
      <ul className="lane-names" style={{ paddingTop: top }} aria-hidden="true">{names.map((each) => <li key={each} style={{ height: laneHeight }}>{each}</li>)}{hasClock && <li className="lane-clock">hours</li>}</ul>
      <svg className="timeline-picture" width={width} height={height} role="img" aria-label="The same as the table below, drawn in lanes">
        {names.map((each) => <line key={each} x1={0} x2={width} y1={yOf(each)} y2={yOf(each)} className="lane-line" />)}
        {columns.flatMap((to, i) => to.madePossibleBy.map((from) => {
          const j = columns.findIndex((each) => each.occurrence.number === from)
          const isOwn = to.occurrence.number === chosen || from === chosen
          if (j < 0 || !(isAll || isOwn || (links?.has(from) && links.has(to.occurrence.number)))) return null
          return <path key={`${from}-${to.occurrence.number}`} className="cause" data-own={isOwn} d={arc(xs[j], heightOf(columns[j]), xs[i], heightOf(to))} />
        }))}
        {columns.map((column, i) => {
          const { number, act, kind, label } = column.occurrence
          const marks = marksOf(column)
          const ys = marks.map((each) => yOf(each.lane)).sort((a, b) => a - b)
          return (
            <g key={number} className="column" data-lit={isLit(column)} data-chosen={number === chosen} data-act={act} onClick={() => run(chooseAct, number === chosen ? null : act)}>
              <title>{sentence(column, label)}</title>
              <rect x={xs[i] - widthOf(column) / 2} y={0} width={widthOf(column)} height={height} className="column-back" />
              {kind === "act" && <text x={xs[i]} y={20} className="column-number">{act}</text>}
              {ys.length > 1 && <line x1={xs[i]} x2={xs[i]} y1={ys[0]} y2={ys.at(-1)} className="column-line" />}
              {marks.map(({ lane, part }) => kind === "trigger"
                ? <rect key={lane} x={xs[i] - 5} y={yOf(lane) - 5} width={10} height={10} transform={`rotate(45 ${xs[i]} ${yOf(lane)})`} className="mark-trigger" />
                : <circle key={lane} cx={xs[i]} cy={yOf(lane)} r={part === "sees" ? 3.5 : 8} className={`mark-${part.replace(" ", "-")}`} />)}
              {column.hour !== null && kind === "act" && <text x={xs[i]} y={height - 6} className="column-hour">{column.hour}</text>}
            </g>
          )
        })}
      </svg>
    </div>
  )

  function heightOf(column: Column): number {
    const [first] = marksOf(column)
    return first ? yOf(first.lane) : top
  }
}

function widthOf({ occurrence }: Column): number {
  return occurrence.kind === "act" ? actWidth : triggerWidth
}

function positions(columns: readonly Column[]): readonly number[] {
  let x = 0
  return columns.map((each) => {
    const middle = x + widthOf(each) / 2
    x += widthOf(each)
    return middle
  })
}

/** From what made it possible to what it made possible, over the lanes between. */
function arc(x1: number, y1: number, x2: number, y2: number): string {
  const lift = Math.min(26, 8 + Math.abs(x2 - x1) / 8)
  return `M ${x1} ${y1} C ${x1 + (x2 - x1) / 3} ${y1 - lift}, ${x2 - (x2 - x1) / 3} ${y2 - lift}, ${x2} ${y2}`
}

function sentence({ occurrence: { kind, act }, marks }: Column, label: string): string {
  const { verb, names } = actWords(label)
  const seers = marks.filter((each) => each.part === "sees").map((each) => each.lane)
  return `${kind === "act" ? `Act ${act}: ` : "By itself: "}${verb}${names.length > 0 ? ` (${names.join(", ")})` : ""}${seers.length > 0 ? `; seen by ${seers.join(", ")}` : ""}`
}
