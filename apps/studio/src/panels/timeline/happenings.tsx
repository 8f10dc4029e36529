/** The timeline as a table. */
import { Button } from "react-aria-components"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun } from "../../shell/use-studio.js"
import { actWords } from "../../words.js"
import type { Column } from "./lanes.js"
import { shortOf } from "./links.js"

export interface HappeningsShown {
  /** In the order of the picture; `all` are those, too, that a telling leaves out. */
  readonly columns: readonly Column[]
  readonly all: readonly Column[]
  readonly chosen: number | null
}

export function Happenings({ columns, all, chosen }: HappeningsShown) {
  const run = useRun()
  const hasClock = columns.some((each) => each.hour !== null)
  const hasPlaces = columns.some((each) => each.where !== "")
  return (
    <section aria-labelledby="timeline-table">
      <h2 id="timeline-table" className="timeline-head">
        The same, as a table
      </h2>
      <div className="matrix" role="group" aria-label="The table" tabIndex={0}>
        <table className="happenings">
          <thead>
            <tr>
              <th scope="col">What</th>
              {hasClock && <th scope="col">Hour</th>}
              {hasPlaces && <th scope="col">Where</th>}
              <th scope="col">Who</th>
              <th scope="col">Seen by</th>
              <th scope="col">Not seen by</th>
              <th scope="col">Possible through</th>
              <th scope="col">Led to</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(
              ({
                occurrence: { number, act, kind, label },
                where,
                doneBy,
                seenBy,
                unseenBy,
                madePossibleBy,
                makesPossible,
                hour,
              }) => (
                <tr key={number} data-chosen={number === chosen}>
                  <th scope="row">
                    {kind === "act" ? (
                      <Button
                        className="link happening"
                        onPress={() => run(chooseAct, number === chosen ? null : act)}
                      >
                        {act}. {actWords(label).verb}
                      </Button>
                    ) : (
                      <span className="quiet">
                        {actWords(label).verb} <small>by itself</small>
                      </span>
                    )}
                  </th>
                  {hasClock && <td>{hour}</td>}
                  {hasPlaces && <td>{where || "–"}</td>}
                  <td>{named(doneBy)}</td>
                  <td>{named(seenBy)}</td>
                  <td>{named(unseenBy)}</td>
                  <td>{named(madePossibleBy.map((each) => shortOf(all, each)))}</td>
                  <td>{named(makesPossible.map((each) => shortOf(all, each)))}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function named(names: readonly string[]): string {
  return names.length === 0 ? "–" : [...new Set(names)].join(", ")
}
