import { taken } from "./trial.js";
/** More readings of a list of ambiguous names than this are not tried. */
const READINGS = 64;
/**
 * Every run with these names: one, unless two actions share a name and both are possible. If there is none, the run that
 * gets furthest, with the place where it is stuck.
 */
export function follow(trial, start, choices) {
    let runs = [{ acts: [], worlds: [start] }];
    for (let i = 0; i < choices.length; i++) {
        const longer = runs.flatMap((run) => extend(trial, run, choices[i])).slice(0, READINGS);
        if (longer.length === 0)
            return [{ ...runs[0], stuck: i }];
        runs = longer;
    }
    return runs;
}
function extend(trial, { acts, worlds }, choices) {
    const world = worlds[worlds.length - 1];
    return choices.flatMap((act) => {
        const next = taken(trial, world, act);
        return next === undefined ? [] : [{ acts: [...acts, act], worlds: [...worlds, next] }];
    });
}
//# sourceMappingURL=follow.js.map