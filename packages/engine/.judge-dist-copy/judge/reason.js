import { findShortcut } from "./minimal.js";
import { actsOfSomebody, depthOf, spend, taken, worth } from "./trial.js";
import { Deeper } from "./world.js";
/** D22: does the act, about to happen in `world`, make sense to this character? */
export function isExplained(trial, world, act, character, horizon) {
    if (world.depth === 0)
        throw new Deeper();
    return hasMotive(trial, world.minds[character], act, character, horizon);
}
/** Does the act make sense to everyone who consents to it, this character (if any) left aside? */
export function isExplainedToOthers(trial, world, act, owner, horizon) {
    return act.consenting.every((each) => each === owner || isExplained(trial, world, act, each, horizon));
}
/** Does the owner of this mind have a plan that begins with the act (M1 to M5)? */
export function hasMotive(trial, mind, act, owner, horizon) {
    const key = `${mind.id} ${act.index} ${owner} ${horizon}`;
    const known = trial.reasons.get(key);
    if (known !== undefined)
        return known;
    const found = findMotive(trial, mind, act, owner, horizon);
    trial.reasons.set(key, found);
    return found;
}
function findMotive(trial, mind, act, owner, horizon) {
    const before = worth(trial, mind, owner);
    const first = Number.isNaN(before) ? undefined : taken(trial, mind, act);
    if (first === undefined)
        return false;
    if (worth(trial, first, owner) > before)
        return true;
    const most = depthOf(trial, mind) > trial.bounds.belief ? 1 : Math.max(1, horizon);
    return plansThatImprove(trial, { mind, owner, horizon, before }, first, most, (rest) => shortcutOf(trial, { start: mind, acts: [act, ...rest], owner }, horizon) === undefined);
}
/** D23: what could be done instead of a plan with an idle act; undefined if the plan is minimal. */
export function shortcutOf(trial, line, horizon) {
    return findShortcut(trial, line, (world, act) => isExplainedToOthers(trial, world, act, line.owner, horizon));
}
/** Is there a plan of at most `most` acts, the first one taken already, that improves matters and is `accepted`? */
function plansThatImprove(trial, wish, first, most, accepted) {
    const layers = [new Map([[first, []]])];
    const met = new Set([first]);
    for (let length = 2; length <= most; length++) {
        const layer = nextLayer(trial, wish, layers[length - 2], wish.horizon - (length - 1));
        if (layer.size === 0)
            return false;
        layers.push(layer); globalThis.DBG?.(length, layer.size, wish, most, trial);
        for (const end of layer.keys()) {
            if (worth(trial, end, wish.owner) > wish.before && someLine(trial, wish, layers, end, accepted))
                return true;
        }
        const news = [...layer.keys()].filter((each) => !met.has(each));
        if (most === Infinity && news.length === 0 && length > met.size)
            return false;
        for (const each of news)
            met.add(each);
    }
    return false;
}
function nextLayer(trial, { owner }, layer, horizon) {
    const next = new Map();
    for (const from of layer.keys()) {
        for (const { act, world } of outlook(trial, from, owner, horizon)) {
            const edges = next.get(world);
            if (edges === undefined)
                next.set(world, [{ from, act }]);
            else
                edges.push({ from, act });
        }
    }
    return next;
}
/** What the owner of a plan may expect to be done in a world: possible acts that make sense to the others (M3). */
function outlook(trial, world, owner, horizon) {
    const key = `${world.id} ${owner} ${horizon}`;
    const known = trial.outlooks.get(key);
    if (known !== undefined)
        return known;
    const prospects = [];
    for (const act of actsOfSomebody(trial, world)) {
        spend(trial);
        globalThis.CNT?.("prospect"); const next = isExplainedToOthers(trial, world, act, owner, horizon) ? taken(trial, world, act) : undefined;
        if (next !== undefined)
            prospects.push({ act, world: next });
    }
    trial.outlooks.set(key, prospects);
    return prospects;
}
/** Is one of the lines through the layers to this end accepted? */
function someLine(trial, { owner }, layers, end, accepted) {
    const target = worth(trial, end, owner);
    const back = (world, layer, rest) => { globalThis.CNT?.("line"+layers.length);
        spend(trial);
        if (layer === 0)
            return accepted(rest);
        return layers[layer].get(world).some(({ from, act }) => {
            const before = worth(trial, from, owner);
            if (before === target || (act.consenting.includes(owner) && !(before < target)))
                return false;
            return back(from, layer - 1, [act, ...rest]);
        });
    };
    return back(end, layers.length - 1, []);
}
//# sourceMappingURL=reason.js.map