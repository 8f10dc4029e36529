/** The whole play, in the tool that one ships with. */
import { useEffect, useState } from "react"
import { Button } from "react-aria-components"
import { cancelCarrying, carryOff } from "../../commands/carry-off.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"

interface Format {
  readonly name: string
  readonly label: string
}

/** Offered alone where the list could not be fetched. */
const ink: Format = { name: "ink", label: "ink" }

/**
 * What a player's choices can be carried off to. The writers of formats are fetched when the panel opens.
 */
async function formatsOfPlays(): Promise<readonly Format[]> {
  const { exporters } = await import("@dramaturg/exports")
  return exporters.filter(({ from }) => from === "branching" || from === "graph")
}

export function CarryOff({ as }: { readonly as: string }) {
  const carrying = useStudioState((it) => it.carrying)
  const [to, setTo] = useState("ink")
  const [formats, setFormats] = useState<readonly Format[]>([])
  useEffect(() => void formatsOfPlays().then(setFormats, () => setFormats([ink])), [])
  const run = useRun()
  const isBusy = carrying?.endsWith("…") === true
  return (
    <section className="carry" aria-labelledby="carry-head">
      <h2 id="carry-head">Carry it off</h2>
      <p className="quiet">
        Everything that {as} could choose, and what comes of it, as a file for another tool.
      </p>
      <div className="asking">
        <label className="field">
          <span>As</span>
          <select value={to} onChange={(event) => setTo(event.target.value)}>
            {formats.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {isBusy ? (
          <Button className="button button-quiet" onPress={() => run(cancelCarrying)}>
            Stop
          </Button>
        ) : (
          <Button className="button button-quiet" onPress={() => run(carryOff, { as, to })}>
            Write the file
          </Button>
        )}
      </div>
      <p className="quiet fine" role="status">
        {carrying}
      </p>
    </section>
  )
}
