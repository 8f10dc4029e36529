/** What happened, in lanes by person or by place: who did it, who saw it, what made it possible. Below it a table that says the same. */
import { type KeyboardEvent, useMemo, useState } from "react"
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components"
import { chooseAct } from "../../commands/choose-act.js"
import { showStory } from "../../commands/show-room.js"
import { useRun, useStudioState } from "../../frame/use-studio.js"
import type { FoundStory } from "../../worker/protocol.js"
import { type Column, columnsOf, kin, placesIn, toldOrder } from "./lanes.js"
import { Picture } from "./picture.js"
import { Happenings } from "./happenings.js"
import "./timeline.css"

type Lanes = "people" | "places"
type Order = "happened" | "told"

export default function TimelineRoom() {
  const found = useStudioState((it) => it.story.found)
  const run = useRun()
  if (!found) return <p className="quiet empty">As soon as there is a story, you see here who does what, and who sees it. <Button className="link" onPress={() => run(showStory)}>To the story</Button></p>
  return <Timeline found={found} />
}

function Timeline({ found }: { readonly found: FoundStory }) {
  const [lanes, setLanes] = useState<Lanes>("people")
  const [order, setOrder] = useState<Order>("happened")
  const [isAll, setAll] = useState(false)
  const columns = useMemo(() => columnsOf(found.fabula), [found])
  const shown = useMemo(() => (order === "told" ? toldOrder(columns, found.telling) : columns), [columns, order, found])
  const chosen = useChosen(found)
  const names = lanes === "people" ? found.fabula.characters : placesIn(columns)
  const links = isAll || chosen === null ? null : kin(columns, chosen)
  return (
    <div className="timeline">
      <div className="timeline-choices">
        <Choice label="Lanes" value={lanes} options={[["people", "People"], ["places", "Places"]]} onChange={setLanes} />
        <Choice label="Order" value={order} options={[["happened", "As it happened"], ["told", "As it is told"]]} onChange={setOrder} />
        <ToggleButton className="view" isSelected={isAll} onChange={setAll}>All that led to what</ToggleButton>
      </div>
      {names.length === 0
        ? <p className="quiet empty">Nobody in this world is anywhere in particular.</p>
        : <Steps found={found} shown={shown} chosen={chosen}><Picture columns={shown} names={names} lanes={lanes} chosen={chosen} isAll={isAll} links={links} /></Steps>}
      <p className="quiet fine legend"><Sign part="does" /> does it <Sign part="takes part" /> takes part <Sign part="sees" /> sees it <span className="sign-trigger" aria-hidden="true" /> happens by itself. Left and right go from one to the next.</p>
      {shown.length < columns.length && <p className="quiet fine">The telling leaves {columns.length - shown.length} of {columns.length} things out.</p>}
      <Happenings columns={shown} chosen={chosen} />
    </div>
  )
}

/** The occurrence that the chosen act is. */
function useChosen(found: FoundStory): number | null {
  const act = useStudioState((it) => it.act)
  return found.acts.find((each) => each.number === act)?.occurrence ?? null
}

function Choice<Value extends string>({ label, value, options, onChange }: { readonly label: string; readonly value: Value; readonly options: readonly (readonly [Value, string])[]; readonly onChange: (value: Value) => void }) {
  return (
    <ToggleButtonGroup className="views-group" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={(keys) => onChange([...keys][0] as Value)}>
      {options.map(([id, name]) => <ToggleButton key={id} id={id} className="view">{name}</ToggleButton>)}
    </ToggleButtonGroup>
  )
}

/** The arrow keys go from act to act. */
function Steps({ found, shown, chosen, children }: { readonly found: FoundStory; readonly shown: readonly Column[]; readonly chosen: number | null; readonly children: React.ReactNode }) {
  const run = useRun()
  const acts = shown.filter((each) => each.occurrence.kind === "act")
  const press = (key: KeyboardEvent): void => {
    const step = key.key === "ArrowRight" ? 1 : key.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    key.preventDefault()
    const at = acts.findIndex((each) => each.occurrence.number === chosen)
    const next = acts[Math.min(acts.length - 1, Math.max(0, at + step))]
    if (next) run(chooseAct, next.occurrence.act)
  }
  const act = found.acts.find((each) => each.occurrence === chosen)
  return <div className="timeline-steps" role="group" tabIndex={0} aria-label={`The timeline; left and right go from act to act${act ? `; now act ${act.number}, ${act.label}` : ""}`} onKeyDown={press}>{children}</div>
}

function Sign({ part }: { readonly part: "does" | "takes part" | "sees" }) {
  return <svg className="sign" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r={part === "sees" ? 3 : 6} className={`mark-${part.replace(" ", "-")}`} /></svg>
}
