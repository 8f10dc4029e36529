/** What a state is, in sixteen letters. */
import type { StateId, StateSpace } from "../belief/space.js"

export function keyOf(space: StateSpace, state: StateId, known: Map<StateId, string>): string {
  const key = known.get(state)
  if (key !== undefined) return key
  const [high, low] = hashOf(space, state, known)
  const made = `${hex(high)}${hex(low)}`
  known.set(state, made)
  return made
}

/** Two hashes (FNV-1a, with different starts) over all values and all minds. */
function hashOf(space: StateSpace, state: StateId, known: Map<StateId, string>): readonly [number, number] {
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  const add = (number: number): void => {
    high = Math.imul(high ^ (number & 0xffff), 0x01000193)
    low = Math.imul(low ^ (number >>> 16) ^ (number << 7), 0x01000193)
  }
  for (const value of space.valuesOf(state)) add(value)
  if (space.depthOf(state) > 0)
    for (const mind of [...space.mindsOf(state)])
      for (const part of keyOf(space, mind, known).match(/.{8}/g)!) add(parseInt(part, 16))
  return [high >>> 0, low >>> 0]
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0")
}
