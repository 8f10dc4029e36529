/** Types of `pack.mjs`, for the tests. */
import type { SpawnSyncReturns } from "node:child_process"
export function packAll(destination: string): ReadonlyMap<string, string>
export function npm(words: readonly string[], folder: string): SpawnSyncReturns<string>
