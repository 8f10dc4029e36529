/**
 * The child for one world: everything that is stepped, one unit a call, several times over in one process.
 * The first pass is cold (nothing is compiled by the engine of JavaScript yet), the others are warm. Each pass
 * compiles the world anew, so that the packages remember nothing from the pass before.
 */
import { doorOf } from "../snapshot.mjs"

/** Units of work that have no end within a reasonable time are broken off here. */
const MOST_UNITS = 3000
const TURNS = 5

process.once("message", async (order) => {
  process.on("disconnect", () => process.exit(0))
  process.send({ result: await passesOf(order) }, () => process.disconnect())
})

async function passesOf({ folder, text, file, passes }) {
  const [language, engine, telling, model] = await Promise.all(
    ["language", "engine", "telling", "model"].map((name) => doorOf({ folder }, name)),
  )
  return Array.from({ length: passes }, () => onePass({ language, engine, telling, model }, text, file))
}

/** By kind of call, the milliseconds of each call in order. */
function onePass({ language, engine, telling, model }, text, file) {
  const calls = {}
  const timed = (kind, call) => {
    const [result, ms] = measured(call)
    ;(calls[typeof kind === "string" ? kind : kind(result)] ??= []).push(ms)
    return result
  }
  const answered = (kind, start) => {
    const query = timed(`${kind}: start`, start)
    for (let units = 0; units < MOST_UNITS; units++) if (timed(kind, () => query.step(1))) break
    return query.answer
  }
  const { problem } = timed("compile", () => language.compileStory(text, { file }))
  answered("ground", () => engine.startGrounding(problem))
  const search = timed("search: start", () => engine.startSearch(problem))
  while (search.status === "searching") {
    const before = search.phase
    timed(
      () => (before === "judging" || search.phase === "judging" ? "judge" : "search"),
      () => search.step(1),
    )
  }
  const { solution } = search.story
  const limits = { author: null, character: null, belief: null, ...search.progress.limits }
  const bare = { plan: solution.plan, explanations: [] }
  answered("verify without reasons", () => engine.startVerification(problem, bare, { limits }))
  const span = { file, offset: 0, length: 0, line: 1, column: 1 }
  const outline = { acts: solution.plan.map((act) => ({ act, span })), notes: [] }
  answered("review", () => engine.startReview(problem, outline))
  const fabula = answered("chronicle", () => engine.startChronicle(problem, solution))
  answered("tell", () => telling.startTelling(fabula, problem))
  const [as] = model.charactersOf(problem)
  const game = answered("begin a play", () => engine.startGame(problem, { as, script: solution }))
  if (game !== null) play(game, timed)
  const exploration = timed("explore: start", () => engine.startExploration(problem, { maxVisited: 60 }))
  for (let units = 0; exploration.status === "exploring" && units < MOST_UNITS; units++)
    timed("explore", () => exploration.step(1))
  return calls
}

function play(game, timed) {
  let position = game.start
  for (let turn = 0; turn < TURNS && position.ending === null; turn++) {
    const choices = timed("choices", () => game.choices(position))
    // Every other turn the player waits, so that the others act.
    const chosen = turn % 2 === 0 ? (choices[0]?.act ?? null) : null
    const work = game.choosing(position, chosen)
    for (let next = { done: false }; !next.done; ) {
      next = timed("turn of a play", () => work.next())
      if (next.done) position = next.value.position
    }
  }
}

/**
 * The result of a call, and an upper bound on the processor time of its thread: the lesser of the time on the
 * wall, which others who use the machine lengthen, and the processor time of the process, which the threads
 * of the garbage collector and the compiler lengthen.
 */
function measured(call) {
  const before = process.cpuUsage()
  const began = performance.now()
  const result = call()
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  return [result, Math.min(wall, (user + system) / 1000)]
}
