/** Certificates in JSON: an object with `plan` and `explanations`. Nothing in it is trusted to have the right shape. */
import { spansOf } from "@dramaturg/model";
import { actNamed, wrongCertificate } from "./acts.js";
/** More plans within plans than this are taken for nonsense. */
const DEEPEST = 1000;
export function readJsonCertificate(text, problem, file) {
    const reading = { text, problem, span: spansOf(file, text), diagnostics: [] };
    const data = parse(reading);
    if (data === undefined)
        return { diagnostics: reading.diagnostics };
    const plan = readPlan(reading, data);
    const explanations = readExplanations(reading, data);
    if (reading.diagnostics.length > 0)
        return { diagnostics: reading.diagnostics };
    return { diagnostics: [], solution: { plan, explanations } };
}
function parse(reading) {
    try {
        const data = JSON.parse(reading.text);
        if (isFields(data))
            return data;
        complain(reading, 0, "This is JSON, but no solution.");
    }
    catch (error) {
        const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
        complain(reading, position, "This is not JSON from here on.", "A solution is what `tell --json` prints, or the text with bars.");
    }
    return undefined;
}
function isFields(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
function complain(reading, offset, message, hint) {
    reading.diagnostics.push(wrongCertificate("not-a-solution", reading.span(offset, 0), message, hint));
}
function readPlan(reading, data) {
    if (data.plan === null)
        complain(reading, whereIs(reading, "plan").offset, "Nothing was found here: the plan is null.");
    else if (Array.isArray(data.plan) && data.plan.length > 0)
        return data.plan.map((each) => readAct(reading, each));
    else
        complain(reading, 0, "A solution needs `plan`, a list of acts.", 'Like `"plan": ["walk(Tom, Home, Market)"]`.');
    return [];
}
function readAct(reading, data) {
    if (typeof data !== "string") {
        complain(reading, 0, "Every act must be written as a string.");
        return "";
    }
    const act = actNamed(reading.problem, data);
    if ("label" in act)
        return act.label;
    reading.diagnostics.push(wrongCertificate("unknown-act", whereIs(reading, data), act.message, act.hint));
    return "";
}
/** Where a string stands in the text: its first occurrence, or the beginning if it is written with escapes. */
function whereIs({ text, span }, words) {
    const offset = text.indexOf(JSON.stringify(words));
    return offset < 0 ? span(0, 0) : span(offset + 1, words.length);
}
function readExplanations(reading, data) {
    if (data.explanations === undefined || data.explanations === null)
        return [];
    if (Array.isArray(data.explanations))
        return data.explanations.map((each) => readReasons(reading, each, 0));
    complain(reading, whereIs(reading, "explanations").offset, "`explanations` must be a list with one object for each act.");
    return [];
}
function readReasons(reading, data, depth) {
    if (!isFields(data) || depth > DEEPEST) {
        complain(reading, whereIs(reading, "explanations").offset, "Reasons must be an object: a character's name, then that character's steps.");
        return {};
    }
    return Object.fromEntries(Object.entries(data).map(([who, steps]) => [who, readSteps(reading, who, steps, depth)]));
}
function readSteps(reading, who, data, depth) {
    if (Array.isArray(data))
        return data.map((each) => readStep(reading, each, depth));
    complain(reading, whereIs(reading, who).offset, `What ${who} has in mind must be a list of steps.`);
    return [];
}
function readStep(reading, data, depth) {
    if (!isFields(data)) {
        complain(reading, whereIs(reading, "explanations").offset, 'A step must be an object with "act" and "explanations".');
        return { act: "", explanations: {} };
    }
    return { act: readAct(reading, data.act), explanations: data.explanations === undefined ? {} : readReasons(reading, data.explanations, depth + 1) };
}
//# sourceMappingURL=json.js.map