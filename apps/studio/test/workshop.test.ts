/**
 * Who watches over the workers: one that does not answer is ended, and whoever did not cause it loses
 * nothing.
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { ToWorker } from "../src/worker/protocol.js"
import { openWorkerClient } from "../src/worker/client.js"

class Idle extends EventTarget {
  static readonly all: Idle[] = []
  readonly heard: ToWorker[] = []
  isEnded = false
  constructor() {
    super()
    Idle.all.push(this)
  }
  postMessage(message: ToWorker): void {
    this.heard.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }))
  }
}

const world = { main: "a.drama", texts: { "a.drama": "" } }
const budget = { milliseconds: 20_000, mebibytes: 1 }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal("Worker", Idle)
  Idle.all.length = 0
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test("a worker that is cancelled and goes on is ended, and what else it was asked is asked of the next one", async () => {
  const shop = openWorkerClient("engine")
  const stuck = shop.ask("story", { world, budget, seed: 0 })
  const other = shop.ask("check", { world })
  stuck.cancel()
  await vi.advanceTimersByTimeAsync(1000)
  expect(Idle.all.map((each) => each.isEnded)).toEqual([false])
  await vi.advanceTimersByTimeAsync(1500)
  expect(Idle.all.map((each) => each.isEnded)).toEqual([true, false])
  expect(await stuck.outcome).toEqual({ cancelled: true })
  expect(Idle.all[1].heard).toEqual([{ id: 2, job: "check", asked: { world } }])
  Idle.all[1].say({ id: 2, answer: { name: "a" } })
  expect(await other.outcome).toEqual({ answer: { name: "a" } })
})

test("a worker that is silent long after its time was up is ended, and whoever waits is told", async () => {
  const shop = openWorkerClient("engine")
  const request = shop.ask("story", { world, budget, seed: 0 })
  await vi.advanceTimersByTimeAsync(19_000)
  expect(Idle.all).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(3000)
  expect(await request.outcome).toEqual({
    broken: "it did not come back from this world, and was begun anew",
  })
  expect(Idle.all.map((each) => each.isEnded)).toEqual([true, false])
})

test("a worker that says how it stands is left alone, however long it takes", async () => {
  const shop = openWorkerClient("engine")
  shop.ask("story", { world, budget: { ...budget, milliseconds: 300_000 }, seed: 0 })
  for (let i = 0; i < 40; i++) {
    await vi.advanceTimersByTimeAsync(5000)
    Idle.all[0].say({ id: 1, figures: {} })
  }
  expect(Idle.all.map((each) => each.isEnded)).toEqual([false])
})

test("one that is to wait is begun when it is first asked", () => {
  const shop = openWorkerClient("reader", { isLazy: true })
  expect(Idle.all).toHaveLength(0)
  shop.ask("check", { world })
  expect(Idle.all).toHaveLength(1)
})
