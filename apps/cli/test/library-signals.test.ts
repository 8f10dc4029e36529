/** Work of the library gives the thread back, says how far it is, and stops when it is told to. */
import {
  explore,
  knows,
  load,
  prose,
  repair,
  stories,
  storyOf,
  tell,
  verify,
  whatIf,
  why,
  whyNot,
} from "dramaturg"
import { expect, it } from "vitest"
import { endless, parcel } from "./library-worlds.js"

const never = await load(endless)
const world = await load(parcel)
const story = storyOf(world, { plan: ["invent(Nell, Toby)"] })

const questions = {
  load: (signal: AbortSignal) => load(parcel, { signal }),
  tell: (signal: AbortSignal) => tell(world, { signal }),
  verify: (signal: AbortSignal) => verify(world, story, { signal }),
  why: (signal: AbortSignal) => why(world, story, 1, { signal }),
  whyNot: (signal: AbortSignal) => whyNot(world, { act: "bake(Nell)" }, { signal }),
  whatIf: (signal: AbortSignal) => whatIf(world, { facts: ["cake()"] }, { signal }),
  knows: (signal: AbortSignal) => knows(world, story, { signal }),
  repair: (signal: AbortSignal) => repair(world, story, { signal }),
  prose: (signal: AbortSignal) => prose(story, { signal }),
  explore: (signal: AbortSignal) => explore(world, { signal }),
  stories: async (signal: AbortSignal) => {
    for await (const _ of stories(world, { signal }));
  },
}

for (const [name, ask] of Object.entries(questions))
  it(`${name} does nothing for a signal that is aborted already`, async () => {
    await expect(ask(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" })
    await expect(ask(AbortSignal.abort("enough"))).rejects.toBe("enough")
    await expect(ask(new AbortController().signal)).resolves.not.toThrow()
  })

it("stops in the middle of its work, with the reason", async () => {
  const controller = new AbortController()
  const told = tell(never, { signal: controller.signal })
  setTimeout(() => controller.abort(new Error("the reader has left")), 60)
  await expect(told).rejects.toThrow("the reader has left")
  const listed = async () => {
    const limits = { author: null, character: 2, belief: 1 }
    for await (const _ of stories(never, { limits, signal: AbortSignal.timeout(60) }));
  }
  await expect(listed()).rejects.toMatchObject({ name: "TimeoutError" })
})

it("leaves the thread to others meanwhile", async () => {
  let ticks = 0
  const ticking = setInterval(() => ticks++, 1)
  await expect(tell(never, { signal: AbortSignal.timeout(600) })).rejects.toThrow()
  clearInterval(ticking)
  // Slices of 8 milliseconds; on a busy machine each may take several times as long.
  expect(ticks).toBeGreaterThan(8)
})

it("says how far it is, and passes on what a listener throws", async () => {
  const seen: number[] = []
  const told = await tell(never, {
    timeoutMs: 400,
    onProgress: ({ visited, stage }) => stage === "searching" && seen.push(visited),
  })
  expect(told.status).toBe("limited")
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  const onProgress = () => {
    throw new RangeError("mine")
  }
  await expect(tell(never, { onProgress })).rejects.toThrow("mine")
})

it("finds the same in slices as in one go", async () => {
  const [one, other] = await Promise.all([tell(world), tell(world)])
  expect(one).toEqual(other)
})
