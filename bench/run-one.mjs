/**
 * The child for one run of one world, in a process of its own, so that nothing is warm and memory is its own.
 */
import { compiled, obey, reportOf, searchOn } from "./child.mjs"
import { doorOf } from "./snapshot.mjs"

obey(run)

async function run({ folder, text, file, options, onlyPrepares, mostMiB }) {
  const { compileStory } = await doorOf({ folder }, "language")
  const { startSearch } = await doorOf({ folder }, "engine")
  const before = performance.now()
  const problem = compiled(compileStory, text, file)
  const read = performance.now()
  const clock = () => performance.now()
  const search = startSearch(problem, { ...options, clock })
  const ready = performance.now()
  const working = process.cpuUsage()
  const stopped = onlyPrepares ? "prepared" : await searchOn(search, mostMiB)
  const end = performance.now()
  const times = {
    readMs: read - before,
    groundMs: ready - read,
    searchMs: end - ready,
    searchCpuMs: milliseconds(process.cpuUsage(working)),
  }
  return { ...reportOf(search, stopped), ...times }
}

/**
 * What the processors spent on this process, collecting garbage and compiling included: it does not grow when
 * others are busy.
 */
const milliseconds = ({ user, system }) => (user + system) / 1000
