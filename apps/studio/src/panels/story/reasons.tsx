/** Why an act was done, below the act. */
import { Button } from "react-aria-components"
import { showPanel } from "../../commands/show-panel.js"
import type { ToldAct } from "../../worker/protocol.js"
import { Linked } from "../../shell/linked.js"
import { useRun } from "../../shell/use-studio.js"

export function Reasons({ act }: { readonly act: ToldAct }) {
  const run = useRun()
  return (
    <aside className="reasons" aria-label={`Why: act ${act.number}`}>
      <p className="reasons-act">
        <span className="act-number">{act.number}</span> <code>{act.label}</code>
      </p>
      {act.doc && <p className="reasons-doc">{act.doc}</p>}
      {act.reasons.map((each, i) => (
        <p key={i}>
          <Linked text={each} />
        </p>
      ))}
      <Button className="link" onPress={() => run(showPanel, "minds")}>
        What everybody believes at this moment
      </Button>
    </aside>
  )
}
