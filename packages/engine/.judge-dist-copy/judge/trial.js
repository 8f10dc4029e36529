import { after, isPossible } from "./happen.js";
import { utility } from "./stage.js";
/** Thrown when the judge has looked at as much as it was allowed to. */
export class OutOfEffort extends Error {
}
export function spend(trial) {
    if (trial.effort.left-- <= 0)
        throw new OutOfEffort();
}
/** How many believers deep a world is (D1). */
export function depthOf(trial, world) {
    return trial.start.depth - world.depth;
}
/** The world after an act, or undefined where the act is not possible (D17). */
export function taken(trial, world, act) {
    return isPossible(world, act) ? (after(trial.stage, world, act) ?? undefined) : undefined;
}
/** `owner` null: the author. */
export function worth(trial, world, owner) {
    return utility(trial.stage, world, owner);
}
/** Every act that somebody consents to and whose precondition holds here. */
export function actsOfSomebody({ stage }, world) {
    const known = stage.memory.possible.get(world);
    if (known !== undefined)
        return known;
    const acts = stage.actions.filter((each) => each.consenting.length > 0 && isPossible(world, each));
    stage.memory.possible.set(world, acts);
    return acts;
}
//# sourceMappingURL=trial.js.map