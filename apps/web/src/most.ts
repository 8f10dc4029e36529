/** How much memory a search may take on this device. */

/**
 * Browsers tell up to 8 (GiB), and some nothing; where they say little, a page that takes much is closed, and
 * everything on it with it.
 */
const device = (globalThis.navigator as { readonly deviceMemory?: number } | undefined)?.deviceMemory ?? 6

/** Of the mebibytes that would be good to have, as many as this device can spare. */
export function most(mebibytes: number): number {
  return Math.round(mebibytes * Math.min(1, device / 8))
}
