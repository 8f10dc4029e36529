/**
 * The child that asks twice: first about the world as it is written, then one question more, to the engine
 * that is warm by then (`warm`) or to another (`fresh`). Or it asks the question alone (`cold`), or looks for
 * acts to ask about (`scout`).
 */
import { compiled, obey, reportOf, searchOn } from "./child.mjs"
import { doorOf } from "./snapshot.mjs"

obey(async ({ folder, step, ...order }) => {
  const { compileStory } = await doorOf({ folder }, "language")
  const engine = await doorOf({ folder }, "engine")
  return { cold, warm, fresh, scout }[step]({ ...order, ...engine, compileStory })
})

/** The question, in a process that has done nothing before. */
async function cold({ compileStory, startSearch, text, question, file, options, mostMiB }) {
  const { problem, readMs } = read(compileStory, question.text ?? text, file)
  const all = { ...options, ...question.options }
  return { readMs, ...(await timed((clock) => startSearch(problem, { ...all, clock }), mostMiB)) }
}

/** The question after a first answer, to the engine that gave it. */
const warm = (order) => second(order, (engine) => engine)

/**
 * The same, to an engine that knows nothing: the code is compiled by then, so what is left between the two is
 * what an engine remembers. In a process of its own, because a third run finds more of the code compiled than
 * a second.
 */
const fresh = (order) => second(order, () => new order.WarmEngine())

async function second({ compileStory, WarmEngine, text, question, file, options, mostMiB }, asked) {
  const written = read(compileStory, text, file)
  const engine = new WarmEngine()
  const first = await timed((clock) => engine.search(written.problem, { ...options, clock }), mostMiB)
  if (!first.solved)
    throw new Error(`The world as it is written has no answer to begin with: ${first.limit ?? first.status}.`)
  const { problem, readMs } =
    question.text === undefined
      ? { problem: written.problem, readMs: 0 }
      : read(compileStory, question.text, file)
  const all = { ...options, ...question.options }
  return {
    readMs,
    firstMs: first.ms,
    ...(await timed((clock) => asked(engine).search(problem, { ...all, clock }), mostMiB)),
  }
}

/**
 * The story's first act, and another: the first in order that is possible, that a character consents to and
 * that leaves a story.
 */
async function scout({ compileStory, WarmEngine, text, file, options, mostMiB }) {
  const { problem } = read(compileStory, text, file)
  const engine = new WarmEngine()
  const clock = () => performance.now()
  const search = engine.search(problem, { ...options, clock })
  await searchOn(search, mostMiB)
  const act = search.story?.solution.plan[0]
  const willed = search.task.actions.filter((each) => each.consenting.length > 0).map((each) => each.label)
  for (const label of new Set(willed)) {
    const after =
      label === act ? undefined : begun(() => engine.search(problem, { ...options, past: [label], clock }))
    if (after !== undefined) await searchOn(after, mostMiB)
    if (after?.status === "solved") return { ...reportOf(search), act, otherAct: label }
  }
  return { ...reportOf(search), act }
}

/** Undefined: the act is not possible. */
function begun(begin) {
  try {
    return begin()
  } catch {
    return undefined
  }
}

function read(compileStory, text, file) {
  const before = performance.now()
  const problem = compiled(compileStory, text, file)
  return { problem, readMs: performance.now() - before }
}

/** Beginning includes grounding; searching includes the judge. */
async function timed(begin, mostMiB) {
  const clock = () => performance.now()
  const before = clock()
  const search = begin(clock)
  const ready = clock()
  const stopped = await searchOn(search, mostMiB)
  const end = clock()
  return { ...reportOf(search, stopped), beginMs: ready - before, searchMs: end - ready, ms: end - before }
}
