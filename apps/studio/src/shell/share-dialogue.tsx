/** A link that holds the whole world; where that would be too long, a file. */
import { useState } from "react"
import { Button, Input, Label, TextField } from "react-aria-components"
import { exportZip } from "../commands/export-project.js"
import { linkOf, longestLink } from "../files/share.js"
import { DialogueBox } from "./dialogue.js"
import { useRun, useStudioState } from "./use-studio.js"

export function ShareDialogue() {
  const project = useStudioState((it) => it.project)
  const [isCopied, setCopied] = useState(false)
  const run = useRun()
  const link = linkOf(project, location.href)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  if (link.length > longestLink) {
    return (
      <DialogueBox title="Share this world">
        <p>
          As a link it would be {link.length.toLocaleString("en")} letters long, and links longer than{" "}
          {longestLink.toLocaleString("en")} are cut by those who pass them on. Send the file instead: whoever
          gets it drops it on this page.
        </p>
        <Button className="button" onPress={() => run(exportZip)}>
          Save the world as a zip
        </Button>
      </DialogueBox>
    )
  }
  return (
    <DialogueBox title="Share this world">
      <p>
        The link itself holds the text, and no server ever sees it. Whoever opens it gets a copy of their own.
      </p>
      <div className="asking">
        <TextField className="field" value={link} isReadOnly>
          <Label>The link</Label>
          <Input onFocus={(it) => it.currentTarget.select()} />
        </TextField>
        <Button className="button" onPress={() => void copy()}>
          {isCopied ? "Copied" : "Copy it"}
        </Button>
      </div>
    </DialogueBox>
  )
}
