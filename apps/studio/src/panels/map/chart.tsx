/**
 * The map itself, on a canvas: thousands of places, to be dragged, zoomed and pressed. The keyboard goes from
 * place to place.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react"
import { Button } from "react-aria-components"
import type { DrawnMap } from "../../worker/jobs/map.js"

interface View {
  readonly x: number
  readonly y: number
  /** Pixels from column to column, and from row to row. */
  readonly column: number
  readonly row: number
}

const [mostColumn, mostRow, height] = [110, 26, 380]

export interface ChartShown {
  readonly drawn: DrawnMap
  readonly chosen: number | null
  readonly way: readonly number[]
  readonly onChoose: (place: number | null) => void
}

export function Chart({ drawn, chosen, way, onChoose }: ChartShown) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [view, setView] = useState<View | null>(null)
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null)
  const shown = view ?? whole(drawn, canvas.current?.clientWidth ?? 560)
  useEffect(() => {
    const draw = (): void =>
      paint(canvas.current!, drawn, view ?? whole(drawn, canvas.current!.clientWidth), chosen, way)
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(canvas.current!)
    const dark = matchMedia("(prefers-color-scheme: dark)")
    dark.addEventListener("change", draw)
    return () => {
      watch.disconnect()
      dark.removeEventListener("change", draw)
    }
  }, [drawn, view, chosen, way])
  useEffect(() => {
    // React listens passively; the page must not scroll while one zooms.
    const element = canvas.current!
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setView((now) =>
        zoomed(
          now ?? whole(drawn, element.clientWidth),
          Math.exp(-event.deltaY / 200),
          event.offsetX,
          event.offsetY,
        ),
      )
    }
    element.addEventListener("wheel", wheel, { passive: false })
    return () => element.removeEventListener("wheel", wheel)
  }, [drawn])
  const zoom = (factor: number): void =>
    setView(zoomed(shown, factor, (canvas.current?.clientWidth ?? 0) / 2, height / 2))
  const press = (event: PointerEvent): void => {
    canvas.current!.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, moved: false }
  }
  const move = (event: PointerEvent): void => {
    const from = drag.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (!from.moved && Math.hypot(dx, dy) < 4) return
    drag.current = { x: event.clientX, y: event.clientY, moved: true }
    setView({ ...shown, x: shown.x + dx, y: shown.y + dy })
  }
  const release = (event: PointerEvent): void => {
    if (drag.current && !drag.current.moved)
      onChoose(nearest(drawn, shown, event.nativeEvent.offsetX, event.nativeEvent.offsetY))
    drag.current = null
  }
  const key = (event: KeyboardEvent): void => {
    const next = neighbour(drawn, chosen ?? 0, event.key)
    if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.3 : 1 / 1.3)
    else if (event.key === "Escape") onChoose(null)
    else if (next === undefined) return
    else onChoose(next)
    event.preventDefault()
  }
  return (
    <div className="chart">
      <canvas
        ref={canvas}
        className="chart-canvas"
        style={{ height }}
        tabIndex={0}
        role="application"
        aria-roledescription="map"
        aria-label={`The story map; the arrow keys go along it, plus and minus zoom; the table below says the same${chosen === null ? "" : `; now at place ${chosen}`}`}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onKeyDown={key}
      />
      <div className="chart-tools">
        <Button className="plain" aria-label="Zoom in" onPress={() => zoom(1.4)}>
          <span aria-hidden="true">+</span>
        </Button>
        <Button className="plain" aria-label="Zoom out" onPress={() => zoom(1 / 1.4)}>
          <span aria-hidden="true">−</span>
        </Button>
        <Button className="plain" aria-label="See all of it" onPress={() => setView(null)}>
          <span aria-hidden="true">⤢</span>
        </Button>
      </div>
      <p className="quiet fine chart-legend">
        <i className="dot dot-goal" /> ends as the author wants <i className="dot dot-rest" /> comes to rest{" "}
        <i className="dot dot-cut" /> not looked at further
      </p>
    </div>
  )
}

function zoomed(view: View, factor: number, x: number, y: number): View {
  const by = Math.min(40 / Math.max(view.row, 0.01), Math.max(0.2, factor))
  return { column: view.column * by, row: view.row * by, x: x - (x - view.x) * by, y: y - (y - view.y) * by }
}

