import { utilityOf } from "./belief/evaluate.js";
import { Happening } from "./belief/happen.js";
import { initialState } from "./belief/initial.js";
import { StateSpace } from "./belief/space.js";
import { ground } from "./ground/ground.js";
/** Contradictory effects and starts, rules that never come to rest at the start, an author who does not know what they want. */
export function groundingNotes(problem) {
    const { task, notes } = ground(problem);
    return notes.some((each) => each.severity === "error") ? notes : [...notes, ...startNotes(task)];
}
/** Errors about the state in which the story begins. */
export function startNotes(task) {
    const happening = new Happening(new StateSpace(task));
    const start = initialState(happening, 1 + task.readingDepth);
    if (start < 0)
        return [endlessStart(task, happening.endless?.triggers ?? [])];
    const utility = utilityOf(happening.space, task.characters.length, start);
    return utility !== undefined && Number.isNaN(utility) ? [unknownUtility(task)] : [];
}
const nowhere = { file: "", offset: 0, length: 0, line: 1, column: 1 };
function endlessStart(task, labels) {
    const triggers = task.triggers.filter((each) => labels.includes(each.label));
    return {
        code: "endless-trigger",
        severity: "error",
        span: triggers[0]?.origin ?? nowhere,
        message: `At the start these rules set one another off for ever: ${triggers.map((each) => each.label).join(", ")}.`,
        hint: "Let the trigger's effect make its own precondition false, so that it fires once and rests.",
    };
}
function unknownUtility(task) {
    const utility = task.problem.utilities.find((each) => each.character === null);
    return {
        code: "unknown-start-utility",
        severity: "error",
        span: utility?.origin ?? nowhere,
        message: "At the start the author's utility is unknown, so no story could improve on it.",
        hint: "Give every property that the author's utility reads a value at the start.",
    };
}
//# sourceMappingURL=notes.js.map