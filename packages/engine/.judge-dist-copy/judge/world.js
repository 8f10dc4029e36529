export const beyond = Symbol("beyond");
/** Thrown when something that decides reads beyond: the work must start again with deeper worlds. */
export class Deeper extends Error {
}
export function newWorlds() {
    return { known: new Map(), codes: new Map() };
}
/** The one world with these values and minds; minds of a deeper world are all one less deep. */
export function worldOf(worlds, values, minds) {
    const key = keyOf(worlds, values, minds);
    const known = worlds.known.get(key);
    if (known !== undefined)
        return known;
    const world = { id: worlds.known.size, depth: minds.length === 0 ? 0 : minds[0].depth + 1, values, minds };
    worlds.known.set(key, world);
    return world;
}
function keyOf({ codes }, values, minds) {
    const units = values.map((value) => codeOf(codes, value));
    for (const { id } of minds)
        units.push(id & 0xffff, id >>> 16);
    return String.fromCharCode(...units);
}
/** Values are few enough for one UTF-16 unit each; should they not be, two worlds must still never be taken for one. */
function codeOf(codes, value) {
    const known = codes.get(value);
    if (known !== undefined)
        return known;
    if (codes.size > 0xffff)
        throw new RangeError("More than 65,536 different values in one judgement; narrow the numbers in this world.");
    codes.set(value, codes.size);
    return codes.size - 1;
}
/** What two worlds of one depth agree on; everything else is beyond. */
export function blend(worlds, one, other) {
    if (one === other)
        return one;
    const values = one.values.map((value, i) => (value === other.values[i] ? value : beyond));
    return worldOf(worlds, values, one.minds.map((mind, c) => blend(worlds, mind, other.minds[c])));
}
/** The mind at the end of a chain of believers; undefined beyond the tree. */
export function mindAlong(world, chain) {
    let at = world;
    for (const character of chain)
        at = at?.minds[character];
    return at;
}
export function valueAlong(world, chain, fluent) {
    const mind = mindAlong(world, chain);
    return mind === undefined ? beyond : mind.values[fluent];
}
//# sourceMappingURL=world.js.map