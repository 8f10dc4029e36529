import { COMPARE, FLUENT, IF, IS, ISNT, NOT, operands } from "./code.js";
import { PossibleValues } from "./possible.js";
import { FALSE, TRUE, UNKNOWN } from "../belief/values.js";
export function reach(context, start, actions, triggers) {
    const { fluents } = context.fluents;
    const possible = new PossibleValues(context.values, context.builder.code, fluents.length, false);
    fluents.forEach((_, fluent) => {
        if (!start.values.has(fluent))
            possible.add(fluent, context.fluents.defaultOf(fluent));
    });
    addStated(possible, start);
    const widened = new Set();
    const reached = new Set();
    for (let grew = true; grew;) {
        grew = false;
        for (const action of actions)
            if (fire(possible, action, reached, widened) || spoil(possible, action, reached))
                grew = true;
        for (const trigger of triggers)
            if (fire(possible, trigger, reached, widened))
                grew = true;
    }
    return {
        possible,
        actions: actions.filter((each) => reached.has(each)),
        triggers: triggers.filter((each) => reached.has(each)),
    };
}
function addStated(possible, belief) {
    for (const [fluent, value] of belief.values)
        possible.add(fluent, value);
    for (const child of belief.children.values())
        addStated(possible, child);
}
/** Numbers that grow are taken to grow without end. */
function fire(possible, event, reached, widened) {
    if (!possible.mayBeTrue(event.precondition))
        return false;
    let grew = !reached.has(event);
    reached.add(event);
    for (const atom of event.atoms) {
        if (!possible.mayBeTrue(atom.condition))
            continue;
        const written = possible.possible(atom.value);
        if (!possible.addPossible(atom.fluent, written))
            continue;
        grew = true;
        if (widened.has(atom.fluent) && written.lo <= written.hi)
            possible.addRange(atom.fluent, -Infinity, Infinity);
        widened.add(atom.fluent);
    }
    return grew;
}
/** A surprise at this action may leave a fluent of its precondition unknown. */
function spoil(possible, action, reached) {
    if (!reached.has(action))
        return false;
    let grew = false;
    const unknown = (fluent) => {
        if (!isBoolean(possible, fluent) && mayDiffer(possible, fluent) && possible.add(fluent, UNKNOWN))
            grew = true;
    };
    eachUnequal(possible.code, action.precondition, true, unknown);
    return grew;
}
/** Fluents in literals other than "equals a value": those that a surprise leaves unknown. */
function eachUnequal(code, node, positive, found) {
    switch (code[node]) {
        case IS:
            if (!positive)
                found(code[node + 1]);
            return;
        case ISNT:
            if (positive)
                found(code[node + 1]);
            return;
        case NOT:
            return eachUnequal(code, code[node + 1], !positive, found);
        case IF:
            for (const each of operands(code, node)) {
                eachUnequal(code, each, true, found);
                eachUnequal(code, each, false, found);
            }
            return;
        case COMPARE:
            fluentsIn(code, node).forEach(found);
            for (const each of operands(code, node)) {
                eachUnequal(code, each, true, found);
                eachUnequal(code, each, false, found);
            }
            return;
        default:
            for (const each of operands(code, node))
                eachUnequal(code, each, positive, found);
    }
}
/** A fluent with one value everywhere is never false in one mind and true in another. */
function mayDiffer(possible, fluent) {
    return possible.onlyValue(fluent) === undefined;
}
function isBoolean(possible, fluent) {
    return possible.has(fluent, FALSE) || possible.has(fluent, TRUE);
}
export function fluentsIn(code, node) {
    const own = code[node] === FLUENT || code[node] === IS || code[node] === ISNT ? [code[node + 1]] : [];
    return [...own, ...operands(code, node).flatMap((each) => fluentsIn(code, each))];
}
//# sourceMappingURL=reach.js.map