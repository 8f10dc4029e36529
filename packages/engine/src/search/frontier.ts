/**
 * The nodes that have been generated and not yet visited, as a binary heap. Order: lowest cost plus estimate
 * first, then the deeper node, then the older one.
 */

/** What the order of the frontier depends on: cost plus estimate, cost, and order of arrival. */
export interface Ranked {
  readonly total: number
  readonly cost: number
  readonly order: number
}

/** A priority queue; `pop` returns undefined when it is empty. */
export class Frontier<T extends Ranked> {
  readonly #heap: T[] = []

  get size(): number {
    return this.#heap.length
  }

  push(item: T): void {
    const heap = this.#heap
    let i = heap.length
    heap.push(item)
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!isBefore(item, heap[parent])) break
      heap[i] = heap[parent]
      i = parent
    }
    heap[i] = item
  }

  pop(): T | undefined {
    const heap = this.#heap
    const top = heap[0]
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return top
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++
      if (!isBefore(heap[child], last)) break
      heap[i] = heap[child]
      i = child
    }
    heap[i] = last
    return top
  }
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.total !== b.total ? a.total < b.total : a.cost !== b.cost ? a.cost > b.cost : a.order < b.order
}
