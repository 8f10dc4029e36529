/** Remembers what was computed of the latest texts: an editor asks several questions of each. */

/** The texts of a large world and of a few before its last changes. */
const most = 32

/** The same function, which computes the same only once as long as its text is among the latest. */
export function kept<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>()
  return (text) => {
    const known = results.get(text)
    const result = known ?? compute(text)
    // What was asked for last is forgotten last.
    results.delete(text)
    results.set(text, result)
    if (results.size > most) results.delete(results.keys().next().value!)
    return result
  }
}
