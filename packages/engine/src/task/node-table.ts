/** Finds formulas by what they consist of, so that equal ones are stored once (see code.ts). Open addressing, linear probing. */

export class NodeTable {
  readonly #code: number[]
  #nodes = new Int32Array(1024).fill(-1)
  #hashes = new Int32Array(1024)
  #count = 0

  /** New nodes are put at the end of `code`, to which nobody else may add. */
  constructor(code: number[]) {
    this.#code = code
  }

  /** The node that consists of these ints. Its first ones say how many there are, so no node is the beginning of another. */
  intern(ints: readonly number[]): number {
    const hash = hashOf(ints)
    const mask = this.#nodes.length - 1
    let i = hash & mask
    for (; this.#nodes[i] >= 0; i = (i + 1) & mask) {
      if (this.#hashes[i] === hash && this.#isAt(this.#nodes[i], ints)) return this.#nodes[i]
    }
    const node = this.#code.length
    for (const int of ints) this.#code.push(int)
    this.#put(i, node, hash)
    return node
  }

  #isAt(node: number, ints: readonly number[]): boolean {
    for (let k = 0; k < ints.length; k++) if (this.#code[node + k] !== ints[k]) return false
    return true
  }

  #put(i: number, node: number, hash: number): void {
    this.#nodes[i] = node
    this.#hashes[i] = hash
    if (++this.#count * 2 > this.#nodes.length) this.#grow()
  }

  #grow(): void {
    const nodes = this.#nodes
    const hashes = this.#hashes
    this.#nodes = new Int32Array(nodes.length * 2).fill(-1)
    this.#hashes = new Int32Array(nodes.length * 2)
    const mask = this.#nodes.length - 1
    nodes.forEach((node, k) => {
      if (node < 0) return
      let i = hashes[k] & mask
      while (this.#nodes[i] >= 0) i = (i + 1) & mask
      this.#nodes[i] = node
      this.#hashes[i] = hashes[k]
    })
  }
}

function hashOf(ints: readonly number[]): number {
  let hash = 0
  for (const int of ints) hash = Math.imul(hash ^ int, 0x9e3779b1) ^ (hash >>> 15)
  return hash ^ (hash >>> 15)
}
