/** How deeply reasons may be nested in a certificate, in either form. */

/** More plans within plans than this are taken for nonsense. */
export const DEEPEST = 500

export const tooDeeply = `From here on this is nested too deeply: at most ${DEEPEST} plans can stand within one another.`
