/** When an expansion, which goes through many actions, pauses so that its caller can look at the clock. */

/** Whether an expansion pauses before its action of this index: now and then, for pausing has a price. */
export function isPause(i: number): boolean {
  return i % 4 === 3
}
