/** The story as prose. A sentence lights its act up; the arrow keys go from act to act. */
import type { MarginNote, Sentence, Telling } from "@dramaturg/model"
import type { KeyboardEvent } from "react"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { FoundStory } from "../../worker/protocol.js"
import { Reasons } from "./reasons.js"

export function Prose({ found, telling }: { readonly found: FoundStory; readonly telling: Telling }) {
  const chosen = useStudioState((it) => it.act)
  const run = useRun()
  const actOf = (sentence: Sentence): number | null =>
    found.fabula.occurrences[(sentence.occurrences[0] ?? 0) - 1]?.act ?? null
  const press = (key: KeyboardEvent): void => {
    const step = key.key === "ArrowRight" ? 1 : key.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    key.preventDefault()
    run(chooseAct, Math.min(found.acts.length, Math.max(1, (chosen ?? 0) + step)))
  }
  const hasNotes = useStudioState((it) => it.project.hasNotes === true)
  const last = telling.paragraphs.findLastIndex((each) => each.sentences.some((one) => actOf(one) === chosen))
  return (
    <div
      className="prose story-prose"
      data-notes={hasNotes && telling.notes.length > 0}
      role="group"
      tabIndex={0}
      aria-label="The story as prose; left and right go from act to act"
      onKeyDown={press}
    >
      {telling.paragraphs.map((paragraph, i) => (
        <div key={i} className="paragraph">
          <p>
            {paragraph.sentences.map((sentence, j) => {
              const act = actOf(sentence)
              const isLit = act !== null && act === chosen
              return (
                <span key={j}>
                  <span
                    className="sentence"
                    data-lit={isLit}
                    data-act={act ?? undefined}
                    onClick={() => run(chooseAct, isLit ? null : act)}
                  >
                    {sentence.text}
                  </span>{" "}
                </span>
              )
            })}
          </p>
          {hasNotes && <Notes notes={telling.notes.filter((each) => each.paragraph === i)} />}
          {i === last && chosen !== null && found.acts[chosen - 1] && (
            <Reasons act={found.acts[chosen - 1]} />
          )}
        </div>
      ))}
      {hasNotes && telling.notes.length === 0 && (
        <p className="quiet margin-none">There is nothing to note in the margin of this telling.</p>
      )}
    </div>
  )
}

const kinds: Readonly<Record<MarginNote["kind"], string>> = {
  irony: "A mistake",
  suspense: "Still open",
  thwarted: "Comes to nothing",
  chance: "Chance",
}

function Notes({ notes }: { readonly notes: readonly MarginNote[] }) {
  if (notes.length === 0) return null
  return (
    <div className="margin-notes" role="note" aria-label="In the margin">
      {notes.map(({ kind, text }, i) => (
        <p key={i}>
          <span className="margin-kind">{kinds[kind]}</span> {text}
        </p>
      ))}
    </div>
  )
}
