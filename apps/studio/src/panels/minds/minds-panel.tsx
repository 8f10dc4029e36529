/** Who believes what at a chosen moment: what each has wrong, and the whole of it as a table. */
import { type CSSProperties, useMemo, useState } from "react"
import {
  Button,
  Input,
  Label,
  Slider,
  SliderThumb,
  SliderTrack,
  TextField,
  ToggleButton,
} from "react-aria-components"
import { type Belief, eventfulFluents, type FactAt, factsAt, type InnerLife } from "@dramaturg/analysis"
import { type Fabula, reader } from "@dramaturg/model"
import { chooseMoment } from "../../commands/choose-moment.js"
import { showPanel } from "../../commands/show-panel.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { actWords, count, fluentWords } from "../../words.js"
import { howWords, valueWords } from "./knowledge.js"
import { InnerLives } from "./inner-lives.js"
import { Nested } from "./nested.js"
import "./minds.css"

export default function MindsPanel() {
  const found = useStudioState((it) => it.story.found)
  const run = useRun()
  if (!found)
    return (
      <p className="quiet empty">
        As soon as there is a story, this is where you look into people's heads.{" "}
        <Button className="link" onPress={() => run(showPanel, "story")}>
          To the story
        </Button>
      </p>
    )
  return <Minds fabula={found.fabula} lives={found.lives} />
}

function Minds({ fabula, lives }: { readonly fabula: Fabula; readonly lives: readonly InnerLife[] }) {
  const last = fabula.occurrences.length
  const moment = useStudioState((it) => it.moment) ?? last
  const fluents = useMemo(() => eventfulFluents(fabula), [fabula])
  const facts = useMemo(
    () => factsAt(fabula, Math.min(moment, last), fluents),
    [fabula, moment, last, fluents],
  )
  return (
    <div className="minds">
      <Moments fabula={fabula} moment={Math.min(moment, last)} />
      <Mistakes facts={facts} characters={fabula.characters} fabula={fabula} />
      <Unknown facts={facts} characters={fabula.characters} />
      <InnerLives lives={lives} fabula={fabula} moment={Math.min(moment, last)} />
      <Nested characters={fabula.characters} moment={Math.min(moment, last)} />
      <Matrix facts={facts} fabula={fabula} />
    </div>
  )
}

function Moments({ fabula, moment }: { readonly fabula: Fabula; readonly moment: number }) {
  const run = useRun()
  const occurrence = fabula.occurrences[moment - 1]
  const words = occurrence ? actWords(occurrence.label) : null
  const style = { "--at": `${(100 * moment) / Math.max(1, fabula.occurrences.length)}%` } as CSSProperties
  return (
    <div className="moments">
      <p className="moment-words" role="status">
        {words ? (
          <>
            After <em>{words.verb}</em>
            {words.names.length > 0 && ` (${words.names.join(", ")})`}
            {occurrence.kind === "trigger" && ", which happens by itself"}
          </>
        ) : (
          "At the start, before anything has happened"
        )}
      </p>
      <div className="moment-row">
        <Button
          className="plain"
          aria-label="One moment back"
          isDisabled={moment === 0}
          onPress={() => run(chooseMoment, moment - 1)}
        >
          <span aria-hidden="true">←</span>
        </Button>
        <Slider
          className="slider"
          aria-label="Moment of the story"
          minValue={0}
          maxValue={fabula.occurrences.length}
          value={moment}
          onChange={(value) => run(chooseMoment, value as number)}
        >
          <SliderTrack className="slider-track" style={style}>
            <SliderThumb className="slider-thumb" />
          </SliderTrack>
        </Slider>
        <Button
          className="plain"
          aria-label="One moment on"
          isDisabled={moment === fabula.occurrences.length}
          onPress={() => run(chooseMoment, moment + 1)}
        >
          <span aria-hidden="true">→</span>
        </Button>
      </div>
    </div>
  )
}

