/** A plot, line by line, held against the world as it is written. */
import { type KeyboardEvent, type UIEvent, useRef } from "react"
import { Button } from "react-aria-components"
import { applyRepair } from "../../commands/apply-repair.js"
import { repairOutline } from "../../commands/repair-outline.js"
import { takeBack } from "../../commands/take-back.js"
import { takeStoryOver, writeOutline } from "../../commands/write-outline.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { Linked } from "../../shell/linked.js"
import type { OutlineLine } from "../../worker/protocol.js"
import "./outline.css"

const signs: Record<OutlineLine["verdict"], string> = {
  holds: "✓",
  impossible: "✗",
  unmotivated: "✗",
  "does-not-know": "?",
  needless: "–",
  limited: "…",
}

export default function OutlinePanel() {
  const [text, role, outline, found] = [
    useStudioState((it) => it.project.outline),
    useStudioState((it) => it.role),
    useStudioState((it) => it.outline),
    useStudioState((it) => it.story.found),
  ]
  const gone = useStudioState((it) => it.gone)
  const run = useRun()
  const lines = outline.review?.kind === "reviewed" ? outline.review.lines : []
  return (
    <div className="outline">
      <p className="quiet">
        One act a line; a list in Markdown will do, and whatever is no act is kept as a note.{" "}
        {found && text.trim() === "" && (
          <Button className="link" onPress={() => run(takeStoryOver)}>
            Take the story over
          </Button>
        )}
      </p>
      <Paper
        text={text}
        lines={lines}
        isReadOnly={role !== "writer"}
        onText={(value) => run(writeOutline, value)}
        onUndo={gone?.kind === "plot" ? () => run(takeBack) : undefined}
      />
      <div className="outline-whole" role="status">
        {outline.isReviewing && <span className="quiet">Looking at it … </span>}
        {outline.review?.kind === "refused" && <span className="refused">{outline.review.sentence}</span>}
        {outline.review?.kind === "reviewed" && <strong>{outline.review.whole}</strong>}
      </div>
      {outline.review?.kind === "reviewed" && <Verdicts lines={lines} />}
      <Repairs />
    </div>
  )
}

interface Written {
  readonly text: string
  readonly lines: readonly OutlineLine[]
  readonly isReadOnly: boolean
  readonly onText: (text: string) => void
  /** What was not typed is not undone by the field itself. */
  readonly onUndo: (() => void) | undefined
}

/** The signs beside the lines move with them. */
function Paper({ text, lines, isReadOnly, onText, onUndo }: Written) {
  const margin = useRef<HTMLDivElement>(null)
  const scroll = (it: UIEvent<HTMLTextAreaElement>): void => {
    if (margin.current) margin.current.scrollTop = it.currentTarget.scrollTop
  }
  const press = (key: KeyboardEvent): void => {
    if (!onUndo || key.key.toLowerCase() !== "z" || key.shiftKey || !(key.ctrlKey || key.metaKey)) return
    key.preventDefault()
    onUndo()
  }
  const byLine = new Map(lines.map((each) => [each.line, each]))
  return (
    <div className="paper">
      <div className="margin" ref={margin} aria-hidden="true">
        {text.split("\n").map((_, i) => (
          <div key={i} className={`sign sign-${byLine.get(i + 1)?.verdict ?? "none"}`}>
            {byLine.has(i + 1) ? signs[byLine.get(i + 1)!.verdict] : ""}
          </div>
        ))}
      </div>
      <textarea
        aria-label="The plot, one act a line"
        value={text}
        readOnly={isReadOnly}
        wrap="off"
        spellCheck={false}
        rows={Math.min(24, Math.max(8, text.split("\n").length + 1))}
        onScroll={scroll}
        onKeyDown={press}
        onChange={(it) => onText(it.target.value)}
        placeholder={"- walk(Toby, Kitchen, Post)\n- bake(Nell)\n- walk(Toby, Post, Kitchen)"}
      />
    </div>
  )
}

function Verdicts({ lines }: { readonly lines: readonly OutlineLine[] }) {
  return (
    <ol className="verdicts">
      {lines
        .filter((each) => each.verdict !== "holds")
        .map(({ act, verdict, words, sentences }, i) => (
          <li key={i} className="verdict" data-verdict={verdict}>
            <p className="verdict-line">
              <code>{act}</code> <span className="verdict-words">{words}</span>
            </p>
            {sentences.map((each, j) => (
              <p key={j} className="verdict-why">
                <Linked text={each} />
              </p>
            ))}
          </li>
        ))}
    </ol>
  )
}

function Repairs() {
  const outline = useStudioState((it) => it.outline)
  const run = useRun()
  if (outline.review?.kind !== "reviewed" || outline.review.holds) return null
  const { repairs } = outline
  return (
    <section className="repairs" aria-label="Repairs">
      {!repairs && (
        <Button className="button" isDisabled={outline.isRepairing} onPress={() => run(repairOutline)}>
          {outline.isRepairing ? "Looking for repairs …" : "What would make it hold?"}
        </Button>
      )}
      {repairs?.kind === "refused" && <p>{repairs.sentence}</p>}
      {repairs?.kind === "offered" && repairs.sentences.map((each, i) => <p key={i}>{each}</p>)}
      {repairs?.kind === "offered" && (
        <ul className="offers">
          {repairs.offers.map(({ repair, sentence }, i) => (
            <li key={i}>
              <span>{sentence}</span>{" "}
              <Button className="link" onPress={() => run(applyRepair, repair)}>
                Do it
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
