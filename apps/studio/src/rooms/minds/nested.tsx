/** On demand: what one thinks that another believes, where the other does not. */
import { type Fabula, type Holding, printValue, standingAt } from "@dramaturg/model"
import { useState } from "react"
import { Button } from "react-aria-components"
import { lookDeeper } from "../../commands/look-deeper.js"
import { useRun, useStudioState } from "../../frame/use-studio.js"

export function Nested({ characters, moment }: { readonly characters: readonly string[]; readonly moment: number }) {
  const [nested, found] = [useStudioState((it) => it.nested), useStudioState((it) => it.story.found)]
  const run = useRun()
  if (characters.length < 2) return null
  const isThere = nested !== null && nested.of === found
  return (
    <section aria-labelledby="minds-nested">
      <h2 id="minds-nested">What they think others believe</h2>
      {isThere ? <Pairs fabula={nested.fabula} characters={characters} moment={moment} /> : <p><Button className="button button-quiet" onPress={() => run(lookDeeper)}>Look one mind deeper</Button></p>}
    </section>
  )
}

function Pairs({ fabula, characters, moment }: { readonly fabula: Fabula; readonly characters: readonly string[]; readonly moment: number }) {
  const [who, setWho] = useState(characters[0])
  const others = characters.filter((each) => each !== who)
  return (
    <>
      <label className="field nested-who"><span>In the head of</span>
        <select value={who} onChange={(event) => setWho(event.target.value)}>{characters.map((each) => <option key={each}>{each}</option>)}</select>
      </label>
      <div className="heads">
        {others.map((other) => {
          const wrong = misjudged(fabula, moment, who, other)
          return (
            <div key={other} className="head-card">
              <h3>{who} about {other}</h3>
              {wrong.length === 0 ? <p className="quiet">sees rightly what {other} believes</p> : (
                <ul>{wrong.map(({ fluent, thought, truth }) => (
                  <li key={fluent}><span className="fluent">{fluent}</span>: <span className="believed">{thought}</span> <span className="quiet">but {other} believes {truth}</span></li>
                ))}</ul>
              )}
            </div>
          )
        })}
      </div>
    </>
  )
}

interface Misjudged {
  readonly fluent: string
  readonly thought: string
  readonly truth: string
}

/** Of everything that the fabula tells of, where B(who, B(other)) is not B(other). */
export function misjudged(fabula: Fabula, moment: number, who: string, other: string): readonly Misjudged[] {
  const all: readonly Pick<Holding, "fluent">[] = [...fabula.start, ...fabula.occurrences.flatMap((each) => each.changes)]
  return [...new Set(all.map((each) => each.fluent))].sort().flatMap((fluent) => {
    const [thought, truth] = [[who, other], [other]].map((believers) => standingAt(fabula, moment, believers, fluent)?.value ?? null)
    return thought === truth ? [] : [{ fluent, thought: said(thought), truth: said(truth) }]
  })
}

function said(value: Holding["value"]): string {
  return value === true ? "yes" : value === false ? "no" : value === null ? "not known" : printValue(value)
}
