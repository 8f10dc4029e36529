/** Play a part: the story through one person's eyes, and what that person could do next. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "react-aria-components"
import { beginPlay, choose, goToTurn, leavePlay, playAgain, undoChoice } from "../../commands/play.js"
import { Linked } from "../../shell/linked.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { Played } from "../../worker/protocol.js"
import { count } from "../../words.js"
import { CarryOff } from "./carry-off.js"
import "./play.css"

export default function PlayPanel() {
  const [play, kept, files, isTorn] = [
    useStudioState((it) => it.play),
    useStudioState((it) => it.project.play),
    useStudioState((it) => it.project.files),
    useStudioState((it) => it.story.status === "torn"),
  ]
  const run = useRun()
  const isStale = kept != null && !isTorn && play.of !== files && !play.isBusy
  useEffect(() => {
    if (isStale) run(playAgain)
  }, [isStale, run])
  if (!play.played)
    return play.isBusy ? (
      <p className="quiet empty" role="status">
        One moment; the others learn their parts …
      </p>
    ) : (
      <Parts refused={play.refused} />
    )
  return <Playing played={play.played} isBusy={play.isBusy} refused={play.refused} />
}

function Parts({ refused }: { readonly refused: string | null }) {
  const characters = useStudioState((it) => it.checked?.characters) ?? []
  const run = useRun()
  return (
    <section className="prose parts">
      <h2>Who would you like to be?</h2>
      <p>
        You do what you like, as far as that person thinks it possible. The others have wills of their own,
        and reasons.
      </p>
      {refused && <p className="refused">{refused}</p>}
      {characters.length === 0 ? (
        <p className="quiet">There is nobody in this world yet.</p>
      ) : (
        <p className="parts-list">
          {characters.map((each) => (
            <Button key={each} className="button button-quiet" onPress={() => run(beginPlay, each)}>
              {each}
            </Button>
          ))}
        </p>
      )}
    </section>
  )
}

function Playing({
  played,
  isBusy,
  refused,
}: {
  readonly played: Played
  readonly isBusy: boolean
  readonly refused: string | null
}) {
  const run = useRun()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const next = place.current?.querySelector<HTMLElement>("[data-next]")
    next?.scrollIntoView({ block: "nearest" })
    // The button that was pressed is gone; the focus goes to the next choices.
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || place.current?.contains(activeElement))
      next?.focus({ preventScroll: true })
  }, [played])
  const press = (key: KeyboardEvent): void => {
    if (key.ctrlKey || key.altKey || key.metaKey || isBusy || key.target instanceof HTMLSelectElement) return
    const choice = played.choices[Number(key.key) - 1]
    if (choice) run(choose, choice.act)
    else if (key.key === "w" && played.ending === null) run(choose, null)
    else if (key.key === "u") run(undoChoice)
  }
  return (
    <div className="play" ref={place} onKeyDown={press}>
      <p className="unseen" role="status">
        {saidOf(played)}
      </p>
      <div className="standing">
        <p className="standing-words">
          You are {played.name}. {played.steering}
        </p>
        <Button className="link" isDisabled={played.turns.length === 0} onPress={() => run(undoChoice)}>
          Undo
        </Button>
        <Button className="link" onPress={() => run(leavePlay)}>
          Be somebody else
        </Button>
      </div>
      {refused && <p className="refused">{refused}</p>}
      {played.partings.map((each, i) => (
        <p key={i} className="refused">
          The world has changed: at choice {each.choice + 1} ({each.chosen ?? "to wait"}) {each.why}.
        </p>
      ))}
      <div className="prose transcript">
        {played.opening.length > 0 && <p>{played.opening.join(" ")}</p>}
        {played.turns.map(({ node, chosen, text }, i) => (
          <section key={node} aria-label={`Turn ${i + 1}: ${chosen}`}>
            <p className="chosen">
              <Button
                className="link chosen-link"
                aria-label={`Go back to ${chosen}`}
                onPress={() => run(goToTurn, node)}
              >
                {chosen}
              </Button>
            </p>
            <p>{text.join(" ")}</p>
          </section>
        ))}
      </div>
      {played.ending ? (
        <p className="prose play-end" tabIndex={-1} data-next>
          {played.endingWords}
        </p>
      ) : (
        <Choices played={played} isBusy={isBusy} />
      )}
      <Reasons played={played} />
      <CarryOff as={played.as} />
    </div>
  )
}

/** What has just happened, for those who hear it: this line is always there, and only its words change. */
function saidOf({ opening, turns, ending, endingWords, steering }: Played): string {
  const told = turns.at(-1)?.text ?? opening
  return [...told, ending ? endingWords : steering].filter(Boolean).join(" ")
}

function Choices({ played, isBusy }: { readonly played: Played; readonly isBusy: boolean }) {
  const run = useRun()
  return (
    <ol className="choices" aria-label="What you could do" tabIndex={-1} data-next aria-busy={isBusy}>
      {played.choices.map(({ act, words }, i) => (
        <li key={act}>
          <Button className="choice" onPress={() => run(choose, act)}>
            <kbd>{i + 1}</kbd>
            <span>{words}</span>
          </Button>
        </li>
      ))}
      <li>
        <Button className="choice choice-wait" onPress={() => run(choose, null)}>
          <kbd>W</kbd>
          <span>Wait.</span>
        </Button>
      </li>
    </ol>
  )
}

function Reasons({ played: { reasons, measures } }: { readonly played: Played }) {
  const [isOpen, setOpen] = useState(false)
  if (measures.turns === 0) return null
  return (
    <section className="play-why">
      <Button className="link" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        Why did they do that?
      </Button>
      {isOpen && (
        <div className="reasons">
          {reasons.map((each, i) => (
            <p key={i}>
              <Linked text={each.trim()} />
            </p>
          ))}
        </div>
      )}
      {isOpen && (
        <p className="quiet fine">
          So far: {count(measures.turns, "turn")}, {count(measures.choices, "choice")} offered,{" "}
          {count(measures.attempts, "attempt")} in vain; the story was planned anew{" "}
          {count(measures.plannedAnew, "time")}.
        </p>
      )}
    </section>
  )
}
