import { follow } from "./follow.js";
import { add, attempt, checkKeys, checkReason, insteadOf, stepsFor } from "./plan.js";
import { shortcutOf } from "./reason.js";
import { worth } from "./trial.js";
export function checkStory(trial, solution, goal) {
    const { plan } = solution;
    const shape = checkShape(trial, solution);
    if (shape.length > 0)
        return { breaches: shape, open: [] };
    const runs = follow(trial, trial.start, plan.map((each) => trial.stage.actionsByLabel.get(each) ?? []));
    const results = runs.map((run) => checkRun(trial, run, solution, goal));
    return results.find((each) => each.breaches.length === 0) ?? results[0];
}
/** What can be said without following the plan at all: D28, and S1. */
function checkShape({ bounds }, { plan, explanations }) {
    if (plan.length === 0)
        return [whole("D24", "A story has at least one act.")];
    if (explanations.length > plan.length)
        return [whole("D28", `Reasons are given for ${explanations.length} acts, but the story has ${plan.length}.`)];
    if (plan.length <= bounds.author)
        return [];
    return [whole("D24 S1", `The story has ${plan.length} acts; the author limit is ${bounds.author}.`)];
}
function whole(definition, message) {
    return { act: 0, character: null, definition, message };
}
function checkRun(trial, run, solution, goal) {
    const { stuck } = run;
    if (stuck !== undefined)
        return { breaches: [impossible(trial, solution.plan[stuck], stuck + 1)], open: [] };
    const findings = { breaches: [...checkWorth(trial, run, goal)], open: [] };
    run.acts.forEach((_, i) => add(findings, checkAct(trial, run, solution, i)));
    if (findings.breaches.length === 0)
        add(findings, checkMinimal(trial, run));
    return findings;
}
function impossible(trial, label, act) {
    const known = trial.stage.actionsByLabel.has(label);
    const message = known ? `${label} is not possible at this point.` : `${label} can never happen in this world.`;
    return { act, character: null, definition: "D17", message };
}
/** S3, S5, S6. */
function checkWorth(trial, { acts, worlds }, goal) {
    const wants = worlds.map((each) => worth(trial, each, null));
    const end = wants[acts.length];
    const breaches = [];
    if (!(end > wants[0]))
        breaches.push(whole("D24 S3", `The story ends no better for the author than it began (${words(wants[0])}, then ${words(end)}).`));
    const early = wants.findIndex((each, i) => i > 0 && i < acts.length && each >= end);
    if (early > 0) {
        const message = `The story could end here: what follows ${acts[early - 1].label} makes nothing better for the author.`;
        breaches.push({ act: early, character: null, definition: "D24 S5", message });
    }
    if (goal !== undefined && !(end >= goal))
        breaches.push(whole("D24 S6", `The story ends at ${words(end)}; the goal is ${goal}.`));
    return breaches;
}
function words(utility) {
    return Number.isNaN(utility) ? "unknown" : String(utility);
}
/** S2 for one act. */
function checkAct(trial, { acts, worlds }, solution, i) {
    const { characters } = trial.stage.setting;
    const act = acts[i];
    const attached = solution.explanations[i] ?? {};
    const nobody = { moment: i + 1, character: -1, within: [] };
    const findings = { breaches: [...checkKeys(trial, Object.keys(attached), act.consenting, act, nobody)], open: [] };
    for (const character of act.consenting) {
        const steps = stepsFor(attached, characters[character]);
        add(findings, checkReason(trial, worlds[i], act, character, steps, trial.bounds.character, { moment: i + 1, character, within: [] }));
    }
    return findings;
}
/** S4. */
function checkMinimal(trial, { acts, worlds }) {
    const line = { start: worlds[0], acts, owner: null };
    const found = attempt(trial, undefined, "D24 S4", "whether the story has an idle act", () => shortcutOf(trial, line, trial.bounds.character));
    if (found === undefined)
        return { breaches: [], open: [] };
    if ("message" in found)
        return { breaches: [], open: [found] };
    const message = `The story does not need ${acts[found.without].label}: ${insteadOf(found.acts)}`;
    return { breaches: [{ act: found.without + 1, character: null, definition: "D24 S4", message }], open: [] };
}
//# sourceMappingURL=story.js.map