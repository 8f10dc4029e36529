/**
 * Why something could not be kept, in words for its author: the rest of a sentence that begins with "Not
 * saved:".
 */

const words: Readonly<Record<string, string>> = {
  QuotaExceededError:
    "the room that this browser gives to this page is full. Empty the bin, or throw worlds away that you no longer need",
  SecurityError:
    "this browser lets this page keep nothing; a private window, perhaps, or its settings forbid it",
  InvalidStateError:
    "this browser lets this page keep nothing; a private window, perhaps, or its store is damaged",
  UnknownError: "the browser’s store is damaged, or the disk is full",
  AbortError: "the browser broke off while it was saving",
  TimeoutError: "the browser’s store does not answer",
  VersionError: "another tab runs a newer edition of this page",
}

export function troubleOf(error: unknown): string {
  if (error instanceof DOMException && Object.hasOwn(words, error.name)) return words[error.name]
  if (typeof indexedDB === "undefined" || indexedDB === null) return words.SecurityError
  const message = error instanceof Error ? error.message : String(error)
  return `the browser’s store says “${message.slice(0, 200).replace(/[.\s]+$/, "")}”`
}
