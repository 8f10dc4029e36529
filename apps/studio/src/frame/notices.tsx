/** Sentences above the desk: what the studio has to say about itself. */
import { Button } from "react-aria-components"
import { dismissNotice } from "../commands/dismiss-notice.js"
import { duplicateProject } from "../commands/open-project.js"
import { takeOver } from "../commands/take-over.js"
import { useRun, useStudioState } from "./use-studio.js"

export function Notices() {
  const [notice, role] = [useStudioState((it) => it.notice), useStudioState((it) => it.role)]
  const run = useRun()
  return (
    <div className="notices" role="status">
      {role === "onlooker" && (
        <p className="notice">
          This world is open for writing in another tab. Here you see what is written there.
          <Button className="link" onPress={() => run(takeOver)}>Write here instead</Button>
          <Button className="link" onPress={() => run(duplicateProject)}>Make a copy</Button>
        </p>
      )}
      {notice !== null && <p className="notice">{notice}<Button className="link" onPress={() => run(dismissNotice)}>Very well</Button></p>}
    </div>
  )
}
