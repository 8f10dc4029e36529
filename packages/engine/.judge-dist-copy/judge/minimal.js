import { spend, taken, worth } from "./trial.js";
/** Undefined if the plan is minimal. */
export function findShortcut(trial, line, makesSense) {
    const worlds = runOf(trial, line);
    const target = worth(trial, worlds[line.acts.length], line.owner);
    const inquiry = { trial, plan: line.acts, owner: line.owner, makesSense, target, reaches: new Map(), barren: new Set() };
    for (let without = 0; without < line.acts.length; without++) {
        const acts = findRest(inquiry, worlds[without], without + 1);
        if (acts !== undefined)
            return { without, acts };
    }
    return undefined;
}
function runOf(trial, { start, acts }) {
    const worlds = [start];
    for (const act of acts) {
        const next = taken(trial, worlds[worlds.length - 1], act);
        if (next === undefined)
            throw new Error(`${act.label} is not possible where the plan takes it.`);
        worlds.push(next);
    }
    return worlds;
}
/** A subsequence of the plan from act `from` on that leads from `world` to the target, all of it explained. */
function findRest(inquiry, world, from) {
    const { trial, plan, owner, makesSense, target } = inquiry;
    if (worth(trial, world, owner) === target)
        return [];
    const key = keyOf(inquiry, world, from);
    if (inquiry.barren.has(key))
        return undefined;
    for (let i = from; i < plan.length; i++) {
        const next = step(inquiry, world, plan[i]);
        if (next === undefined || !canReach(inquiry, next, i + 1))
            continue;
        if (!makesSense(world, plan[i]))
            continue;
        const rest = findRest(inquiry, next, i + 1);
        if (rest !== undefined)
            return [plan[i], ...rest];
    }
    inquiry.barren.add(key);
    return undefined;
}
/** The same without asking whether anything makes sense. */
function canReach(inquiry, world, from) {
    const { trial, plan, owner, target } = inquiry;
    if (worth(trial, world, owner) === target)
        return true;
    const key = keyOf(inquiry, world, from);
    const known = inquiry.reaches.get(key);
    if (known !== undefined)
        return known;
    let found = false;
    for (let i = from; i < plan.length && !found; i++) {
        const next = step(inquiry, world, plan[i]);
        found = next !== undefined && canReach(inquiry, next, i + 1);
    }
    inquiry.reaches.set(key, found);
    return found;
}
/** The next act of a shortcut; an act of the owner's own must be taken below the target. */
function step({ trial, owner, target }, world, act) { globalThis.CNT?.("step");
    spend(trial);
    if (owner !== null && act.consenting.includes(owner) && !(worth(trial, world, owner) < target))
        return undefined;
    return taken(trial, world, act);
}
function keyOf({ plan }, world, from) {
    return world.id * (plan.length + 1) + from;
}
//# sourceMappingURL=minimal.js.map