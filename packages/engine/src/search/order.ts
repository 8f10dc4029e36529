/**
 * The order in which actions are tried: as written, or shuffled by a seed, so that the influence of the order
 * can be measured.
 */

/** Returns `order`, where `order[action]` is the rank of the action. Seed 0 keeps the order of the text. */
export function actionOrder(count: number, seed: number): readonly number[] {
  const actions = Array.from({ length: count }, (_, i) => i)
  if (seed === 0) return actions
  const random = generator(seed)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[actions[i], actions[j]] = [actions[j], actions[i]]
  }
  const order: number[] = []
  actions.forEach((action, rank) => (order[action] = rank))
  return order
}

/**
 * A small pseudo-random generator (xorshift on 32 bits with a multiplicative start). It returns the same
 * numbers in [0, 1) on every machine.
 */
export function generator(seed: number): () => number {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}
