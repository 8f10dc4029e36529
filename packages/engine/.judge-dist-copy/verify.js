import { Endless, settleDeeply } from "./judge/happen.js";
import { nestingOf } from "./judge/nesting.js";
import { newMemory, setStage } from "./judge/stage.js";
import { worldFrom } from "./judge/start.js";
import { checkStory } from "./judge/story.js";
import { Deeper } from "./judge/world.js";
const DEEPEST = 24;
const EFFORT = 3_000_000;
export function verify(problem, solution, options) {
    const stage = setStage(problem);
    const deepest = limitsOf(solution).belief + nestingOf(problem) + 1;
    for (let depth = Math.min(deepest, DEEPEST); depth <= DEEPEST; depth++) {
        const verdict = judgeAt({ ...stage, memory: newMemory() }, depth, solution, options);
        if (verdict !== undefined)
            return verdict;
    }
    const message = `The answer depends on what people believe of one another more than ${DEEPEST} levels deep.`;
    return { verdict: "undecided", breaches: [{ act: 0, character: null, definition: "D20", message, limit: "depth" }] };
}
/** The limits that a certificate itself keeps (D29). */
export function limitsOf(solution) {
    const plans = solution.explanations.flatMap((each) => Object.values(each));
    return {
        author: solution.plan.length,
        character: Math.max(1, ...plans.map(actsIn)),
        belief: Math.max(0, ...plans.map(levelsIn)),
    };
}
/** How many acts a nest of plans takes, counted as M3 counts: the explained act, and what comes before a nested plan. */
function actsIn(steps) {
    const nested = steps.flatMap((step, i) => Object.values(step.explanations).map((each) => i + 1 + actsIn(each)));
    return Math.max(1 + steps.length, ...nested);
}
function levelsIn(steps) {
    return 1 + Math.max(0, ...steps.flatMap((step) => Object.values(step.explanations).map(levelsIn)));
}
/** Undefined if minds of this depth do not suffice. */
function judgeAt(stage, depth, solution, { limits, goal, effort }) {
    try {
        const start = settleDeeply(stage, worldFrom(stage.setting, stage.tables, stage.memory.worlds, depth));
        const bounds = { author: limits.author ?? Infinity, character: limits.character ?? Infinity, belief: limits.belief ?? Infinity };
        const trial = { stage, start, bounds, effort: { left: effort ?? EFFORT }, reasons: new Map(), outlooks: new Map() };
        return verdictOf(checkStory(trial, solution, goal));
    }
    catch (error) {
        if (error instanceof Deeper)
            return undefined;
        if (!(error instanceof Endless))
            throw error;
        const message = "At the start, triggers set one another off without end.";
        return { verdict: "invalid", breaches: [{ act: 0, character: null, definition: "D16", message }] };
    }
}
function verdictOf({ breaches, open }) {
    if (breaches.length > 0)
        return { verdict: "invalid", breaches };
    if (open.length > 0)
        return { verdict: "undecided", breaches: open.map((each) => ({ ...each, limit: "effort" })) };
    return { verdict: "valid", breaches: [] };
}
//# sourceMappingURL=verify.js.map