/**
 * The story map: everything that can happen, where it ends, and how one gets there; beside it a table that
 * says the same.
 */
import { useState } from "react"
import { unmetSentences } from "@dramaturg/telling"
import { Button } from "react-aria-components"
import { useQuestion, useStudioState } from "../../shell/use-studio.js"
import type { DrawnMap } from "../../worker/jobs/map.js"
import { actWords, count } from "../../words.js"
import { Chart } from "./chart.js"
import "./map.css"

/** As many places as can be drawn while one drags them. */
const most = 20_000

export default function MapPanel() {
  const [files, characters] = [
    useStudioState((it) => it.project.files),
    useStudioState((it) => it.checked?.characters) ?? [],
  ]
  const { isAsking, visited, refused, answer: drawn, of, asked, ask, stop } = useQuestion("map")
  const draw = (as: string | null): void => ask({ as, most })
  const as = asked?.as ?? null
  return (
    <div className="map-panel">
      <div className="asking map-asking">
        <label className="field">
          <span>Everything that can happen</span>
          <select
            value={as ?? ""}
            onChange={(event) => draw(event.target.value === "" ? null : event.target.value)}
          >
            <option value="">if everybody has their reasons</option>
            {characters.map((each) => (
              <option key={each} value={each}>
                if {each} may do anything
              </option>
            ))}
          </select>
        </label>
        {isAsking ? (
          <Button className="button button-quiet" onPress={stop}>
            Stop
          </Button>
        ) : (
          <Button className="button button-quiet" onPress={() => draw(as)}>
            {drawn ? "Draw it again" : "Draw it"}
          </Button>
        )}
      </div>
      {isAsking && (
        <p className="quiet" role="status">
          {count(visited ?? 0, "place")} looked at …
        </p>
      )}
      {refused && <p className="refused">{refused}</p>}
      {!drawn && !isAsking && !refused && (
        <p className="quiet empty">
          A map of every way that the story can go: where it ends as you want, where it comes to rest, and
          where it can be lost.
        </p>
      )}
      {drawn && <Drawn key={drawn.survey.states} drawn={drawn} isStale={of !== files} />}
    </div>
  )
}

function Drawn({ drawn, isStale }: { readonly drawn: DrawnMap; readonly isStale: boolean }) {
  const [chosen, setChosen] = useState<number | null>(null)
  const { survey, limit } = drawn
  const way = chosen === null ? [] : wayTo(drawn, chosen)
  return (
    <>
      <p role="status">
        {summary(drawn)}
        {limit && " It was stopped there: there is more."}
        {isStale && " The text has changed since."}
      </p>
      <Chart drawn={drawn} chosen={chosen} way={way} onChoose={setChosen} />
      {chosen !== null && (
        <p className="map-way">
          <strong>{place(drawn, chosen)}</strong>{" "}
          {way.length > 1
            ? way
                .slice(1)
                .map((each) => actOf(drawn.places[each].act))
                .join(", then ")
            : "before anything has happened"}
          .
        </p>
      )}
      <section aria-labelledby="map-ends">
        <h2 id="map-ends">How it can end</h2>
        <div className="matrix" role="group" aria-label="The table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">End</th>
                <th scope="col">Brought about by</th>
                <th scope="col">Places</th>
                <th scope="col">At the soonest</th>
              </tr>
            </thead>
            <tbody>
              {survey.endings.map((each, i) => (
                <tr key={i}>
                  <th scope="row">
                    <Button className="link happening" onPress={() => setChosen(each.states[0])}>
                      {each.ending === "goal" ? "As the author wants" : "It rests"}:{" "}
                      {each.act === null ? "at once" : actOf(each.act)}
                    </Button>
                  </th>
                  <td>{each.by.join(", ") || "nobody"}</td>
                  <td>{each.states.length}</td>
                  <td>{count(each.shortest.length, drawn.as === null ? "act" : "choice")}</td>
                </tr>
              ))}
              {survey.endings.length === 0 && (
                <tr>
                  <td colSpan={4}>No end was met.</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </section>
      {survey.lost.ways.length > 0 && (
        <section aria-labelledby="map-lost">
          <h2 id="map-lost">Where it is lost</h2>
          <p>
            From {count(survey.lost.states, "place")} the author’s end can’t be reached any more. The nearest
            ways there:
          </p>
          <ul className="map-lost">
            {survey.lost.ways.map((each) => (
              <li key={each.state}>
                <Button className="link happening" onPress={() => setChosen(each.state)}>
                  {each.shortest.map(actOf).join(", then ")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unmetSentences(survey, (action) => actWords(action).verb).map((each) => (
        <p key={each} className="quiet">
          {each}
        </p>
      ))}
    </>
  )
}

function summary({ survey: { states, endings, isWhole, open }, as }: DrawnMap): string {
  const goals = endings
    .filter((each) => each.ending === "goal")
    .reduce((sum, each) => sum + each.states.length, 0)
  const rests = endings
    .filter((each) => each.ending === "rest")
    .reduce((sum, each) => sum + each.states.length, 0)
  return `${count(states, "place")}${as === null ? "" : ` that ${as} can come to`}: ${goals} where it ends as the author wants, ${rests} where it comes to rest.${isWhole ? "" : ` Of ${open} it is open.`}`
}

function wayTo({ places }: DrawnMap, number: number): readonly number[] {
  const way: number[] = []
  for (let at = number; at >= 0; at = places[at].from) way.unshift(at)
  return way
}

function actOf(act: string | null): string {
  if (act === null || act === "(wait)") return "wait"
  const { verb, names } = actWords(act)
  return names.length === 0 ? verb : `${verb} (${names.join(", ")})`
}

function place({ places }: DrawnMap, number: number): string {
  const { ending } = places[number]
  return ending === "goal"
    ? "The end:"
    : ending === "rest"
      ? "Here it rests:"
      : number === 0
        ? "The beginning,"
        : "On the way:"
}
