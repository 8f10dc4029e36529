/**
 * The editor's place on the page. The editor itself comes after the page is seen: it measures itself, and is
 * half of all there is to load.
 */
import { useEffect, useRef } from "react"
import { useStudio } from "../../shell/use-studio.js"

const view = import("./view.js")

export function Editor() {
  const studio = useStudio()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => afterPaint(async () => (await view).openView(studio, place.current!)), [studio])
  return <div className="editor" ref={place} />
}

/** Answers with how to end it, whether it has begun or not. */
function afterPaint(begin: () => Promise<() => void>): () => void {
  let isOver = false
  let end: (() => void) | undefined
  const frame = requestAnimationFrame(() =>
    setTimeout(async () => {
      if (isOver) return
      end = await begin()
      if (isOver) end()
    }),
  )
  return () => {
    isOver = true
    cancelAnimationFrame(frame)
    end?.()
  }
}
