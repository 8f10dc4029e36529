/** Chance for random worlds: the same seed throws the same dice, on every machine. */
export interface Dice {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  chance(percent: number): boolean
  pick<T>(from: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    const a = Math.imul(state ^ (state >>> 15), state | 1)
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61))
    return ((b ^ (b >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, chance: (percent) => below(100) < percent, pick: (from) => from[below(from.length)] }
}
