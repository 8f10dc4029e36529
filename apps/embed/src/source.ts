/** Where an element's world comes from: an address of the page's own site, or a text. */
import { decoded } from "@dramaturg/web/decode"
import { Trouble, type WorldText } from "./events.js"

/** More than any world there is. */
const mostBytes = 4_000_000

export function worldOf(main: string, text: string): WorldText {
  if (text.trim() === "")
    throw new Trouble(
      "source",
      "There is no world here: give the address of one as src, or write one inside.",
    )
  return { main, texts: { [main]: text } }
}

/** Fetches it, from the page's own site only. `signal` ends the fetch when the element has left the page. */
export async function worldAt(src: string, signal: AbortSignal): Promise<WorldText> {
  const address = addressOf(src)
  if (address.origin !== location.origin)
    throw new Trouble("source", "A story comes from the site of its own page, and from no other.")
  const answer = await fetched(address, src, signal)
  return worldOf(address.pathname.split("/").at(-1) || "world.drama", textIn(await answer.arrayBuffer(), src))
}

function addressOf(src: string): URL {
  try {
    return new URL(src, document.baseURI)
  } catch {
    throw new Trouble("attribute", `src is no address: ${src}`)
  }
}

async function fetched(address: URL, src: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(address, { credentials: "same-origin", signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Trouble("source", `The world at ${src} could not be fetched.`)
  })
  if (!answer.ok) throw new Trouble("source", `There is no world at ${src}.`)
  return answer
}

function textIn(answer: ArrayBuffer, src: string): string {
  if (answer.byteLength > mostBytes) throw new Trouble("source", `${src} is too large to be a world.`)
  const read = decoded(new Uint8Array(answer), src)
  if ("complaint" in read) throw new Trouble("source", read.complaint)
  // Readers can do nothing about it; the author of the page can.
  if (read.remark !== undefined)
    throw new Trouble("source", `${src} is not saved as UTF-8, as worlds on pages have to be.`)
  return read.text
}
