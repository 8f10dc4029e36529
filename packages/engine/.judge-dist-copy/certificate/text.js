/** The published text form of certificates: acts, bars, and lines that say `goal(…)`. */
import { spansOf } from "@dramaturg/model";
import { actNamed, wrongCertificate } from "./acts.js";
export function readTextCertificate(text, problem, file) {
    const diagnostics = [];
    const lines = linesOf(text, problem, file, diagnostics);
    const nowhere = spansOf(file, text)(0, 0);
    if (lines.length === 0)
        diagnostics.push(wrongCertificate("not-a-solution", nowhere, "There is no act in this solution.", "Write one act a line."));
    if (diagnostics.length > 0)
        return { diagnostics };
    const reading = { lines, diagnostics, closes: lines.some((each) => each.act === undefined && each.depth > 0), next: 0 };
    const steps = readSteps(reading, 0, undefined);
    if (diagnostics.length > 0)
        return { diagnostics };
    return { diagnostics, solution: { plan: steps.map((each) => each.act), explanations: steps.map((each) => each.explanations) } };
}
function linesOf(text, problem, file, diagnostics) {
    const span = spansOf(file, text);
    const lines = [];
    for (const match of text.matchAll(/[^\r\n]+/g)) {
        const [, bars, content] = /^([\s|\uFEFF]*)(.*)$/.exec(match[0]);
        const words = content.trim();
        const place = span(match.index + bars.length, words.length);
        const depth = [...bars].filter((each) => each === "|").length;
        if (words === "" && depth === 0)
            continue;
        const line = lineOf(problem, words, depth, place);
        if ("message" in line)
            diagnostics.push(wrongCertificate("unknown-act", place, line.message, line.hint));
        else
            lines.push(line);
    }
    return lines;
}
/** A name that is both an act's and `goal` is an act if the world has it. */
function lineOf(problem, words, depth, span) {
    const act = actNamed(problem, words);
    if ("label" in act)
        return { depth, span, act: act.label, consenting: act.consenting };
    const goal = /^goal\s*\(\s*([^,)]*?)\s*(?=[,)])/.exec(words);
    if (goal !== null || /^goal\s*\(/.test(words))
        return { depth, span, consenting: [], who: goal?.[1] };
    return act;
}
/** The steps at one depth, each with the reasons one deeper, as far as they go. `owner`: whose plan it is, if it is known. */
function readSteps(reading, depth, owner) {
    const steps = [];
    for (let line = reading.lines[reading.next]; line !== undefined && line.depth === depth; line = reading.lines[reading.next]) {
        if (line.act === undefined && depth > 0)
            return steps;
        reading.next++;
        if (line.act === undefined)
            continue;
        const others = line.consenting.filter((each) => each !== owner);
        steps.push({ act: line.act, explanations: readReasons(reading, depth + 1, others) });
    }
    const line = reading.lines[reading.next];
    if (line !== undefined && line.depth > depth)
        tooDeep(reading, line);
    return steps;
}
function tooDeep(reading, line) {
    reading.diagnostics.push(wrongCertificate("misplaced-reason", line.span, "This line has more bars than the lines before it allow."));
    reading.next = reading.lines.length;
}
/** The plans one bar deeper, one for each closing line. */
function readReasons(reading, depth, others) {
    const reasons = {};
    while (reading.lines[reading.next]?.depth === depth) {
        const first = reading.lines[reading.next];
        const who = ownerOf(reading, depth, others.filter((each) => !Object.hasOwn(reasons, each)));
        const steps = readSteps(reading, depth, who);
        const closing = reading.lines[reading.next];
        if (closing?.depth === depth && closing.act === undefined)
            reading.next++;
        if (who !== undefined)
            reasons[who] = steps;
        else if (others.length === 0 || reading.closes)
            noOwner(reading, first);
    }
    return reasons;
}
/**
 * Whose plan begins here: the name on its closing line, if that person's reason is still missing, else the first whose is.
 * Without closing lines, plans of several people cannot be told apart; they are then left out, and the judge looks for some.
 */
function ownerOf(reading, depth, missing) {
    if (!reading.closes)
        return missing.length === 1 ? missing[0] : undefined;
    let i = reading.next;
    while (reading.lines[i] !== undefined && (reading.lines[i].depth > depth || reading.lines[i].act !== undefined)) {
        if (reading.lines[i].depth < depth)
            return undefined;
        i++;
    }
    const who = reading.lines[i]?.who;
    return who !== undefined && missing.includes(who) ? who : missing[0];
}
function noOwner(reading, line) {
    const message = "Here is a reason of somebody whose consent the act above does not need, or who has given one already.";
    reading.diagnostics.push(wrongCertificate("misplaced-reason", line.span, message));
}
//# sourceMappingURL=text.js.map