/** All of it, as large as it goes. */
function whole({ places }: DrawnMap, width: number): View {
  const deepest = places.reduce((most, each) => Math.max(most, each.depth), 1)
  const widest = places.reduce((most, each) => Math.max(most, Math.abs(each.y)), 0) * 2 + 1
  return {
    x: 20,
    y: height / 2,
    column: Math.min(mostColumn, (width - 40) / deepest),
    row: Math.min(mostRow, (height - 40) / widest),
  }
}

function spotOf({ places }: DrawnMap, view: View, number: number): readonly [number, number] {
  const { depth, y } = places[number]
  return [view.x + depth * view.column, view.y + y * view.row]
}

function nearest(drawn: DrawnMap, view: View, x: number, y: number): number | null {
  let [best, distance] = [-1, 14]
  drawn.places.forEach((_, number) => {
    const [px, py] = spotOf(drawn, view, number)
    const away = Math.hypot(px - x, py - y)
    if (away < distance) [best, distance] = [number, away]
  })
  return best < 0 ? null : best
}

function neighbour({ places }: DrawnMap, at: number, key: string): number | undefined {
  const { ways, from, depth, y } = places[at]
  if (key === "ArrowRight") return ways.find(([to]) => to !== at)?.[0]
  if (key === "ArrowLeft") return from >= 0 ? from : undefined
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined
  const column = places
    .map((each, number) => ({ ...each, number }))
    .filter((each) => each.depth === depth && (key === "ArrowDown" ? each.y > y : each.y < y))
  return column.reduce<number | undefined>(
    (best, each) =>
      best === undefined || Math.abs(each.y - y) < Math.abs(places[best].y - y) ? each.number : best,
    undefined,
  )
}

function paint(
  canvas: HTMLCanvasElement,
  drawn: DrawnMap,
  view: View,
  chosen: number | null,
  way: readonly number[],
): void {
  const width = canvas.clientWidth
  const ratio = devicePixelRatio || 1
  canvas.width = width * ratio
  canvas.height = height * ratio
  const pen = canvas.getContext("2d")!
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  pen.scale(ratio, ratio)
  pen.clearRect(0, 0, width, height)
  const spots = drawn.places.map((_, number) => spotOf(drawn, view, number))
  const isSeen = ([x, y]: readonly [number, number]): boolean =>
    x > -80 && x < width + 80 && y > -80 && y < height + 80
  const line = (a: readonly [number, number], b: readonly [number, number]): void => {
    pen.moveTo(a[0], a[1])
    pen.bezierCurveTo((a[0] + b[0]) / 2, a[1], (a[0] + b[0]) / 2, b[1], b[0], b[1])
  }
  pen.lineWidth = 1
  pen.strokeStyle = colour("--line")
  pen.beginPath()
  drawn.places.forEach(({ ways }, number) => {
    for (const [to] of ways) if (isSeen(spots[number]) || isSeen(spots[to])) line(spots[number], spots[to])
  })
  pen.stroke()
  pen.lineWidth = 2.5
  pen.strokeStyle = colour("--accent")
  pen.beginPath()
  for (let i = 1; i < way.length; i++) line(spots[way[i - 1]], spots[way[i]])
  pen.stroke()
  const size = Math.max(1.2, Math.min(5, view.row / 3))
  const fills = {
    goal: colour("--good"),
    rest: colour("--ink"),
    cut: colour("--care"),
    none: colour("--ink-soft"),
  }
  drawn.places.forEach(({ ending }, number) => {
    if (!isSeen(spots[number])) return
    const [x, y] = spots[number]
    pen.fillStyle = fills[ending ?? "none"]
    pen.beginPath()
    if (ending === "rest") pen.rect(x - size, y - size, 2 * size, 2 * size)
    else pen.arc(x, y, ending === null ? size * 0.6 : size * 1.3, 0, 7)
    pen.fill()
  })
  if (chosen === null) return
  pen.lineWidth = 2
  pen.beginPath()
  pen.arc(spots[chosen][0], spots[chosen][1], size + 5, 0, 7)
  pen.stroke()
}
