/** Earlier versions of this world, and the way back to each. */
import { useEffect, useState } from "react"
import { Button } from "react-aria-components"
import { restoreVersion } from "../commands/restore-version.js"
import type { Version } from "../store/project-store.js"
import { count } from "../words.js"
import { DialogueBox } from "./dialogue.js"
import { useRun, useStudio } from "./use-studio.js"

export function VersionsDialogue() {
  const { store, state } = useStudio()
  const [versions, setVersions] = useState<readonly Version[] | null>(null)
  const run = useRun()
  const { id } = state.project
  useEffect(() => {
    void store.versions(id).then(setVersions)
  }, [store, id])
  return (
    <DialogueBox title="Earlier versions">
      <p className="quiet">
        A version is kept every few minutes while you write, and before anything that changes much.
      </p>
      {versions?.length === 0 && <p>There is none yet.</p>}
      <ul className="shelf-list">
        {versions?.map((each) => (
          <li key={each.id}>
            <Button className="shelf-item" onPress={() => run(restoreVersion, each)}>
              <span className="shelf-title">
                {new Date(each.at).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" })}
              </span>
              <small className="quiet">
                {each.label ??
                  count(
                    each.content.files.reduce((sum, one) => sum + one.text.split("\n").length, 0),
                    "line",
                  )}
              </small>
            </Button>
          </li>
        ))}
      </ul>
    </DialogueBox>
  )
}
