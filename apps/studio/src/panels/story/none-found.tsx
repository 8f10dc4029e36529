/** No story, and why; what would open one can be tried. */
import { Button } from "react-aria-components"
import type { Opening } from "@dramaturg/model"
import { printValue } from "@dramaturg/model"
import { askWhatIf } from "../../commands/ask.js"
import { showPanel } from "../../commands/show-panel.js"
import type { Changes, NoStory } from "../../worker/protocol.js"
import { Linked } from "../../shell/linked.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"

export function NoneFound({ none }: { readonly none: NoStory }) {
  const [opening, breach, shortfall] = [
    useStudioState((it) => it.story.opening),
    useStudioState((it) => it.story.breach),
    useStudioState((it) => it.story.shortfall),
  ]
  const run = useRun()
  const answer = opening?.kind === "ending" ? opening.answer : null
  const openings = answer?.kind === "not-reached" ? answer.openings : []
  const said = opening?.kind === "ending" ? opening.openings : []
  return (
    <section className="none" aria-label="No story">
      <h2>{none.proof === "exhausted" ? "There is no story" : "No story yet"}</h2>
      <p>
        {none.proof === "exhausted"
          ? "Nothing that people here would do, each for reasons of their own, leads to the end you want."
          : "None was found before the search was stopped; that does not mean that there is none."}
      </p>
      {breach && (
        <div className="breach">
          <p>
            The story that was here breaks at act {breach.line}, <code>{breach.act}</code>:
          </p>
          {breach.sentences.map((each, i) => (
            <p key={i} className="breach-why">
              <Linked text={each} />
            </p>
          ))}
        </div>
      )}
      {shortfall && (
        <div className="breach">
          <p>
            Every act of the story that was here could still be, but it would not be the story that is wanted:
          </p>
          <p className="breach-why">
            <Linked text={shortfall} />
          </p>
        </div>
      )}
      {opening === null && <p className="quiet">Looking for what would have to be otherwise …</p>}
      {answer && openings.length === 0 && answer.kind === "not-reached" && (
        <p className="quiet">No single change was found that opens one.</p>
      )}
      {openings.length > 0 && (
        <>
          <p>There would be one</p>
          <ul className="openings">
            {openings.map((each, i) => (
              <li key={i}>
                <span>{said[i].words}</span>{" "}
                {changesOf(each) && (
                  <Button
                    className="link"
                    onPress={() =>
                      run(askWhatIf, { changes: changesOf(each)!, title: `What would be ${said[i].words}?` })
                    }
                  >
                    Try it
                  </Button>
                )}
                <small className="quiet">{said[i].way}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="none-ways">
        <Button className="link" onPress={() => run(showPanel, "why")}>
          Ask why nobody does something
        </Button>
      </p>
    </section>
  )
}

function changesOf(opening: Opening): Changes | null {
  if (opening.kind === "rule") return { facts: [], wants: [], without: [opening.trigger] }
  if (opening.kind !== "fact") return null
  return { facts: [`${opening.fluent.label} = ${printValue(opening.value)}`], wants: [], without: [] }
}
