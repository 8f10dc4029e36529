/** How deeply reasons may be nested in a certificate, in either form. */

/** Plans nested deeper than this are refused. */
export const DEEPEST = 500

export const tooDeeply = `From here on this is nested too deeply: at most ${DEEPEST} plans can stand within one another.`
