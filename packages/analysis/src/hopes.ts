/** What a chronicle needs besides, to be told of people who find out. */
import type { Problem } from "@dramaturg/model"

/** How deep in minds a chronicle that is to be told goes: where people wonder, to whom they take to know. */
export function depthToTell({ properties }: Problem): number {
  return properties.some((each) => each.isOpen) ? 2 : 1
}
