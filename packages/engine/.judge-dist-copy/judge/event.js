/** Ground actions and triggers, in the law's order: source order, then entity order of the arguments (D11, D12, D16, D18). */
import { printValue, valuesOf, } from "@dramaturg/model";
import { believes, characterOf, instantiate, junction, not, numberOf, partsOf, valueOfTerm, yes, } from "./formula.js";
import { reader } from "./read.js";
export function groundActions(setting) {
    const actions = [];
    for (const template of setting.problem.actions) {
        for (const binding of bindingsOf(setting, template)) {
            const event = groundEvent(setting, template, binding);
            if (event !== undefined)
                actions.push({ ...event, ...mindsOf(setting, template, binding), index: actions.length });
        }
    }
    return actions;
}
export function groundTriggers(setting) {
    const events = setting.problem.triggers.flatMap((template) => [...bindingsOf(setting, template)].map((binding) => groundEvent(setting, template, binding)));
    return events.filter((each) => each !== undefined);
}
function mindsOf(setting, template, binding) {
    const consenting = [...new Set(template.consenting.map((each) => characterOf(setting, each, binding)))];
    const { observing } = template;
    const conditions = setting.characters.map((name) => observing === undefined ? yes : instantiate(setting, observing.condition, new Map([...binding, [observing.variable, name]])));
    return { consenting, observing: conditions.map(reader) };
}
/** Undefined if the event contradicts itself (D11) or its precondition is false whatever the world. */
function groundEvent(setting, template, binding) {
    const formula = instantiate(setting, template.precondition, binding);
    if (formula.kind === "value" && formula.value !== true)
        return undefined;
    const drafts = atomsOf(setting, template.effect, binding);
    if (isContradictory(drafts))
        return undefined;
    const atoms = drafts.map(({ condition, value, ...place }) => ({ ...place, condition: reader(condition), value: reader(value) }));
    return { label: labelOf(template, binding), formula, precondition: reader(formula), atoms };
}
/** D18. */
export function labelOf(template, binding) {
    const values = template.parameters.map((each) => printValue(each.kind === "constant" ? each.value : valueOfTerm(each, binding)));
    return `${template.name}(${values.join(", ")})`;
}
/** Every way to fill in the parameters that the precondition does not rule out on its own (D19). */
function* bindingsOf(setting, template) {
    const names = template.parameters.map((each) => (each.kind === "variable" ? each.name : ""));
    const conjuncts = conjunctsOf(template.precondition).map((each) => ({ each, free: [...freeNames(each)].filter((name) => names.includes(name)) }));
    yield* fill(new Map(), 0);
    function* fill(binding, position) {
        if (position === template.parameters.length)
            return yield binding;
        for (const next of choices(setting, template.parameters[position], binding)) {
            const ready = conjuncts.filter(({ free }) => free.includes(names[position]) && free.every((name) => next.has(name)));
            if (ready.some(({ each }) => isFalse(instantiate(setting, each, next))))
                continue;
            yield* fill(next, position + 1);
        }
    }
}
function choices(setting, parameter, binding) {
    if (parameter.kind === "constant")
        return [binding];
    return valuesOf(setting.problem, parameter.type).map((value) => new Map([...binding, [parameter.name, value]]));
}
function isFalse(formula) {
    return formula.kind === "value" && formula.value !== true;
}
function conjunctsOf(expression) {
    return expression.kind === "and" ? expression.parts.flatMap(conjunctsOf) : [expression];
}
/** Every variable name in an expression; that some of them are bound inside it only makes the answer cautious. */
function freeNames(expression) {
    const names = new Set();
    const add = (each) => {
        if (each.kind === "variable" && each.name !== undefined)
            names.add(each.name);
    };
    const visit = (each) => {
        add(each);
        if (each.kind === "fluent")
            each.arguments.forEach(add);
        if (each.kind === "believes")
            add(each.character);
        partsOf(each).forEach(visit);
    };
    visit(expression);
    return names;
}
/** The atoms of an effect in source order (D11). `chain` says in whose mind the effect is to happen. */
export function atomsOf(setting, effect, binding, condition = yes, chain = []) {
    switch (effect.kind) {
        case "assign": {
            const believers = effect.believers.map((each) => characterOf(setting, each, binding));
            const values = effect.fluent.arguments.map((each) => valueOfTerm(each, binding));
            const value = inMind(chain, instantiate(setting, effect.value, binding));
            return [{ condition, chain: [...chain, ...believers], fluent: numberOf(setting, effect.fluent.property, values), value }];
        }
        case "all":
            return effect.parts.flatMap((each) => atomsOf(setting, each, binding, condition, chain));
        case "forall":
            return valuesOf(setting.problem, effect.type).flatMap((value) => atomsOf(setting, effect.body, new Map([...binding, [effect.variable, value]]), condition, chain));
        case "believes":
            return atomsOf(setting, effect.body, binding, condition, [...chain, characterOf(setting, effect.character, binding)]);
        case "if":
            return branchAtoms(setting, effect, binding, condition, chain);
    }
}
function branchAtoms(setting, effect, binding, condition, chain) {
    const atoms = [];
    let before = condition;
    for (const branch of effect.branches) {
        const holds = inMind(chain, instantiate(setting, branch.condition, binding));
        atoms.push(...atomsOf(setting, branch.body, binding, junction("and", [before, holds]), chain));
        before = junction("and", [before, not(holds)]);
    }
    if (effect.otherwise !== undefined)
        atoms.push(...atomsOf(setting, effect.otherwise, binding, before, chain));
    return atoms.filter((each) => !isFalse(each.condition));
}
function inMind(chain, formula) {
    return chain.reduceRight((inner, character) => believes(character, inner), formula);
}
function isContradictory(atoms) {
    const wanted = new Map();
    for (const { condition, chain, fluent, value } of atoms) {
        if (condition !== yes)
            continue;
        const place = `${chain.join()}:${fluent}`;
        const text = JSON.stringify(value);
        if ((wanted.get(place) ?? text) !== text)
            return true;
        wanted.set(place, text);
    }
    return false;
}
//# sourceMappingURL=event.js.map