/**
 * K stories as different as can be, each with those that are most like it: k-medoids, begun with the story
 * furthest from the rest.
 */

export interface Cluster {
  readonly prototype: number
  readonly members: readonly number[]
}

/**
 * `distances`: symmetric, zero on the diagonal. Fewer clusters than asked for where there are not that many
 * different stories.
 */
export function clustersOf(distances: readonly (readonly number[])[], most: number): readonly Cluster[] {
  if (distances.length === 0) return []
  let prototypes = furthestFirst(distances, most)
  for (let round = 0; round < 50; round++) {
    const better = assign(distances, prototypes).map(({ members }) => medoidOf(distances, members))
    if (better.join() === prototypes.join()) break
    prototypes = better
  }
  return [...assign(distances, prototypes)].sort(
    (a, b) => b.members.length - a.members.length || a.prototype - b.prototype,
  )
}

/** The most central story, then always the one furthest from those chosen. */
function furthestFirst(distances: readonly (readonly number[])[], most: number): readonly number[] {
  const all = distances.map((_, i) => i)
  const chosen = [medoidOf(distances, all)]
  while (chosen.length < most) {
    const gap = (each: number): number => Math.min(...chosen.map((one) => distances[each][one]))
    const next = all.reduce((best, each) => (gap(each) > gap(best) ? each : best))
    if (gap(next) === 0) break
    chosen.push(next)
  }
  return chosen
}

function assign(
  distances: readonly (readonly number[])[],
  prototypes: readonly number[],
): readonly Cluster[] {
  const members = prototypes.map((): number[] => [])
  distances.forEach((row, i) => {
    const nearest = prototypes.reduce((best, each, k) => (row[each] < row[prototypes[best]] ? k : best), 0)
    members[nearest].push(i)
  })
  return prototypes.map((prototype, k) => ({ prototype, members: members[k] }))
}

function medoidOf(distances: readonly (readonly number[])[], members: readonly number[]): number {
  const total = (each: number): number => members.reduce((sum, other) => sum + distances[each][other], 0)
  return members.reduce((best, each) => (total(each) < total(best) - 1e-12 ? each : best), members[0])
}
