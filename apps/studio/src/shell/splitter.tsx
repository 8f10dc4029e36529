/** The line between text and panels: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react"

const [least, most] = [25, 75]

export function Splitter({ desk }: { readonly desk: RefObject<HTMLElement | null> }) {
  const [share, setShare] = useState(50)
  const move = (wanted: number): void => {
    const next = Math.round(Math.min(most, Math.max(least, wanted)))
    setShare(next)
    desk.current?.style.setProperty("--text-share", `${next}fr`)
    desk.current?.style.setProperty("--panel-share", `${100 - next}fr`)
  }
  const drag = (pointer: PointerEvent): void => {
    if (!pointer.currentTarget.hasPointerCapture(pointer.pointerId) || !desk.current) return
    const { left, width } = desk.current.getBoundingClientRect()
    move((100 * (pointer.clientX - left)) / width)
  }
  const hold = (pointer: PointerEvent<HTMLElement>): void => {
    if (pointer.button !== 0) return
    // Dragging is no selecting; the focus, which goes the same way, is given by hand.
    pointer.preventDefault()
    pointer.currentTarget.focus()
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
  }
  const press = (key: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowLeft: share - 5,
      ArrowRight: share + 5,
      Home: least,
      End: most,
    }
    if (!(key.key in steps)) return
    key.preventDefault()
    move(steps[key.key])
  }
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the text"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={share}
      tabIndex={0}
      onPointerDown={hold}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => move(50)}
    />
  )
}
