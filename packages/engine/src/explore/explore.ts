/**
 * Explores a story space breadth first, step by step. The caller may take what was found line by line, and
 * can go on from kept lines: the order is a function of the world and the options, so an exploration that was
 * stopped and resumed writes the very lines of one that was not.
 */
import type { Problem, SpaceFoot, SpaceHead, SpaceState, Slices } from "@dramaturg/model"
import { Game, type Position } from "../play/game.js"
import { usualBounds } from "../play/evaluator.js"
import type { PlayOptions } from "../play/game.js"
import { mergedLimits, printable } from "../search/limits.js"
import { Choices } from "./choices.js"
import { explainedSource } from "./explained.js"
import type { Place, Source } from "./source.js"

/** What an exploration is asked with. */
export interface ExploreOptions extends Partial<Omit<PlayOptions, "as">> {
  /** Whose choices are free. Without: only explained acts. */
  readonly as?: string
  /** How many acts deep, or turns. Default: the limit on a story's acts, or else none. */
  readonly depth?: number | null
  readonly maxVisited?: number
  /** Of what the exploration itself keeps. Default: 3072. */
  readonly memoryMiB?: number
  /** The time now, in milliseconds; default: the clock of the machine. */
  readonly clock?: () => number
  readonly timeoutMs?: number
  /** What was found before, with the same options: its head, and states 0 to n. */
  readonly found?: { readonly levels: number; readonly states: readonly SpaceState[] }
}

/** Throws if no story can begin in this world, or if no character has that name. */
export function startExploration(problem: Problem, options: ExploreOptions = {}): Exploration {
  const source: Source =
    options.as === undefined
      ? explainedSource(problem, options)
      : new Choices(new Game(problem, { ...options, as: options.as }))
  return new Exploration(problem, source, options)
}

/** What can still come of a play from where it stands. */
export function exploreFrom(
  game: Game,
  position: Position,
  options: Pick<ExploreOptions, "depth" | "maxVisited" | "clock" | "timeoutMs" | "memoryMiB"> = {},
): Exploration {
  return new Exploration(game.problem, new Choices(game, position), { depth: null, ...options })
}

/** An exploration of a story space, stepped: `step(visits)` looks at so many states more. */
export class Exploration {
  status: "exploring" | SpaceFoot["end"] = "exploring"
  limit: SpaceFoot["limit"] = null
  head: SpaceHead
  /** Counts the times it had to begin again with deeper minds; lines from before are then void. */
  beginnings = 0
  readonly #problem: Problem
  readonly #options: ExploreOptions
  readonly #depth: number
  readonly #deadline: number
  readonly #work: Slices<void>
  #source: Source
  #queue!: Place[]
  #depths!: number[]
  #numbers!: Map<number, number>
  #taken: SpaceState[] = []
  #visited = 0
  #edges = 0
  #endings = { goal: 0, rest: 0, cut: 0 }
  /** Of some state it takes deeper minds to tell what follows than are followed. */
  #isOpen = false

  constructor(problem: Problem, source: Source, options: ExploreOptions) {
    const {
      depth = mergedLimits(problem.limits, options.limits ?? {}).author ?? null,
      clock,
      timeoutMs = Infinity,
    } = options
    this.#problem = problem
    this.#options = options
    this.#source = source
    this.#depth = depth ?? Infinity
    this.#deadline = clock === undefined ? Infinity : clock() + timeoutMs
    this.head = this.#headOf(source)
    this.#begin()
    this.#resume()
    this.#work = this.#explore()
  }

