/** The timeline as a table. */
import { Button } from "react-aria-components"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun } from "../../frame/use-studio.js"
import { actWords } from "../../words.js"
import type { Column } from "./lanes.js"

export function Happenings({ columns, chosen }: { readonly columns: readonly Column[]; readonly chosen: number | null }) {
  const run = useRun()
  const hasClock = columns.some((each) => each.hour !== null)
  return (
    <section aria-labelledby="timeline-table">
      <h2 id="timeline-table" className="timeline-head">The same, as a table</h2>
      <div className="matrix" role="group" aria-label="The table" tabIndex={0}>
        <table className="happenings">
          <thead><tr><th scope="col">What</th>{hasClock && <th scope="col">Hour</th>}<th scope="col">Where</th><th scope="col">Who</th><th scope="col">Seen by</th><th scope="col">Not by</th><th scope="col">Possible through</th><th scope="col">Led to</th></tr></thead>
          <tbody>
            {columns.map(({ occurrence: { number, act, kind, label }, marks, places, unseenBy, madePossibleBy, makesPossible, hour }) => (
              <tr key={number} data-chosen={number === chosen}>
                <th scope="row">
                  {kind === "act" ? <Button className="link happening" onPress={() => run(chooseAct, number === chosen ? null : act)}>{act}. {actWords(label).verb}</Button> : <span className="quiet">{actWords(label).verb} <small>by itself</small></span>}
                </th>
                {hasClock && <td>{hour}</td>}
                <td>{places.join(" → ")}</td>
                <td>{named(marks.filter((each) => each.part !== "sees").map((each) => each.lane))}</td>
                <td>{named(marks.filter((each) => each.part === "sees").map((each) => each.lane))}</td>
                <td>{named(unseenBy)}</td>
                <td>{named(madePossibleBy.map((each) => shortOf(columns, each)))}</td>
                <td>{named(makesPossible.map((each) => shortOf(columns, each)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function named(names: readonly string[]): string {
  return names.length === 0 ? "–" : [...new Set(names)].join(", ")
}

function shortOf(columns: readonly Column[], number: number): string {
  const found = columns.find((each) => each.occurrence.number === number)
  if (!found) return "something untold"
  const { kind, act, label } = found.occurrence
  return kind === "act" ? String(act) : actWords(label).verb
}
