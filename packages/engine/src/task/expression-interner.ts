/**
 * A hash table of expressions by their content, so that equal ones are stored once (see expressions.ts). Open
 * addressing, linear probing.
 */

/** Interns the expressions of one table. */
export class ExpressionInterner {
  readonly #table: number[]
  #ids = new Int32Array(1024).fill(-1)
  #hashes = new Int32Array(1024)
  #count = 0

  /** New expressions are appended to `table`, to which no other code may add. */
  constructor(table: number[]) {
    this.#table = table
  }

  /**
   * The id of the expression with these ints, which is appended if it is new. The first ints determine the
   * length, so no expression is a prefix of another.
   */
  intern(ints: readonly number[]): number {
    const hash = hashOf(ints)
    const mask = this.#ids.length - 1
    let i = hash & mask
    for (; this.#ids[i] >= 0; i = (i + 1) & mask) {
      if (this.#hashes[i] === hash && this.#isAt(this.#ids[i], ints)) return this.#ids[i]
    }
    const id = this.#table.length
    for (const int of ints) this.#table.push(int)
    this.#put(i, id, hash)
    return id
  }

  #isAt(id: number, ints: readonly number[]): boolean {
    for (let k = 0; k < ints.length; k++) if (this.#table[id + k] !== ints[k]) return false
    return true
  }

  #put(i: number, id: number, hash: number): void {
    this.#ids[i] = id
    this.#hashes[i] = hash
    if (++this.#count * 2 > this.#ids.length) this.#grow()
  }

  #grow(): void {
    const ids = this.#ids
    const hashes = this.#hashes
    this.#ids = new Int32Array(ids.length * 2).fill(-1)
    this.#hashes = new Int32Array(ids.length * 2)
    const mask = this.#ids.length - 1
    ids.forEach((id, k) => {
      if (id < 0) return
      let i = hashes[k] & mask
      while (this.#ids[i] >= 0) i = (i + 1) & mask
      this.#ids[i] = id
      this.#hashes[i] = hashes[k]
    })
  }
}

function hashOf(ints: readonly number[]): number {
  let hash = 0
  for (const int of ints) hash = Math.imul(hash ^ int, 0x9e3779b1) ^ (hash >>> 15)
  return hash ^ (hash >>> 15)
}
