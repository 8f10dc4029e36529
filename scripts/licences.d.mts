/** Types of `licences.mjs`, for the studio's build. */
export function licenceTexts(paths: readonly string[], what: string): string