function Mistakes({
  facts,
  characters,
  fabula,
}: {
  readonly facts: readonly FactAt[]
  readonly characters: readonly string[]
  readonly fabula: Fabula
}) {
  const wrong = characters
    .map((who) => ({ who, facts: facts.filter((each) => isMistake(each.minds[who])) }))
    .filter((each) => each.facts.length > 0)
  return (
    <section aria-labelledby="minds-wrong">
      <h2 id="minds-wrong">What they have wrong</h2>
      {wrong.length === 0 && <p className="quiet">Nobody is wrong about anything at this moment.</p>}
      <div className="heads">
        {wrong.map(({ who, facts: own }) => (
          <div key={who} className="head-card">
            <h3>{who}</h3>
            <ul>
              {own.slice(0, 8).map(({ fluent, minds, truth }) => (
                <li key={fluent.label}>
                  <span className="fluent">{fluentWords(fluent)}</span>:{" "}
                  <span className="believed">{valueWords(minds[who].value)}</span>{" "}
                  <span className="quiet">
                    in truth {valueWords(truth.value)}
                    {sinceWords(fabula, truth.since)}
                  </span>
                </li>
              ))}
              {own.length > 8 && (
                <li className="quiet">… and {count(own.length - 8, "thing")} more, in the table below.</li>
              )}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What people may wonder about: that they do not know something is no mistake. */
function Unknown({
  facts,
  characters,
}: {
  readonly facts: readonly FactAt[]
  readonly characters: readonly string[]
}) {
  const open = characters
    .map((who) => ({
      who,
      facts: facts.filter((each) => each.minds[who].value === null && each.truth.value !== null),
    }))
    .filter((each) => each.facts.length > 0)
  if (open.length === 0) return null
  return (
    <section aria-labelledby="minds-unknown">
      <h2 id="minds-unknown">What they do not know</h2>
      <div className="heads">
        {open.map(({ who, facts: own }) => (
          <div key={who} className="head-card">
            <h3>{who}</h3>
            <p>{own.map((each) => fluentWords(each.fluent)).join(", ")}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

const isMistake = ({ isWrong, value }: Belief): boolean => isWrong && value !== null

function Matrix({ facts, fabula }: { readonly facts: readonly FactAt[]; readonly fabula: Fabula }) {
  const [wanted, setWanted] = useState("")
  const [onlyWrong, setOnlyWrong] = useState(false)
  const shown = facts.filter(
    (each) =>
      (!onlyWrong || fabula.characters.some((who) => isMistake(each.minds[who]))) &&
      fluentWords(each.fluent).toLowerCase().includes(wanted.toLowerCase()),
  )
  const people = [...fabula.characters, reader]
  return (
    <section aria-labelledby="minds-matrix">
      <h2 id="minds-matrix">Who knows what, since when</h2>
      <div className="matrix-choice">
        <TextField className="field" value={wanted} onChange={setWanted}>
          <Label>About</Label>
          <Input placeholder="a name, or a word" />
        </TextField>
        <ToggleButton className="view" isSelected={onlyWrong} onChange={setOnlyWrong}>
          Only what somebody has wrong
        </ToggleButton>
      </div>
      <div className="matrix" role="group" aria-label="The table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">At this moment</th>
              <th scope="col">In truth</th>
              {people.map((who) => (
                <th key={who} scope="col">
                  {who === reader ? "The reader" : who}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.fluent.label} data-new={each.isNew}>
                <th scope="row">{fluentWords(each.fluent)}</th>
                {[each.truth, ...people.map((who) => each.minds[who])].map((belief, i) => (
                  <td
                    key={i}
                    data-wrong={isMistake(belief)}
                    data-unknown={belief.value === null || belief.value === undefined}
                  >
                    {isMistake(belief) && (
                      <span className="wrong-mark">
                        ✗<span className="unseen"> wrong: </span>
                      </span>
                    )}
                    {valueWords(belief.value)}
                    {belief.since > 0 && (
                      <small title={fabula.occurrences[belief.since - 1].label}>
                        {fabula.occurrences[belief.since - 1].act}
                        {belief.how && i > 0 ? `, ${howWords(belief)}` : ""}
                      </small>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="quiet empty">Nothing like that changes in this story.</p>}
      </div>
      <p className="quiet fine">
        The small numbers are acts. What is not in the table never changes, and everybody knows it.
      </p>
    </section>
  )
}

function sinceWords(fabula: Fabula, since: number): string {
  const act = fabula.occurrences[since - 1]?.act
  return since === 0 || act === undefined ? "" : `, since act ${act}`
}
