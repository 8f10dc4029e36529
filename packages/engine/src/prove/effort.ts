/** How much a search may still look at. */

/** Between two looks at the clock. */
const LOOKS = 256

/** How many looks are left; none any more once the time is over. */
export class Effort {
  isOver: (() => boolean) | undefined
  /** The time is over. */
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
