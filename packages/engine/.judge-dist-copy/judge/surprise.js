import { reader } from "./read.js";
import { beyond, mindAlong, valueAlong } from "./world.js";
/** The literals of every true clause of a precondition in `world`, in the order of repair. */
export function literalsOf(setting, precondition, world) {
    const literals = collect({ setting, world, chain: [], wanted: true, doubt: false }, precondition);
    return [...literals].sort((a, b) => inOrder(setting, a, b));
}
function collect(walk, formula) {
    const value = valueAt(walk, formula);
    if (value !== beyond && (value === true) !== walk.wanted)
        return [];
    const here = { ...walk, doubt: walk.doubt || value === beyond };
    switch (formula.kind) {
        case "value":
        case "arithmetic":
            return [];
        case "fluent":
            return [becomes(here, walk.chain, formula.fluent, walk.wanted)];
        case "believes":
            return collect({ ...here, chain: [...walk.chain, formula.character] }, formula.body);
        case "not":
            return collect({ ...here, wanted: !walk.wanted }, formula.body);
        case "and":
        case "or":
            return formula.parts.flatMap((part) => collect(here, part));
        case "if": {
            const { passed, taken } = chosen(here, formula);
            return [...passed, ...collect(here, taken)];
        }
        case "compare":
            return isOrdering(formula) || (isNumeric(walk.setting, formula.left) && isNumeric(walk.setting, formula.right))
                ? numbers(here, formula)
                : equality(here, formula);
    }
}
function valueAt({ world, chain }, formula) {
    const mind = mindAlong(world, chain);
    return mind === undefined ? beyond : reader(formula)(mind);
}
/** `fluent == value`. */
function becomes({ doubt }, chain, fluent, value) {
    const test = (mind) => {
        const found = valueAlong(mind, chain, fluent);
        return found === beyond || value === beyond ? beyond : found === value;
    };
    return { chain, fluent, repair: doubt ? beyond : value, isEquality: true, test };
}
/** `fluent != value`; for truth values the same as "equals the other". */
function differs(walk, chain, fluent, value) {
    if (typeof value === "boolean")
        return becomes(walk, chain, fluent, !value);
    const { test } = becomes(walk, chain, fluent, value);
    const negated = (mind) => {
        const same = test(mind);
        return same === beyond ? beyond : same !== true;
    };
    return { chain, fluent, repair: walk.doubt ? beyond : null, isEquality: false, test: negated };
}
/** The conditions that lead to the branch of a conditional that is taken, and its body. */
function chosen(walk, formula) {
    const passed = [];
    for (const { condition, body } of formula.branches) {
        const holds = valueAt(walk, condition) === true;
        passed.push(...collect({ ...walk, wanted: holds }, condition));
        if (holds)
            return { passed, taken: body };
    }
    return { passed, taken: formula.otherwise };
}
function isOrdering({ operator }) {
    return operator !== "==" && operator !== "!=";
}
/** (In)equality of things that are not both numbers: one fluent against what the other side is, and the other side settled. */
function equality(walk, formula) {
    const { left, right } = formula;
    const [one, other] = targetOf(left) === undefined ? [right, left] : [left, right];
    const target = targetOf(one);
    if (target === undefined)
        return [...settled(walk, left), ...settled(walk, right)];
    const value = valueAt(walk, other);
    const here = { ...walk, doubt: walk.doubt || value === beyond };
    const same = (formula.operator === "==") === walk.wanted;
    const chain = [...walk.chain, ...target.chain];
    return [same ? becomes(here, chain, target.fluent, value) : differs(here, chain, target.fluent, value), ...settled(here, other)];
}
/** The literals by which a formula has the value it has. */
function settled(walk, formula) {
    const target = targetOf(formula);
    if (target !== undefined) {
        const value = valueAt(walk, formula);
        return [becomes({ ...walk, doubt: walk.doubt || value === beyond }, [...walk.chain, ...target.chain], target.fluent, value)];
    }
    if (formula.kind === "if") {
        const { passed, taken } = chosen(walk, formula);
        return [...passed, ...settled(walk, taken)];
    }
    return formula.kind === "value" ? [] : collect({ ...walk, wanted: valueAt(walk, formula) === true }, formula);
}
/** A comparison of numbers is a literal about each of its fluents. */
function numbers(walk, formula) {
    const holds = reader(formula);
    const test = (mind) => {
        const there = mindAlong(mind, walk.chain);
        const value = there === undefined ? beyond : holds(there);
        return value === beyond ? beyond : (value === true) === walk.wanted;
    };
    const isEquality = (formula.operator === "==" && walk.wanted) || (formula.operator === "!=" && !walk.wanted);
    const sides = formula.single ? [formula.left] : [formula.left, formula.right];
    const { targets, conditions } = fluentsOf(walk, sides);
    const literals = targets.map(({ chain, fluent }) => {
        const truth = isEquality ? valueAlong(walk.world, chain, fluent) : null;
        return { chain, fluent, repair: walk.doubt ? beyond : truth, isEquality, test };
    });
    return [...conditions, ...literals];
}
/** The distinct fluents that numbers are made of, with their full chains; of a conditional, those of the branch taken. */
function fluentsOf(walk, formulas) {
    const targets = new Map();
    const conditions = [];
    const visit = (here, formula) => {
        if (formula.kind === "fluent")
            targets.set(`${here.chain.join()}:${formula.fluent}`, { chain: here.chain, fluent: formula.fluent });
        if (formula.kind === "believes")
            visit({ ...here, chain: [...here.chain, formula.character] }, formula.body);
        if (formula.kind === "arithmetic")
            [formula.left, formula.right].forEach((each) => visit(here, each));
        if (formula.kind !== "if")
            return;
        const { passed, taken } = chosen(here, formula);
        conditions.push(...passed);
        visit(here, taken);
    };
    formulas.forEach((each) => visit(walk, each));
    return { targets: [...targets.values()], conditions };
}
/** A fluent, perhaps in somebody's mind. */
function targetOf(formula) {
    if (formula.kind === "fluent")
        return { chain: [], fluent: formula.fluent };
    if (formula.kind !== "believes")
        return undefined;
    const inner = targetOf(formula.body);
    return inner && { chain: [formula.character, ...inner.chain], fluent: inner.fluent };
}
/** Built from numbers, unknowns, numeric fluents and arithmetic only. */
function isNumeric(setting, formula) {
    switch (formula.kind) {
        case "value":
            return typeof formula.value === "number" || formula.value === null;
        case "fluent":
            return setting.problem.properties[setting.fluents[formula.fluent].property].type === "number";
        case "believes":
            return isNumeric(setting, formula.body);
        case "arithmetic":
            return true;
        case "if":
            return isNumeric(setting, formula.otherwise) && formula.branches.every(({ body }) => isNumeric(setting, body));
        default:
            return false;
    }
}
function inOrder(setting, a, b) {
    return a.chain.length - b.chain.length || compareLists(a.chain, b.chain) || compareFluents(setting, a.fluent, b.fluent)
        || Number(b.isEquality) - Number(a.isEquality);
}
function compareFluents(setting, a, b) {
    if (a === b)
        return 0;
    const [one, other] = [setting.fluents[a], setting.fluents[b]];
    const [name, otherName] = [one, other].map((each) => setting.problem.properties[each.property].name);
    if (name !== otherName)
        return name < otherName ? -1 : 1;
    const rank = ({ arguments: values }) => values.map((value) => setting.problem.entities.findIndex((each) => each.name === value));
    return compareLists(rank(one), rank(other));
}
function compareLists(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++)
        if (a[i] !== b[i])
            return a[i] - b[i];
    return a.length - b.length;
}
//# sourceMappingURL=surprise.js.map