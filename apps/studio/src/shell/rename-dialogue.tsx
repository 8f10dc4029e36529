/** Another name for what is under the cursor; what is told with the old one can be changed with it. */
import { useMemo, useState } from "react"
import { besidesName, renameEverywhere, whyNoName } from "../commands/names.js"
import { count } from "../words.js"
import { NameDialogue } from "./name-dialogue.js"
import { useRun, useStudio } from "./use-studio.js"

export function RenameDialogue() {
  const studio = useStudio()
  const run = useRun()
  const { renaming } = studio.state
  const besides = useMemo(() => renaming && besidesName(studio.state), [studio, renaming])
  const [isTold, setTold] = useState(true)
  const [isInPlot, setInPlot] = useState(true)
  if (!renaming || !besides) return null
  const { told } = besides
  return (
    <NameDialogue
      title={`Rename ${renaming.name} everywhere`}
      label="Its new name"
      initial={renaming.name}
      button="Rename it"
      complaint={(name) => whyNoName(studio.state, name)}
      onName={(name) =>
        run(renameEverywhere, {
          name,
          isTold: isTold && told.length > 0,
          isInPlot: isInPlot && besides.isInPlot,
        })
      }
    >
      {told.length > 0 && (
        <label className="tick">
          <input type="checkbox" checked={isTold} onChange={(it) => setTold(it.target.checked)} />
          <span>
            Change the words that are told, too{" "}
            <small className="quiet">
              {count(told.length, "place")}:{" "}
              {told
                .slice(0, 3)
                .map((each) => `“${each}”`)
                .join(", ")}
              {told.length > 3 ? " …" : ""}
            </small>
          </span>
        </label>
      )}
      {besides.isInPlot && (
        <label className="tick">
          <input type="checkbox" checked={isInPlot} onChange={(it) => setInPlot(it.target.checked)} />
          <span>Change it in the outline, too</span>
        </label>
      )}
    </NameDialogue>
  )
}
