/** A clock and the time that is left, for work that ends by itself. */
export function clockUntil(deadline: number | undefined) {
  return deadline === undefined ? {} : { clock: Date.now, timeoutMs: Math.max(0, deadline - Date.now()) }
}

/** When a share of the time that is left will be over. */
export function partOf(deadline: number | undefined, share: number): number | undefined {
  return deadline === undefined ? undefined : Date.now() + Math.max(0, deadline - Date.now()) * share
}
