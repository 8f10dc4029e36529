/** What the page and its workers take of the machine's memory, in MiB; null where the system does not say. */
import { readFileSync } from "node:fs"

export async function memoryOf(context) {
  const session = await context.browser().newBrowserCDPSession()
  const { processInfo } = await session.send("SystemInfo.getProcessInfo")
  const sizes = processInfo.filter((each) => each.type === "renderer").map(({ id }) => proportional(id))
  return sizes.includes(null) || sizes.length === 0 ? null : Math.round(Math.max(...sizes))
}

/** Pages of memory that several processes share are counted in parts (Linux tells it). */
function proportional(process) {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8"))
    return Number(kibibytes) / 1024
  } catch {
    return null
  }
}
