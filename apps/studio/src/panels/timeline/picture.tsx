/** The lanes, drawn. Each column is something that happened; pressing it chooses its act. */
import { useEffect, useRef } from "react"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun } from "../../shell/use-studio.js"
import { Arrows } from "./arrows.js"
import type { Column, Mark } from "./lanes.js"
import type { Kin } from "./links.js"
import { Sign } from "./sign.js"

const [laneHeight, actWidth, triggerWidth, top] = [44, 46, 26, 44]

export interface PictureShown {
  readonly columns: readonly Column[]
  readonly names: readonly string[]
  readonly lanes: "people" | "places"
  readonly chosen: number | null
  readonly isAll: boolean
  /** What led to the chosen act, and what came of it; null: everything is as bright. */
  readonly kin: Kin | null
}

export function Picture({ columns, names, lanes, chosen, isAll, kin }: PictureShown) {
  const run = useRun()
  const box = useRef<HTMLDivElement>(null)
  const xs = positions(columns)
  const width = (xs.at(-1) ?? 0) + actWidth
  const hasClock = columns.some((each) => each.hour !== null)
  const height = top + names.length * laneHeight + (hasClock ? 22 : 4)
  const yOf = (lane: string): number => top + (names.indexOf(lane) + 0.5) * laneHeight
  const marksOf = (column: Column): readonly Mark[] =>
    lanes === "people" ? column.marks : column.places.map((lane) => ({ lane, part: "does", saw: null }))
  const isLit = (number: number): boolean =>
    kin === null || isAll || number === chosen || kin.before.has(number) || kin.after.has(number)
  useEffect(() => {
    box.current?.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: "nearest", inline: "center" })
  }, [chosen])
  return (
    <div className="timeline-box" ref={box}>
      <ul className="lane-names" style={{ paddingTop: top }} aria-hidden="true">
        {names.map((each) => (
          <li key={each} style={{ height: laneHeight }}>
            {each}
          </li>
        ))}
        {hasClock && <li className="lane-clock">hour</li>}
      </ul>
      <svg
        className="timeline-picture"
        width={width}
        height={height}
        role="img"
        aria-label="The same as the table below, drawn in lanes"
      >
        {names.map((each) => (
          <line key={each} x1={0} x2={width} y1={yOf(each)} y2={yOf(each)} className="lane-line" />
        ))}
        {columns.map((column, i) => {
          const { number, act, kind } = column.occurrence
          const marks = marksOf(column)
          const ys = marks
            .filter((each) => each.part !== "misses")
            .map((each) => yOf(each.lane))
            .sort((a, b) => a - b)
          return (
            <g
              key={number}
              className="column"
              data-lit={isLit(number)}
              data-chosen={number === chosen}
              data-act={act}
              onClick={() => run(chooseAct, number === chosen ? null : act)}
            >
              <title>{column.sentence}</title>
              <rect
                x={xs[i] - widthOf(column) / 2}
                y={0}
                width={widthOf(column)}
                height={height}
                className="column-back"
              />
              {kind === "act" && (
                <text x={xs[i]} y={18} className="column-number">
                  {act}
                </text>
              )}
              {ys.length > 1 && (
                <line x1={xs[i]} x2={xs[i]} y1={ys[0]} y2={ys.at(-1)} className="column-line" />
              )}
              {marks.map(({ lane, part, saw }) => (
                <Sign
                  key={lane}
                  x={xs[i]}
                  y={yOf(lane)}
                  part={kind === "trigger" ? "by itself" : part}
                  isBlind={saw === false}
                />
              ))}
              {column.hour !== null && kind === "act" && (
                <text x={xs[i]} y={height - 6} className="column-hour">
                  {column.hour}
                </text>
              )}
            </g>
          )
        })}
        <Arrows columns={columns} xs={xs} heights={heights} chosen={chosen} isAll={isAll} />
      </svg>
    </div>
  )

  /** Where its arrows begin and end: with those who consent, or else with those whom it concerns. */
  function heights(column: Column): readonly number[] {
    const marks = marksOf(column)
    const doers = marks.filter((each) => each.part === "does")
    return (doers.length > 0 ? doers : marks.filter((each) => each.part === "takes part")).map((each) =>
      yOf(each.lane),
    )
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
