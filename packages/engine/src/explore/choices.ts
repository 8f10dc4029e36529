/** Explores a play: everything that the player could choose, and what then comes of it. */
import type { Slices } from "@dramaturg/model"
import { Game, type Position } from "../play/game.js"
import { countPossible, type Place, type Source, type Way } from "./source.js"

export interface PlayedPlace extends Place {
  readonly position: Position
}

export class Choices implements Source<PlayedPlace> {
  readonly start: PlayedPlace
  readonly opening: readonly string[]
  readonly levels: number
  readonly possible = new Map<string, number>()
  readonly #game: Game
  #isOpen = false

  constructor(game: Game, { past }: Position = game.start) {
    this.#game = game
    this.levels = game.depth
    this.opening = past
    this.start = this.#place(game.positionAfter(past))
    for (const each of game.actions) this.possible.set(each, 0)
  }

  get goal(): number {
    return this.#game.goal
  }

  get bytes(): number {
    return this.#game.bytes
  }

  *ways({ position }: PlayedPlace): Slices<readonly (readonly [way: Way, to: PlayedPlace])[]> {
    const found: (readonly [Way, PlayedPlace])[] = []
    countPossible(this.possible, this.#game.possible(position))
    this.#isOpen = false
    for (const chosen of [...this.#game.choices(position), null]) {
      const { position: to, turn } = yield* this.#game.choosing(position, chosen?.act ?? null)
      yield
      if (this.isTooShallow()) return []
      this.#isOpen ||= turn.isOpen === true
      // To wait where nothing stirs leads nowhere.
      if (turn.events.length === 0) continue
      const isAttempt = turn.events[0]?.kind === "attempt"
      const way: Way = {
        act: chosen?.act ?? null,
        by: chosen?.consenting ?? [],
        events: turn.events.map((each) => each.label),
        ...(isAttempt ? { isAttempt } : {}),
      }
      found.push([way, this.#place(to)])
    }
    return found
  }

  places({ position }: PlayedPlace, ways: readonly Way[]): readonly PlayedPlace[] {
    countPossible(this.possible, this.#game.possible(position))
    return ways.map(({ events = [] }) => this.#place(this.#game.positionAfter([...position.past, ...events])))
  }

  isTooShallow(): boolean {
    return this.#game.depth !== this.levels
  }

  isOpen(): boolean {
    return this.#isOpen
  }

  deeper(): Source<PlayedPlace> {
    return new Choices(this.#game, this.start.position)
  }

  #place(position: Position): PlayedPlace {
    // That a play rests shows when there are no ways on.
    const ending = position.ending === "goal" ? "goal" : null
    return {
      key: position.state,
      worth: this.#game.worth(position),
      ending,
      position: { ...position, ending },
    }
  }
}
