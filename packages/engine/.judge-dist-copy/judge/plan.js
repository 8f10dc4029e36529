import { follow } from "./follow.js";
import { hasMotive, shortcutOf } from "./reason.js";
import { OutOfEffort, depthOf, worth } from "./trial.js";
import { Deeper } from "./world.js";
/** D22 for one character and one act: the plan attached, or where there is none, any. */
export function checkReason(trial, world, act, character, steps, horizon, place) {
    if (world.depth === 0)
        throw new Deeper();
    const mind = world.minds[character];
    if (steps === undefined)
        return lookFor(trial, mind, act, character, horizon, place);
    const runs = follow(trial, mind, [[act], ...steps.map((each) => trial.stage.actionsByLabel.get(each.act) ?? [])]);
    const results = runs.map((run) => checkRun(trial, run, steps, character, horizon, place));
    return results.find((each) => each.breaches.length === 0) ?? results[0];
}
function lookFor(trial, mind, act, character, horizon, place) {
    const who = trial.stage.setting.characters[character];
    const found = attempt(trial, place, "D22", `whether ${who} has a reason for ${act.label}`, () => hasMotive(trial, mind, act, character, horizon));
    if (typeof found !== "boolean")
        return { breaches: [], open: [found] };
    return { breaches: found ? [] : [breach(trial, place, "D22", `${who} has no reason for ${act.label}.`)], open: [] };
}
/** The answer, or the open question that is left when the effort has run out. */
export function attempt(trial, place, definition, question, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof OutOfEffort))
            throw error;
        const message = `It could not be decided within the judge's effort ${question}.`;
        return place === undefined ? { act: 0, character: null, definition, message } : breach(trial, place, definition, message);
    }
}
function checkRun(trial, run, steps, owner, horizon, place) {
    const { acts, worlds, stuck } = run;
    const who = trial.stage.setting.characters[owner];
    const fail = (definition, message) => breach(trial, place, definition, message);
    if (stuck === 0)
        return only(fail("D22", `${who} does not believe that this can be done.`));
    if (stuck !== undefined)
        return only(fail("D22", `${who} plans ${steps[stuck - 1].act}, which would not be possible then.`));
    const tooLong = checkLength(trial, run, owner, horizon, fail);
    if (tooLong !== undefined)
        return withinLimits(trial, run, owner, horizon, place, tooLong);
    const findings = { breaches: [], open: [] };
    findings.breaches.push(...checkWorth(trial, run, owner, fail));
    for (let i = 1; i < acts.length; i++)
        add(findings, checkOthers(trial, acts[i], worlds[i], steps[i - 1], owner, horizon - i, place));
    if (findings.breaches.length === 0)
        add(findings, checkMinimal(trial, run, owner, horizon, place));
    return findings;
}
/**
 * A plan longer than the limits allow says nothing false, only nothing that counts: the act may have a shorter reason
 * (D29). Searches that overrun their own limits print such plans.
 */
function withinLimits(trial, run, owner, horizon, place, tooLong) {
    const found = lookFor(trial, run.worlds[0], run.acts[0], owner, horizon, place);
    return found.breaches.length > 0 ? only(tooLong) : found;
}
/** M1. */
function checkLength(trial, { acts, worlds }, owner, horizon, fail) {
    const who = trial.stage.setting.characters[owner];
    if (acts.length > 1 && depthOf(trial, worlds[0]) > trial.bounds.belief) {
        return fail("D22 M1", `${who} would plan ${acts.length} acts ahead, deeper in minds than the belief limit ${trial.bounds.belief} allows.`);
    }
    if (acts.length <= Math.max(1, horizon))
        return undefined;
    return fail("D22 M1", `${who}'s plan takes ${acts.length} acts, but the character limit leaves ${Math.max(1, horizon)}.`);
}
/** M2, M4, and of M3 what concerns the owner. */
function checkWorth(trial, { acts, worlds }, owner, fail) {
    const who = trial.stage.setting.characters[owner];
    const wants = worlds.map((each) => worth(trial, each, owner));
    const end = wants[acts.length];
    if (!(end > wants[0]))
        return [fail("D22 M2", `${who} would gain nothing by this plan (${words(wants[0])} before, ${words(end)} after).`)];
    for (let i = 1; i < acts.length; i++) {
        const { label, consenting } = acts[i];
        if (wants[i] === end)
            return [fail("D22 M4", `${who} would have everything already before ${label}.`)];
        if (consenting.includes(owner) && !(wants[i] < end))
            return [fail("D22 M3", `${who} would lose by ${label}, so would not do it.`)];
        if (consenting.length === 0)
            return [fail("D22 M3", `Nobody can count on ${label}, to which nobody consents.`)];
    }
    return [];
}
function words(utility) {
    return Number.isNaN(utility) ? "unknown" : String(utility);
}
/** M3 for everybody else who consents to a step. */
function checkOthers(trial, act, world, step, owner, horizon, place) {
    const { characters } = trial.stage.setting;
    const findings = { breaches: [], open: [] };
    const others = act.consenting.filter((each) => each !== owner);
    findings.breaches.push(...checkKeys(trial, Object.keys(step.explanations), others, act, place));
    for (const other of others) {
        const within = [...place.within, `In what ${characters[owner]} has in mind, at ${act.label}`];
        add(findings, checkReason(trial, world, act, other, stepsFor(step.explanations, characters[other]), horizon, { ...place, within }));
    }
    return findings;
}
export function stepsFor(explanations, who) {
    return Object.hasOwn(explanations, who) ? explanations[who] : undefined;
}
/** D28: explanations belong to those whose consent is asked, and to nobody else. */
export function checkKeys(trial, names, expected, act, place) {
    const { characters } = trial.stage.setting;
    return names
        .filter((name) => !expected.includes(characters.indexOf(name)))
        .map((name) => breach(trial, place, "D28", `A reason is given for ${name}, whose reason for ${act.label} is not asked.`));
}
/** M5. */
function checkMinimal(trial, { acts, worlds }, owner, horizon, place) {
    const who = trial.stage.setting.characters[owner];
    const line = { start: worlds[0], acts, owner };
    const found = attempt(trial, place, "D22 M5", `whether ${who}'s plan has an idle act`, () => shortcutOf(trial, line, horizon));
    if (found === undefined)
        return { breaches: [], open: [] };
    if ("message" in found)
        return { breaches: [], open: [found] };
    return only(breach(trial, place, "D22 M5", `${who}'s plan does not need ${acts[found.without].label}: ${insteadOf(found.acts)}`));
}
export function insteadOf(acts) {
    return acts.length === 0 ? "without it and all that follows, the end is as good." : `${acts.map((each) => each.label).join(", ")} would do.`;
}
function only(each) {
    return { breaches: [each], open: [] };
}
export function add(findings, more) {
    findings.breaches.push(...more.breaches);
    findings.open.push(...more.open);
}
function breach(trial, { moment, character, within }, definition, message) {
    const who = trial.stage.setting.characters[character];
    return { act: moment, character: who ?? null, definition, message: [...within, message].join(": ") };
}
//# sourceMappingURL=plan.js.map