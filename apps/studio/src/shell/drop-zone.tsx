/** Files may be dropped anywhere on the page. */
import { useEffect, useState } from "react"
import { importFiles } from "../commands/import-files.js"
import { droppedIn } from "../files/dropped.js"
import { useRun } from "./use-studio.js"

export function DropZone() {
  const [isOver, setOver] = useState(false)
  const run = useRun()
  useEffect(() => {
    const hasFiles = (drag: DragEvent): boolean => drag.dataTransfer?.types.includes("Files") ?? false
    const over = (drag: DragEvent): void => {
      if (!hasFiles(drag)) return
      drag.preventDefault()
      setOver(true)
    }
    const leave = (drag: DragEvent): void => {
      if (drag.relatedTarget === null) setOver(false)
    }
    const drop = (drag: DragEvent): void => {
      setOver(false)
      if (!hasFiles(drag)) return
      drag.preventDefault()
      drag.stopPropagation()
      const into = drag.shiftKey ? "this" : "new"
      void droppedIn(drag.dataTransfer!)
        .catch(() => [])
        .then((chosen) => run(importFiles, { chosen, into }))
    }
    addEventListener("dragover", over)
    addEventListener("dragleave", leave)
    addEventListener("drop", drop, true)
    return () => {
      removeEventListener("dragover", over)
      removeEventListener("dragleave", leave)
      removeEventListener("drop", drop, true)
    }
  }, [run])
  return isOver ? (
    <div className="drop-zone" aria-hidden="true">
      <p>
        Let go, and it becomes a world of its own.
        <br />
        <small>With Shift, it becomes part of this one.</small>
      </p>
    </div>
  ) : null
}
