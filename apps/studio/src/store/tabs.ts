/**
 * Two tabs on one project: the one that holds the lock writes, the other looks on and follows along. The
 * onlooker may take over; the writer is asked to save and let go first, and only if it does not answer is the
 * lock taken from it.
 */

export interface Desk {
  /** Lets go of the project, for good. */
  readonly leave: () => void
  /** Becomes the writer. */
  readonly takeOver: () => void
  /** Tells onlookers that something was saved. */
  readonly announce: () => void
}

export interface Manners {
  readonly onWriter: () => void
  /** `wasWriter`: another tab has taken over. */
  readonly onOnlooker: (wasWriter: boolean) => void
  /** The writer has saved something. */
  readonly onSaved: () => void
  /** Another tab wants to write: save what is not saved yet. */
  readonly onAsked: () => Promise<void>
}

type Call = "saved" | "let-go"

/** How long a writer may take to let go, in milliseconds. */
const courtesy = 1500

export function sitDown(project: string, { onWriter, onOnlooker, onSaved, onAsked }: Manners): Desk {
  const name = `dramaturg:${project}`
  if (!navigator.locks) {
    onWriter()
    return { leave: () => {}, takeOver: () => {}, announce: () => {} }
  }
  const calls = new BroadcastChannel(name)
  let letGo: (() => void) | undefined
  let hasLeft = false

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      letGo = resolve
      onWriter()
    })
  const stopped = (wasWriter: boolean): void => {
    letGo = undefined
    if (!hasLeft) onOnlooker(wasWriter)
  }
  const wait = (): void => {
    // The onlooker becomes the writer by itself when the other tab is closed.
    void navigator.locks
      .request(name, () => (hasLeft ? undefined : hold()))
      .then(
        () => {},
        () => stopped(true),
      )
  }
  const sit = (): void => {
    void navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return hold()
        stopped(false)
        wait()
        return undefined
      })
      .catch(() => stopped(true))
  }

  calls.onmessage = async ({ data }: MessageEvent<Call>) => {
    if (data === "saved" && !letGo) onSaved()
    if (data === "let-go" && letGo) {
      await onAsked()
      const free = letGo
      stopped(true)
      free?.()
      setTimeout(wait, courtesy)
    }
  }
  sit()
  return {
    leave: () => {
      hasLeft = true
      letGo?.()
      calls.close()
    },
    takeOver: () => {
      calls.postMessage("let-go" satisfies Call)
      setTimeout(() => {
        if (letGo || hasLeft) return
        void navigator.locks.request(name, { steal: true }, hold).catch(() => stopped(true))
      }, courtesy)
    },
    announce: () => calls.postMessage("saved" satisfies Call),
  }
}
