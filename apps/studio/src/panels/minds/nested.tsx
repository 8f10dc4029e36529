/** On demand: what one thinks that another believes, where the other does not. */
import { takenToKnow } from "@dramaturg/analysis"
import { useState } from "react"
import { Button } from "react-aria-components"
import { lookDeeper } from "../../commands/look-deeper.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { DeeperStory } from "../../worker/protocol.js"
import { count, fluentWords } from "../../words.js"
import { type MisjudgedWords, misjudged } from "./misjudged.js"

/** How many stand there at once; the others are opened. */
const most = 6

export function Nested({
  characters,
  moment,
}: {
  readonly characters: readonly string[]
  readonly moment: number
}) {
  const [nested, found] = [useStudioState((it) => it.nested), useStudioState((it) => it.story.found)]
  const run = useRun()
  if (characters.length < 2) return null
  const isAsked = nested !== null && nested.of === found
  return (
    <section aria-labelledby="minds-nested">
      <h2 id="minds-nested">What they think others believe</h2>
      {isAsked && nested.seen && <Pairs deeper={nested.seen} characters={characters} moment={moment} />}
      {isAsked && !nested.seen && (
        <p className="quiet" role="status">
          Looking …
        </p>
      )}
      {!isAsked && (
        <p>
          <Button className="button button-quiet" onPress={() => run(lookDeeper)}>
            Look one mind deeper
          </Button>
        </p>
      )}
    </section>
  )
}

function Pairs({
  deeper,
  characters,
  moment,
}: {
  readonly deeper: DeeperStory
  readonly characters: readonly string[]
  readonly moment: number
}) {
  const [chosen, setWho] = useState(characters[0])
  const who = characters.includes(chosen) ? chosen : characters[0]
  return (
    <>
      <label className="field nested-who">
        <span>In the head of</span>
        <select value={who} onChange={(event) => setWho(event.target.value)}>
          {characters.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <div className="heads">
        {characters
          .filter((each) => each !== who)
          .map((other) => {
            const wrong = misjudged(deeper, moment, who, other)
            const known = takenToKnow(deeper.fabula, moment, who, other)
            return (
              <div key={other} className="head-card">
                <h3>
                  {who} about {other}
                </h3>
                {known.length > 0 && (
                  <p>
                    takes {other} to know, whatever it is: {known.map(fluentWords).join(", ")}
                  </p>
                )}
                {wrong.length === 0 ? (
                  <p className="quiet">sees rightly what {other} believes</p>
                ) : (
                  <>
                    <p className="quiet">thinks that {other} believes</p>
                    <Wrong wrong={wrong.slice(0, most)} other={other} />
                    {wrong.length > most && (
                      <details>
                        <summary>and {count(wrong.length - most, "thing")} more</summary>
                        <Wrong wrong={wrong.slice(most)} other={other} />
                      </details>
                    )}
                  </>
                )}
              </div>
            )
          })}
      </div>
    </>
  )
}

function Wrong({ wrong, other }: { readonly wrong: readonly MisjudgedWords[]; readonly other: string }) {
  return (
    <ul>
      {wrong.map(({ fluent, thought, truth }) => (
        <li key={fluent.label}>
          <span className="believed">{thought}</span>{" "}
          <span className="quiet">
            – {other} believes {truth === "the opposite" ? truth : `“${truth}”`}
          </span>
        </li>
      ))}
    </ul>
  )
}