  /** What was counted so far. */
  get counts(): Omit<SpaceFoot, "end" | "limit" | "isCut" | "possible"> & {
    readonly visited: number
    readonly bytes: number
    readonly depth: number
  } {
    return {
      visited: this.#visited,
      states: this.#queue.length,
      edges: this.#edges,
      endings: { ...this.#endings },
      bytes: this.#bytes,
      depth: this.#depths[this.#visited] ?? this.#depths.at(-1)!,
    }
  }

  /** Undefined as long as it has not ended. */
  get foot(): SpaceFoot | undefined {
    if (this.status === "exploring") return undefined
    return {
      end: this.status,
      isCut: this.#endings.cut > 0,
      limit: this.limit,
      states: this.#queue.length,
      edges: this.#edges,
      endings: { ...this.#endings },
      possible: this.possible,
    }
  }

  /** See `SpaceFoot`. */
  get possible(): SpaceFoot["possible"] {
    return Object.fromEntries(this.#source.possible)
  }

  /** The states looked at since this was last asked. */
  take(): readonly SpaceState[] {
    const taken = this.#taken
    this.#taken = []
    return taken
  }

  /** Goes on for at most so many steps; a step is small, and a state takes several. */
  step(steps: number): void {
    for (let i = 0; i < steps && this.status === "exploring"; i++) {
      if (this.#isOver()) return
      if (!this.#work.next().done) continue
      if (this.#isOpen) this.#stop("belief")
      else this.status = "complete"
    }
  }

  #headOf(source: Source): SpaceHead {
    const { as = null, limits = {}, seed = 0 } = this.#options
    const { character, belief } = printable(usualBounds(mergedLimits(this.#problem.limits, limits)))
    const depth = this.#depth === Infinity ? null : this.#depth
    return {
      format: "dramaturg-story-space",
      version: 1,
      world: this.#problem.name,
      as,
      goal: source.goal,
      depth,
      limits: { character, belief },
      seed,
      levels: source.levels,
      opening: source.opening,
    }
  }

  #begin(): void {
    this.#queue = [this.#source.start]
    this.#depths = [0]
    this.#numbers = new Map([[this.#source.start.key, 0]])
    this.#taken = []
    this.#visited = 0
    this.#edges = 0
    this.#endings = { goal: 0, rest: 0, cut: 0 }
    this.#isOpen = false
  }

  #resume(): void {
    const { found } = this.#options
    if (found === undefined) return
    while (this.#source.levels < found.levels) this.#deepen()
    for (const { state, ending, edges, isOpen } of found.states) {
      this.#isOpen ||= isOpen === true
      // Where it ended or was cut, ways were not asked for: what was possible there was not counted, and is
      // not now.
      const places =
        ending === "goal" || ending === "cut" ? [] : this.#source.places(this.#queue[state], edges)
      edges.forEach((each, i) => {
        if (this.#numberOf(places[i], state) !== each.to)
          throw new Error("What was found before is of another world, or of other options.")
      })
      this.#count(ending, edges.length)
    }
  }

  *#explore(): Slices<void> {
    while (this.#visited < this.#queue.length) {
      const state = yield* this.#look(this.#visited)
      if (state === undefined) {
        this.#deepen()
        continue
      }
      this.#taken.push(state)
      this.#count(state.ending, state.edges.length)
      yield
    }
  }

  /** Undefined: it takes deeper minds to tell. */
  *#look(number: number): Slices<SpaceState | undefined> {
    const place = this.#queue[number]
    const depth = this.#depths[number]
    const worth = Number.isNaN(place.worth) ? null : place.worth
    if (place.ending !== null) return { state: number, depth, worth, ending: place.ending, edges: [] }
    if (depth >= this.#depth) return { state: number, depth, worth, ending: "cut", edges: [] }
    const ways = yield* this.#source.ways(place)
    if (this.#source.isTooShallow()) return undefined
    const edges = ways.map(([way, to]) => ({ ...way, to: this.#numberOf(to, number) }))
    const isStill = edges.every((each) => each.to === number)
    const isOpen = this.#source.isOpen()
    this.#isOpen ||= isOpen
    return {
      state: number,
      depth,
      worth,
      ending: isStill && !isOpen ? "rest" : null,
      edges: isStill ? [] : edges,
      ...(isOpen ? { isOpen } : {}),
    }
  }

  #numberOf(place: Place, from: number): number {
    const known = this.#numbers.get(place.key)
    if (known !== undefined) return known
    const number = this.#queue.length
    this.#numbers.set(place.key, number)
    this.#queue.push(place)
    this.#depths.push(this.#depths[from] + 1)
    return number
  }

  #count(ending: SpaceState["ending"], edges: number): void {
    this.#visited++
    this.#edges += edges
    if (ending !== null) this.#endings[ending]++
  }

  #deepen(): void {
    this.#source = this.#source.deeper()
    this.beginnings++
    this.head = this.#headOf(this.#source)
    this.#begin()
  }

  get #bytes(): number {
    return this.#source.bytes + this.#queue.length * 160
  }

  #isOver(): boolean {
    const { maxVisited = Infinity, clock, memoryMiB = 3072 } = this.#options
    if (this.#visited >= maxVisited) return this.#stop("visits")
    if (clock !== undefined && clock() > this.#deadline) return this.#stop("time")
    return this.#visited % 32 === 0 && this.#bytes > memoryMiB * 2 ** 20 && this.#stop("memory")
  }

  #stop(limit: SpaceFoot["limit"]): true {
    this.limit = limit
    this.status = "limited"
    return true
  }
}
