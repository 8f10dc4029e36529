/** One mark of the timeline, and the key to all of them. */
import type { Part } from "./lanes.js"

export interface SignShown {
  readonly x: number
  readonly y: number
  readonly part: Part | "by itself"
  /** They did not see it, though they were there. */
  readonly isBlind: boolean
}

export function Sign({ x, y, part, isBlind }: SignShown) {
  if (part === "by itself")
    return (
      <rect
        x={x - 5}
        y={y - 5}
        width={10}
        height={10}
        transform={`rotate(45 ${x} ${y})`}
        className="mark-trigger"
      />
    )
  return (
    <>
      {part !== "misses" && (
        <circle cx={x} cy={y} r={part === "sees" ? 3.5 : 8} className={`mark-${part.replace(" ", "-")}`} />
      )}
      {isBlind && (
        <path
          d={`M ${x - 3} ${y - 3} l 6 6 m 0 -6 l -6 6`}
          className={part === "does" ? "mark-blind mark-blind-doer" : "mark-blind"}
        />
      )}
    </>
  )
}

const people: readonly (readonly [SignShown["part"], boolean, string])[] = [
  ["does", false, "does it"],
  ["takes part", false, "takes part"],
  ["sees", false, "sees it"],
  ["misses", true, "does not see it"],
  ["by itself", false, "happens by itself"],
]
const places: typeof people = [
  ["does", false, "it happens here"],
  ["by itself", false, "happens by itself"],
]

export function Legend({ lanes }: { readonly lanes: "people" | "places" }) {
  return (
    <ul className="legend quiet fine" aria-label="What the signs mean">
      {(lanes === "people" ? people : places).map(([part, isBlind, words]) => (
        <li key={part}>
          <svg className="sign" viewBox="0 0 20 20" aria-hidden="true">
            <Sign x={10} y={10} part={part} isBlind={isBlind} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
