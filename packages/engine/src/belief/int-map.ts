/**
 * Growable tables of integers, from which the state space is built: open addressing, linear probing, no
 * object per entry.
 */

function mix(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Maps small non-negative integers to integers, stored densely. */
export class IntMap {
  #entries = new Int32Array(1024)
  readonly #missing: number

  constructor(missing: number) {
    this.#missing = missing
    this.#entries.fill(missing)
  }

  get bytes(): number {
    return this.#entries.byteLength
  }

  find(index: number): number {
    return index < this.#entries.length ? this.#entries[index] : this.#missing
  }

  set(index: number, entry: number): void {
    while (index >= this.#entries.length) this.#grow()
    this.#entries[index] = entry
  }

  #grow(): void {
    const entries = new Int32Array(this.#entries.length * 2).fill(this.#missing)
    entries.set(this.#entries)
    this.#entries = entries
  }
}

/**
 * Maps a pair of integers (the first one >= 0) to an integer. The three numbers of an entry are adjacent: a,
 * b, entry.
 */
export class PairMap {
  #cells: Int32Array
  #mask: number
  size = 0

  constructor(capacity = 1024) {
    this.#cells = new Int32Array(capacity * 3).fill(-1)
    this.#mask = capacity - 1
  }

  get bytes(): number {
    return this.#cells.byteLength
  }

  /** The entry for the pair, or `missing` if there is none. */
  find(a: number, b: number, missing: number): number {
    const cells = this.#cells
    const at = this.#place(cells, a, b)
    return cells[at] === -1 ? missing : cells[at + 2]
  }

  set(a: number, b: number, entry: number): void {
    if (this.size * 3 > this.#mask * 2) this.#grow()
    const at = this.#place(this.#cells, a, b)
    if (this.#cells[at] === -1) this.size++
    this.#put(at, a, b, entry)
  }

  /** The index of the pair's cell, or of the empty cell where it would be stored. */
  #place(cells: Int32Array, a: number, b: number): number {
    let i = mix(a, b) & this.#mask
    while (cells[3 * i] !== -1 && (cells[3 * i] !== a || cells[3 * i + 1] !== b)) i = (i + 1) & this.#mask
    return 3 * i
  }

  #put(at: number, a: number, b: number, entry: number): void {
    this.#cells[at] = a
    this.#cells[at + 1] = b
    this.#cells[at + 2] = entry
  }

  #grow(): void {
    const cells = this.#cells
    this.#cells = new Int32Array(cells.length * 2).fill(-1)
    this.#mask = this.#cells.length / 3 - 1
    for (let i = 0; i < cells.length; i += 3) {
      if (cells[i] !== -1)
        this.#put(this.#place(this.#cells, cells[i], cells[i + 1]), cells[i], cells[i + 1], cells[i + 2])
    }
  }
}

export type Rows = Int8Array | Int16Array | Int32Array

/**
 * A set of rows of `width` integers, each identified by its index in order of arrival. The integers are
 * stored in as few bytes as the widest of them needs.
 */
export class RowSet {
  readonly width: number
  rows: Rows
  count = 0
  #table: Int32Array
  #mask: number

  constructor(width: number, rows: new (length: number) => Rows, capacity = 256) {
    this.width = width
    this.rows = new rows(Math.max(1, width) * capacity)
    this.#table = new Int32Array(capacity * 4).fill(-1)
    this.#mask = capacity * 4 - 1
  }

  get bytes(): number {
    return this.rows.byteLength + this.#table.byteLength
  }

  /** The index of `row`; a row that is new is copied. */
  intern(row: Int32Array): number {
    const table = this.#table
    let i = this.#hash(row, 0) & this.#mask
    for (; table[i] >= 0; i = (i + 1) & this.#mask) if (this.#equals(table[i], row)) return table[i]
    table[i] = this.count
    return this.#append(row)
  }

  #append(row: Int32Array): number {
    const { width } = this
    if ((this.count + 1) * width > this.rows.length) this.#lengthen()
    const start = this.count * width
    this.rows.set(row, start)
    for (let k = 0; k < width; k++) {
      if (this.rows[start + k] === row[k]) continue
      this.#widen(row[k])
      this.rows.set(row, start)
    }
    this.count++
    if (this.count * 2 > this.#mask) this.#grow()
    return this.count - 1
  }

  #lengthen(): void {
    const { rows } = this
    const { length } = rows
    this.rows =
      rows instanceof Int8Array
        ? new Int8Array(length * 2)
        : rows instanceof Int16Array
          ? new Int16Array(length * 2)
          : new Int32Array(length * 2)
    this.rows.set(rows)
  }

  #widen(int: number): void {
    const { rows } = this
    this.rows =
      rows instanceof Int8Array && int === (int << 16) >> 16 ? new Int16Array(rows) : new Int32Array(rows)
  }

  #grow(): void {
    this.#table = new Int32Array((this.#mask + 1) * 2).fill(-1)
    this.#mask = this.#table.length - 1
    for (let index = 0; index < this.count; index++) {
      let i = this.#hash(this.rows, index * this.width) & this.#mask
      while (this.#table[i] >= 0) i = (i + 1) & this.#mask
      this.#table[i] = index
    }
  }

  #hash(ints: Rows, start: number): number {
    const end = start + this.width
    let hash = 0
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (hash >>> 15) ^ ints[i], 0x9e3779b1)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    return (hash ^ (hash >>> 13)) >>> 0
  }

  #equals(index: number, row: Int32Array): boolean {
    const { rows, width } = this
    const start = index * width
    for (let k = 0; k < width; k++) if (rows[start + k] !== row[k]) return false
    return true
  }
}
