/** Types of `manifests.mjs`, for the tests. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports?: unknown
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}
export function publishedFolders(): readonly string[]
export function readManifest(folder: string): Manifest
export function complaintsAboutManifests(): readonly { readonly folder: string; readonly sentence: string }[]
