/** The effort of the prover: how much it may still look into. */

/** The number of looks between two readings of the clock. */
const LOOKS = 256

/** Counts the looks that are left; there are none once the time is up. */
export class Effort {
  isOver: (() => boolean) | undefined
  /** The time is up. */
  isLate = false
  #left = 0
  #looks = 0

  begin(looks: number, isOver: (() => boolean) | undefined): void {
    this.#left = Math.min(looks, Number.MAX_SAFE_INTEGER)
    this.isOver = isOver
    this.isLate = false
  }

  get left(): number {
    if (this.isOver !== undefined && ++this.#looks % LOOKS === 0) this.isLate ||= this.isOver()
    return this.isLate ? 0 : this.#left
  }

  set left(looks: number) {
    this.#left = looks
  }
}
