import { holds } from "./read.js";
import { literalsOf } from "./surprise.js";
import { Deeper, beyond, blend, valueAlong, worldOf } from "./world.js";
/** More firings than this in one closure are taken for endless (D16). */
const FIRINGS = 10_000;
/** Thrown when triggers never come to rest. */
export class Endless extends Error {
}
/** Is the action possible here, its closure left aside? (D17) */
export function isPossible(world, action) {
    return holds(action.precondition, world);
}
/** W→a: the world after the action, triggers settled; null if they never settle (D16). */
export function after(stage, world, action) {
    return remember(stage.memory.after, action, world, () => {
        try {
            return settle(stage, act(stage, world, action));
        }
        catch (error) {
            if (error instanceof Endless)
                return null;
            throw error;
        }
    });
}
function remember(memory, action, world, work) {
    let known = memory.get(action);
    if (known === undefined)
        memory.set(action, (known = new Map()));
    const result = known.get(world);
    if (result !== undefined)
        return result;
    const made = work();
    known.set(world, made);
    return made;
}
/** The action without the closure in the world itself. */
function act(stage, world, action) {
    return remember(stage.memory.acted, action, world, () => occur(stage, world, readingsOf(world, action.atoms), (c, mind) => observe(stage, world, action, c, mind)));
}
/** D10, steps 1 and 2. */
function occur(stage, world, readings, seeing) {
    const minds = world.minds.map((mind, c) => {
        const next = tell(stage, seeing(c, mind), c, readings);
        return next === mind ? mind : settle(stage, next);
    });
    return worldOf(stage.memory.worlds, write(world.values, readings), minds);
}
function readingsOf(world, atoms) {
    const readings = [];
    for (const { condition, chain, fluent, value } of atoms) {
        const applies = condition(world);
        if (applies === true || applies === beyond)
            readings.push({ chain, fluent, value: value(world), sure: applies === true });
    }
    return readings;
}
/** The later of two atoms on one fluent wins (D11, Δ7). */
function write(values, readings) {
    const written = [...values];
    for (const { chain, fluent, value, sure } of readings) {
        if (chain.length === 0)
            written[fluent] = sure || written[fluent] === value ? value : beyond;
    }
    return written;
}
/** D12. */
function observe(stage, world, action, character, mind) {
    const sees = action.observing[character](world);
    if (sees === true)
        return act(stage, surprise(stage, world, action, character, mind), action);
    if (sees !== beyond)
        return mind;
    return perhaps(stage, mind, () => act(stage, surprise(stage, world, action, character, mind), action));
}
/** D13. */
function surprise(stage, world, action, character, mind) {
    const expected = action.precondition(mind);
    if (expected === true)
        return mind;
    const repaired = () => literalsOf(stage.setting, action.formula, world).reduce((each, literal) => repair(stage, each, character, literal), mind);
    return expected === beyond ? perhaps(stage, mind, repaired) : repaired();
}
function repair(stage, mind, owner, { chain, fluent, repair: value, test }) {
    const fulfilled = test(mind);
    if (fulfilled === true)
        return mind;
    const correction = () => correct(stage, mind, owner, { chain, fluent, value, sure: true });
    return fulfilled === beyond ? perhaps(stage, mind, correction) : correction();
}
/** D14: what an event says outright about a mind. */
function tell(stage, mind, character, readings) {
    let told = mind;
    for (const { chain, fluent, value, sure } of readings) {
        if (chain[0] !== character)
            continue;
        const rest = chain.slice(1);
        const present = valueAlong(told, rest, fluent);
        if (sure && value !== beyond && present === value)
            continue;
        const before = told;
        const correction = () => correct(stage, before, character, { chain: rest, fluent, value, sure: true });
        told = sure && present !== beyond ? correction() : perhaps(stage, before, correction);
    }
    return told;
}
/** `G := v` in a mind: an event that the mind's owner alone notices. */
function correct(stage, mind, owner, correction) {
    return occur(stage, mind, [correction], (c, inner) => (c === owner ? correct(stage, inner, owner, correction) : inner));
}
/** What the world is, if it lies beyond whether it becomes another. */
function perhaps(stage, world, become) {
    try {
        return blend(stage.memory.worlds, world, become());
    }
    catch (error) {
        throw error instanceof Endless ? new Deeper() : error;
    }
}
/** D16: triggers to their fixpoint. The world's minds are settled already. */
export function settle(stage, world) {
    const known = stage.memory.settled.get(world);
    if (known !== undefined)
        return known;
    const met = new Set([world]);
    let settled = world;
    for (let next = fireFirst(stage, world); next !== undefined; next = fireFirst(stage, settled)) {
        if (met.has(next) || met.size > FIRINGS)
            throw new Endless();
        met.add(next);
        settled = next;
    }
    stage.memory.settled.set(world, settled);
    return settled;
}
/** The world after the first trigger that would change something; undefined if there is none. */
function fireFirst(stage, world) {
    for (const trigger of stage.triggers) {
        const enabled = trigger.precondition(world);
        if (enabled !== true && enabled !== beyond)
            continue;
        const fired = enabled === true ? fire(stage, world, trigger) : perhaps(stage, world, () => fire(stage, world, trigger));
        if (fired !== world)
            return fired;
    }
    return undefined;
}
/** D15. */
function fire(stage, world, trigger) {
    return occur(stage, world, readingsOf(world, trigger.atoms), (_, mind) => mind);
}
/** The start with every mind settled, the innermost first (D8). */
export function settleDeeply(stage, world) {
    const done = new Map();
    const visit = (each) => {
        const known = done.get(each);
        if (known !== undefined)
            return known;
        const settled = settle(stage, worldOf(stage.memory.worlds, each.values, each.minds.map(visit)));
        done.set(each, settled);
        return settled;
    };
    return visit(world);
}
//# sourceMappingURL=happen.js.map