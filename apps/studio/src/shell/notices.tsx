/** Sentences above the desk: what the studio has to say about itself. */
import { Button } from "react-aria-components"
import { dismissNotice } from "../commands/dismiss-notice.js"
import { exportZip } from "../commands/export-project.js"
import { duplicateProject } from "../commands/open-project.js"
import { saveAgain } from "../commands/save-again.js"
import { takeBack } from "../commands/take-back.js"
import { takeOver } from "../commands/take-over.js"
import { useRun, useStudioState } from "./use-studio.js"

export function Notices() {
  const [notice, role, gone] = [
    useStudioState((it) => it.notice),
    useStudioState((it) => it.role),
    useStudioState((it) => it.gone),
  ]
  const [saving, trouble] = [useStudioState((it) => it.saving), useStudioState((it) => it.trouble)]
  const run = useRun()
  return (
    <div className="notices" role="status">
      {role === "onlooker" && (
        <p className="notice">
          This world is open for writing in another tab. Here you see what is written there.
          <Button className="link" onPress={() => run(takeOver)}>
            Write here instead
          </Button>
          <Button className="link" onPress={() => run(duplicateProject)}>
            Make a copy
          </Button>
        </p>
      )}
      {saving === "failed" && role === "writer" && (
        <p className="notice notice-care">
          <span>
            <strong>Not saved:</strong> {trouble}. It is tried again by itself; until then what you write is
            in this page only.
          </span>
          <Button className="link" onPress={() => run(exportZip)}>
            Save a copy on this computer
          </Button>
          <Button className="link" onPress={() => run(saveAgain)}>
            Try again now
          </Button>
        </p>
      )}
      {notice !== null && (
        <p className="notice">
          {notice}
          {gone && (
            <Button className="link" onPress={() => run(takeBack)}>
              Undo
            </Button>
          )}
          <Button className="link" onPress={() => run(dismissNotice)}>
            Very well
          </Button>
        </p>
      )}
    </div>
  )
}
