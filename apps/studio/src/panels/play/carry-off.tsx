/** The whole play, in the tool that one ships with. */
import { useState } from "react"
import { Button } from "react-aria-components"
import { cancelCarrying, carryOff } from "../../commands/carry-off.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"

/** What a player's choices can be carried off to, and what it is for. */
const formats = [
  ["ink", "ink, for Inky and Unity"], ["twee", "Twee, for Twine"], ["yarn", "Yarn, for Yarn Spinner"], ["markdown", "a gamebook in Markdown"], ["json", "JSON, for a program of your own"],
  ["dot", "a graph for Graphviz"], ["mermaid", "a flowchart for Mermaid"], ["graphml", "GraphML, for Gephi and yEd"], ["canvas", "a canvas for Obsidian"],
] as const

export function CarryOff({ as }: { readonly as: string }) {
  const carrying = useStudioState((it) => it.carrying)
  const [to, setTo] = useState("ink")
  const run = useRun()
  const isBusy = carrying?.endsWith("…") === true
  return (
    <section className="carry" aria-labelledby="carry-head">
      <h2 id="carry-head">Carry it off</h2>
      <p className="quiet">Everything that {as} could choose, and what comes of it, as a file for another tool.</p>
      <div className="asking">
        <label className="field"><span>As</span><select value={to} onChange={(event) => setTo(event.target.value)}>{formats.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select></label>
        {isBusy ? <Button className="button button-quiet" onPress={() => run(cancelCarrying)}>Stop</Button> : <Button className="button button-quiet" onPress={() => run(carryOff, { as, to })}>Write the file</Button>}
      </div>
      <p className="quiet fine" role="status">{carrying}</p>
    </section>
  )
}
