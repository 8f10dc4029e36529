/**
 * Notices in time that the process runs short of memory, so that a search can stop by itself and tell all it
 * knows, before it has to be ended by force. What a search keeps it counts itself; what it has let go of,
 * only the process can see.
 */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { StoppedBy } from "@dramaturg/engine"

/** How much of the memory may be in use, and how often we look, in milliseconds. */
const share = 0.85
const pause = 20

/**
 * What is left after clearing up must be less than this share of what was allowed, or we would do nothing but
 * clear up.
 */
const cleared = 0.95

/** The answer stays yes once it was yes. */
function memoryWatch(memoryMiB: number): () => boolean {
  const allowed = memoryMiB * share * 2 ** 20
  let looked = 0
  let isShort = false
  return () => {
    const now = performance.now()
    if (isShort || now - looked < pause) return isShort
    if (process.memoryUsage.rss() > allowed) {
      clearUp()
      isShort = process.memoryUsage.rss() > allowed * cleared
    }
    looked = performance.now()
    return isShort
  }
}

/**
 * Time until a deadline for work that knows of clocks alone: it is told that it is late when memory is what
 * runs out. `limitOf` is what is to be said to have stopped it.
 */
export function watchedClock(memoryMiB: number, deadline: number | undefined) {
  const isShort = memoryWatch(memoryMiB)
  const clock = (): number => (isShort() ? Infinity : performance.now())
  const timeoutMs = deadline === undefined ? Number.MAX_VALUE : Math.max(0, deadline - Date.now())
  return {
    time: { clock, timeoutMs },
    limitOf: ({ limit }: { readonly limit: StoppedBy | null }) =>
      limit === "time" && isShort() ? "memory" : limit,
  }
}

let collect: (() => void) | undefined

/** Garbage is collected late where there is room; it must not be what ends a search. */
function clearUp() {
  if (!collect) {
    setFlagsFromString("--expose-gc")
    collect = runInNewContext("gc") as () => void
  }
  collect()
}
