/**
 * What happened, in lanes by person or by place: who did it, who saw it, what made it possible. Below it a
 * table that says the same.
 */
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react"
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components"
import { chooseAct } from "../../commands/choose-act.js"
import { showPanel } from "../../commands/show-panel.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { FoundStory } from "../../worker/protocol.js"
import { count } from "../../words.js"
import { Happenings } from "./happenings.js"
import { type Column, columnsOf, placesIn } from "./lanes.js"
import { kinOf, shortOf, toldOrder } from "./links.js"
import { Picture } from "./picture.js"
import { Legend } from "./sign.js"
import "./timeline.css"

type Lanes = "people" | "places"
type Order = "happened" | "told"

export default function TimelinePanel() {
  const found = useStudioState((it) => it.story.found)
  const run = useRun()
  if (!found)
    return (
      <p className="quiet empty">
        As soon as there is a story, you see here who does what, and who sees it.{" "}
        <Button className="link" onPress={() => run(showPanel, "story")}>
          To the story
        </Button>
      </p>
    )
  return <Timeline found={found} />
}

function Timeline({ found }: { readonly found: FoundStory }) {
  const [lanes, setLanes] = useState<Lanes>("people")
  const [order, setOrder] = useState<Order>("happened")
  const [isAll, setAll] = useState(false)
  const columns = useMemo(() => columnsOf(found.fabula), [found])
  const shown = useMemo(
    () => (order === "told" ? toldOrder(columns, found.telling) : columns),
    [columns, order, found],
  )
  const chosen = useChosen(found)
  const names = lanes === "people" ? found.fabula.characters : placesIn(columns)
  const kin = chosen === null ? null : kinOf(columns, chosen)
  return (
    <div className="timeline">
      <div className="timeline-choices">
        <Choice
          label="Lanes"
          value={lanes}
          options={[
            ["people", "People"],
            ["places", "Places"],
          ]}
          onChange={setLanes}
        />
        <Choice
          label="Order"
          value={order}
          options={[
            ["happened", "As it happened"],
            ["told", "As it is told"],
          ]}
          onChange={setOrder}
        />
        <ToggleButton className="view" isSelected={isAll} onChange={setAll}>
          All that led to what
        </ToggleButton>
      </div>
      {names.length === 0 ? (
        <p className="quiet empty">
          Nobody in this world is anywhere in particular, so there is nothing to draw by place. The table says
          the rest.
        </p>
      ) : (
        <Steps shown={shown} chosen={chosen}>
          <Picture columns={shown} names={names} lanes={lanes} chosen={chosen} isAll={isAll} kin={kin} />
        </Steps>
      )}
      <Caption columns={columns} chosen={chosen} />
      {names.length > 0 && <Legend lanes={lanes} />}
      {order === "told" && <p className="quiet fine">{orderWords(columns, shown)}</p>}
      <Happenings columns={shown} all={columns} chosen={chosen} />
    </div>
  )
}

function orderWords(columns: readonly Column[], shown: readonly Column[]): string {
  const isSame = shown.every((each, i) => i === 0 || shown[i - 1].occurrence.number < each.occurrence.number)
  const left = columns.length - shown.length
  return `${isSame ? "It is told in the order in which it happened" : "It is told in another order than it happened"}${left > 0 ? `; ${count(left, "thing")} of ${columns.length} ${left === 1 ? "is" : "are"} left out` : ""}.`
}

/** What the chosen mark stands for, in words; heard by those who do not see the picture. */
function Caption({
  columns,
  chosen,
}: {
  readonly columns: readonly Column[]
  readonly chosen: number | null
}) {
  const column = columns.find((each) => each.occurrence.number === chosen)
  const linked = (lead: string, numbers: readonly number[]): string =>
    numbers.length === 0 ? "" : `${lead} ${numbers.map((each) => shortOf(columns, each)).join(", ")}.`
  return (
    <p className="timeline-caption" role="status">
      {column ? (
        `${column.sentence}. ${linked("Possible through", column.madePossibleBy)} ${linked("Led to", column.makesPossible)}`
      ) : (
        <span className="quiet">
          Choose an act, or go from one to the next with the left and right keys: you see what led to it, and
          what came of it.
        </span>
      )}
    </p>
  )
}

/** The occurrence that the chosen act is. */
function useChosen(found: FoundStory): number | null {
  const act = useStudioState((it) => it.act)
  return found.acts.find((each) => each.number === act)?.occurrence ?? null
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <ToggleButtonGroup
      className="views-group"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange([...keys][0] as Value)}
    >
      {options.map(([id, name]) => (
        <ToggleButton key={id} id={id} className="view">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** The arrow keys go from act to act. */
function Steps({
  shown,
  chosen,
  children,
}: {
  readonly shown: readonly Column[]
  readonly chosen: number | null
  readonly children: ReactNode
}) {
  const run = useRun()
  const acts = shown.filter((each) => each.occurrence.kind === "act")
  const press = (key: KeyboardEvent): void => {
    const at = acts.findIndex((each) => each.occurrence.number === chosen)
    const steps: Record<string, number> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(acts.length - 1, at + 1),
      Home: 0,
      End: acts.length - 1,
    }
    const next = acts[steps[key.key] ?? -1]
    if (!next || key.altKey || key.ctrlKey || key.metaKey) return
    key.preventDefault()
    run(chooseAct, next.occurrence.act)
  }
  return (
    <div
      className="timeline-steps"
      role="group"
      tabIndex={0}
      aria-label="The timeline; left and right go from act to act"
      onKeyDown={press}
    >
      {children}
    </div>
  )
}
