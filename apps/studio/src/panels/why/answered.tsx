/** The answer to the last question. */
import { useEffect, useRef } from "react"
import { Button } from "react-aria-components"
import { applyChanges } from "../../commands/apply-changes.js"
import { keepAsScenario } from "../../commands/write-scenario.js"
import { cancelQuestion } from "../../commands/ask.js"
import type { WhyAnswer } from "../../state.js"
import type { ComparedWorlds } from "../../worker/protocol.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { Linked } from "../../shell/linked.js"
import { count } from "../../words.js"

export function Answered() {
  const why = useStudioState((it) => it.why)
  const run = useRun()
  const place = useRef<HTMLElement>(null)
  const { question } = why
  const changes = question?.changes
  useEffect(() => {
    if (question) place.current?.scrollIntoView({ block: "nearest" })
  }, [question])
  if (!why.question) return null
  return (
    <section className="answer" aria-live="polite" aria-label="Answer" ref={place}>
      <h2 className="answer-title">{why.question.title}</h2>
      {why.isAsking && (
        <p className="quiet">
          Trying it out{why.figures ? `: ${count(why.figures.visited, "moment")} seen` : ""} …{" "}
          <Button className="link" onPress={() => run(cancelQuestion)}>
            Stop
          </Button>
        </p>
      )}
      {!why.isAsking && why.answer === null && <p className="quiet">Stopped.</p>}
      {why.answer && <Said answer={why.answer} />}
      {why.answer?.kind === "compared" && changes && changes.without.length + changes.wants.length === 0 && (
        <Button className="button button-quiet answer-keep" onPress={() => run(applyChanges, changes)}>
          Keep this change
        </Button>
      )}
      {why.answer?.kind === "compared" &&
        changes &&
        (why.answer.comesTo === "unknown" ? (
          <p className="quiet">
            Whether there would be a story was not found out, so this can’t be kept as a scenario.
          </p>
        ) : (
          <Button
            className="button button-quiet answer-keep"
            onPress={() =>
              run(keepAsScenario, {
                title: why.question!.title,
                changes,
                comesTo: (why.answer as ComparedWorlds).comesTo,
              })
            }
          >
            Keep as a scenario
          </Button>
        ))}
    </section>
  )
}

function Said({ answer }: { readonly answer: WhyAnswer }) {
  if (answer.kind === "refused") return <p className="refused">{answer.sentence}</p>
  if (answer.kind === "obstacles")
    return (
      <>
        {answer.sentences.map((each, i) => (
          <p key={i}>
            <Linked text={each} />
          </p>
        ))}
      </>
    )
  if (answer.kind === "ending") {
    return (
      <>
        {answer.sentences.map((each, i) => (
          <p key={i}>{each}</p>
        ))}
        {answer.answer.kind === "reached" && (
          <ol className="plan">
            {answer.answer.story.plan.map((each, i) => (
              <li key={i}>{each}</li>
            ))}
          </ol>
        )}
      </>
    )
  }
  return (
    <>
      {answer.parting && <p>{answer.parting}</p>}
      <div className="worlds">
        {answer.sides.map((side) => (
          <section key={side.title} className="world" aria-label={side.title}>
            <h3>{side.title}</h3>
            {side.none && <p className="none-there">{side.none}</p>}
            {side.stories.map((story, i) => (
              <div key={i}>
                <p className="world-head">{story.headline}</p>
                <ol className="plan">
                  {story.acts.map((each, j) => (
                    <li key={j}>{each}</li>
                  ))}
                </ol>
                {story.remarks.map((each, j) => (
                  <p key={j} className="quiet">
                    <Linked text={each} />
                  </p>
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
