/**
 * Worlds that are made when they are named: `village-items-21`, `market-20x20x20`, `wishes-2000`,
 * `wishes-2000-written-out`.
 */
import { dimensions, village } from "./growth/village.mjs"
import { market } from "./large/market.mjs"
import { wishes } from "./large/wishes.mjs"

/** `onlyPrepares`: a market is there to be read and ground; searching it would measure something else. */
export function generatedSetting(name) {
  const [, dimension, size] = /^village-([a-z]+)-(\d+)$/.exec(name) ?? []
  if (dimension in dimensions) return { name, text: village({ [dimension]: Number(size) }) }
  const [, people, places, items] = (/^market-(\d+)x(\d+)x(\d+)$/.exec(name) ?? []).map(Number)
  if (people) return { name, text: market({ people, places, items }), onlyPrepares: true }
  const [, conditionals, written] = /^wishes-(\d+)(-written-out)?$/.exec(name) ?? []
  if (conditionals)
    return { name, text: wishes({ conditionals: Number(conditionals), isWrittenOut: written !== undefined }) }
  return undefined
}
