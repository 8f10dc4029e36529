/** A clock and the time that is left, for work that ends by itself. */
export function clockUntil(deadline: number | undefined) {
  return deadline === undefined ? {} : { clock: Date.now, timeoutMs: Math.max(0, deadline - Date.now()) }
}
