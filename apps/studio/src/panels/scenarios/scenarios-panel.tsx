/** The tests that a world carries with it: which hold, which do not, and why not. */
import { Button } from "react-aria-components"
import { cancelScenarios, runScenarios, scenarioPatience } from "../../commands/scenarios.js"
import { showSpan } from "../../commands/show-span.js"
import { writeScenario } from "../../commands/write-scenario.js"
import type { ScenarioRun, ScenariosState } from "../../state.js"
import { Linked } from "../../shell/linked.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { count, seconds } from "../../words.js"
import { tallyOf } from "./tally.js"
import "./scenarios.css"

export default function ScenariosPanel() {
  const [scenarios, isTorn] = [
    useStudioState((it) => it.scenarios),
    useStudioState((it) => it.story.status === "torn"),
  ]
  const hasNone = scenarios.of !== null && scenarios.runs.length === 0 && scenarios.mistakes.length === 0
  if (hasNone && !isTorn) return <HowToWriteOne />
  return (
    <div className="scenarios">
      <Summary scenarios={scenarios} isTorn={isTorn} />
      {scenarios.mistakes.length > 0 && (
        <p className="refused">
          {scenarios.mistakes[0].span.file} can’t be read, so its scenarios are those from before:{" "}
          {scenarios.mistakes[0].message}
        </p>
      )}
      <ol className="scenario-list">
        {scenarios.runs.map((each) => (
          <Row key={`${each.origin.file} ${each.title}`} run={each} />
        ))}
      </ol>
      {scenarios.runs.length > 0 && <WriteOne words="Write another one" />}
    </div>
  )
}

function Summary({ scenarios, isTorn }: { readonly scenarios: ScenariosState; readonly isTorn: boolean }) {
  const run = useRun()
  const { isRunning, runs } = scenarios
  return (
    <div className="scenarios-head">
      <h2 aria-live="polite">
        {isTorn ? "There is a mistake in the text; this is from before." : sentenceOf(scenarios)}
      </h2>
      {isRunning && (
        <Button className="link" onPress={() => run(cancelScenarios)}>
          Stop
        </Button>
      )}
      {!isRunning && runs.length > 0 && !isTorn && (
        <Button className="link" onPress={() => run(runScenarios)}>
          Run them again
        </Button>
      )}
    </div>
  )
}

function sentenceOf({ of, runs, mistakes, isRunning }: ScenariosState): string {
  if (of === null) return "Once the story has been looked for, its scenarios are run."
  if (isRunning) {
    const done = runs.filter((each) => each.status === "done" || each.status === "broken").length
    return `Running: ${done} of ${runs.filter((each) => each.status !== "stopped").length} so far …`
  }
  if (mistakes.length > 0) return "Not all scenarios could be read."
  const { all, held, undecided } = tallyOf(runs)
  const stopped = runs.filter((each) => each.status === "stopped" && each.said === null).length
  if (held === all) return all === 1 ? "The one scenario holds." : `All ${all} hold.`
  return `${held} of ${all} ${held === 1 ? "holds" : "hold"}${undecided > 0 ? `; ${undecided} not decided` : ""}${stopped > 0 ? `; ${stopped} not run` : ""}.`
}

const marks = {
  passed: ["✓", "Holds"],
  failed: ["✗", "Does not hold"],
  undecided: ["?", "Not decided"],
} as const

function Row({ run: { title, origin, status, said } }: { readonly run: ScenarioRun }) {
  const run = useRun()
  const [mark, words] = said
    ? marks[said.outcome]
    : status === "running"
      ? ["…", "Running"]
      : status === "broken"
        ? ["!", "The engine stopped"]
        : ["·", status === "stopped" ? "Not run" : "Waiting"]
  const open =
    said?.outcome === "passed" ? [] : (said?.expectations.filter((each) => each.isMet !== true) ?? [])
  const isOld = said !== null && status !== "done"
  return (
    <li className="scenario" data-outcome={said?.outcome ?? status} data-old={isOld}>
      <Button className="scenario-line" onPress={() => run(showSpan, origin)}>
        <span className="scenario-mark">
          <span aria-hidden="true">{mark}</span>
          <span className="unseen">{words}: </span>
        </span>
        <span className="scenario-title">{title}</span>
        <span className="scenario-place">
          {origin.file} {origin.line}
          <span className="unseen">, show it in the text</span>
        </span>
      </Button>
      {open.map(({ text, isMet, because }, i) => (
        <div key={i} className="scenario-why">
          <p className="scenario-expected">
            {isMet === null ? "Not decided" : "Expected"}: <code>{text}</code>
          </p>
          {because.map((each, j) => (
            <p key={j}>
              <Linked text={each} />
            </p>
          ))}
          {isMet === null && said && (
            <p className="quiet">
              It was stopped after {seconds(said.seconds)}; each scenario has{" "}
              {seconds(scenarioPatience.milliseconds / 1000)} and {scenarioPatience.mebibytes} MB. This says
              neither yes nor no.
            </p>
          )}
        </div>
      ))}
    </li>
  )
}

function WriteOne({ words }: { readonly words: string }) {
  const run = useRun()
  const mayWrite = useStudioState((it) => it.role === "writer")
  return (
    <Button
      className="button button-quiet scenarios-write"
      isDisabled={!mayWrite}
      onPress={() => run(writeScenario)}
    >
      {words}
    </Button>
  )
}

function HowToWriteOne() {
  const run = useRun()
  const files = useStudioState((it) => it.project.files)
  return (
    <div className="scenarios-none">
      <h2>No scenario yet</h2>
      <p>
        A scenario is a test that you leave with your world: what is otherwise, and what you expect to come of
        it. While you write on, each is tried again here, so you see at once when a change breaks something
        that used to work.
      </p>
      <pre className="scenarios-example" aria-label="An example">
        <code>{example}</code>
      </pre>
      <p>
        You may expect a <code>story</code>, <code>no story</code>, an <code>act</code>, an{" "}
        <code>ending</code>, or anything that holds at the end.
      </p>
      <Button className="button scenarios-write" onPress={() => run(writeScenario)}>
        Write one for me
      </Button>
      <p className="quiet">
        It is put at the end of the main file
        {files.length > 1 ? ` of your ${count(files.length, "file")}` : ""}; undo takes it away again.
      </p>
    </div>
  )
}

const example = `scenario "it rains, so nobody walks" {
  raining();
  expect no story;
}`
