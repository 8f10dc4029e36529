/** The bounds within which stories are looked for (D25), and how they grow when nobody set them. */
/** Nobody means more by "what he thinks that she thinks …" than this, unless they say so. */
const DEEPEST_UNASKED = 8;
/** The bounds of a round. What was stated holds in every round; the rest grows. One round only if all was stated. */
export function boundsOf(stated, round) {
    const size = 2 + round;
    return {
        author: orElse(stated.author, 2 * size),
        character: orElse(stated.character, size + 1),
        belief: orElse(stated.belief, Math.min(Math.floor(size / 2), DEEPEST_UNASKED)),
    };
}
export function isFixed(stated) {
    return stated.author !== undefined && stated.character !== undefined && stated.belief !== undefined;
}
function orElse(limit, otherwise) {
    return limit === null ? Infinity : (limit ?? otherwise);
}
/** In the form in which solutions are judged: null for no bound. */
export function printable(bounds) {
    const plain = (bound) => (bound === Infinity ? null : bound);
    return { author: plain(bounds.author), character: plain(bounds.character), belief: plain(bounds.belief) };
}
//# sourceMappingURL=limits.js.map