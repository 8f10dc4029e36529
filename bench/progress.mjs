/** One line on stderr that is written over: what is being done, and how far it is. Only in a terminal. */

const isWatched = process.stderr.isTTY === true

export function showProgress(text) {
  if (isWatched) process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 100) - 1)}`)
}

export function clearProgress() {
  if (isWatched) process.stderr.write("\r\u001b[K")
}

let isAside = false

/** From now on tables go to stderr, so that stdout is free for figures. */
export function printAside() {
  isAside = true
}

/** Prints a finished line below what is there already. */
export function printLine(text) {
  clearProgress()
  if (isAside) console.error(text)
  else console.log(text)
}
