import { valuesOf } from "@dramaturg/model";
import { PRODUCT, SUM } from "./code.js";
export function bind(binding, name, value) {
    return new Map(binding).set(name, value);
}
export function typedValues(context, type) {
    const known = context.typed.get(type);
    if (known !== undefined)
        return known;
    const values = valuesOf(context.problem, type);
    context.typed.set(type, values);
    return values;
}
export function valueOfTerm(term, binding) {
    if (term.kind === "constant")
        return term.value;
    const value = binding.get(term.name);
    if (value === undefined)
        throw new Error(`The variable ${term.name} is not bound: a problem must bind every variable it uses.`);
    return value;
}
export function characterOf(context, term, binding) {
    const name = valueOfTerm(term, binding);
    const character = context.characters.get(String(name));
    if (character === undefined)
        throw new Error(`${String(name)} is not a character, so it cannot believe or consent.`);
    return character;
}
export function fluentOf(context, template, binding) {
    const args = template.arguments.map((each) => context.values.idOf(valueOfTerm(each, binding)));
    return context.fluents.idOf(template.property, args);
}
/** The node of a condition or value under a binding. */
export function instantiate(context, expression, binding) {
    const { builder } = context;
    const go = (each) => instantiate(context, each, binding);
    switch (expression.kind) {
        case "variable":
        case "constant":
            return builder.constant(context.values.idOf(valueOfTerm(expression, binding)));
        case "fluent":
            return fluentNode(context, expression, binding);
        case "believes":
            return builder.believes(characterOf(context, expression.character, binding), go(expression.body));
        case "not":
            return builder.not(go(expression.body));
        case "and":
            return builder.and(expression.parts.map(go));
        case "or":
            return builder.or(expression.parts.map(go));
        case "if":
            return builder.conditional(expression.branches.map(({ condition, body }) => [go(condition), go(body)]), go(expression.otherwise));
        case "forall":
            return builder.and(overType(context, expression, binding));
        case "exists":
            return builder.or(overType(context, expression, binding));
        case "sum":
            return builder.fold(SUM, overType(context, expression, binding));
        case "product":
            return builder.fold(PRODUCT, overType(context, expression, binding));
        case "compare":
            return builder.compare(expression.operator, go(expression.left), go(expression.right), isSingle(context, expression));
        case "arithmetic":
            return builder.arithmetic(expression.operator, go(expression.left), go(expression.right));
        case "is":
            return typeTest(context, go(expression.body), expression.type);
    }
}
function fluentNode(context, template, binding) {
    const fluent = fluentOf(context, template, binding);
    const constant = context.constantOf(fluent);
    return constant === undefined ? context.builder.fluent(fluent) : context.builder.constant(constant);
}
function overType(context, expression, binding) {
    return typedValues(context, expression.type).map((value) => instantiate(context, expression.body, bind(binding, expression.variable, value)));
}
function typeTest(context, node, type) {
    const { builder, values } = context;
    return builder.or(typedValues(context, type).map((value) => builder.compare("==", node, builder.constant(values.idOf(value)), false)));
}
/** D13: written with a bare number on the left and no variable anywhere, a comparison is repaired on its left side only. */
function isSingle(context, expression) {
    const { left } = expression;
    if (left.kind !== "fluent" || context.problem.properties[left.property].type !== "number")
        return false;
    return !mentionsVariable(expression.left) && !mentionsVariable(expression.right);
}
function mentionsVariable(expression) {
    switch (expression.kind) {
        case "variable":
            return true;
        case "constant":
            return false;
        case "fluent":
            return expression.arguments.some((each) => each.kind === "variable");
        case "believes":
            return expression.character.kind === "variable" || mentionsVariable(expression.body);
        case "not":
        case "is":
            return mentionsVariable(expression.body);
        case "and":
        case "or":
            return expression.parts.some(mentionsVariable);
        case "if":
            return (expression.branches.some(({ condition, body }) => mentionsVariable(condition) || mentionsVariable(body)) ||
                mentionsVariable(expression.otherwise));
        case "forall":
        case "exists":
        case "sum":
        case "product":
            return true;
        case "compare":
        case "arithmetic":
            return mentionsVariable(expression.left) || mentionsVariable(expression.right);
    }
}
/** The atoms of an effect, in source order. */
export function atomsOf(context, effect, binding) {
    const atoms = [];
    gather(context, effect, binding, { condition: context.builder.true, chain: [] }, atoms);
    return atoms;
}
function gather(context, effect, binding, place, atoms) {
    const { builder } = context;
    if (place.condition === builder.false)
        return;
    switch (effect.kind) {
        case "assign": {
            const believers = effect.believers.map((each) => characterOf(context, each, binding));
            atoms.push({
                condition: place.condition,
                chain: [...place.chain, ...believers],
                fluent: fluentOf(context, effect.fluent, binding),
                value: inMind(context, place.chain, instantiate(context, effect.value, binding)),
            });
            return;
        }
        case "all":
            for (const part of effect.parts)
                gather(context, part, binding, place, atoms);
            return;
        case "forall":
            for (const value of typedValues(context, effect.type)) {
                gather(context, effect.body, bind(binding, effect.variable, value), place, atoms);
            }
            return;
        case "believes": {
            const chain = [...place.chain, characterOf(context, effect.character, binding)];
            gather(context, effect.body, binding, { condition: place.condition, chain }, atoms);
            return;
        }
        case "if": {
            let passed = [place.condition];
            for (const branch of effect.branches) {
                const condition = inMind(context, place.chain, instantiate(context, branch.condition, binding));
                gather(context, branch.body, binding, { condition: builder.and([...passed, condition]), chain: place.chain }, atoms);
                passed = [...passed, builder.not(condition)];
            }
            if (effect.otherwise !== undefined) {
                gather(context, effect.otherwise, binding, { condition: builder.and(passed), chain: place.chain }, atoms);
            }
        }
    }
}
function inMind(context, chain, node) {
    return chain.reduceRight((inner, character) => context.builder.believes(character, inner), node);
}
/** Two unconditional atoms that want different things of one fluent: such an event can never happen (D11, Δ2). */
export function contradiction(context, atoms) {
    const wanted = new Map();
    for (const atom of atoms) {
        if (atom.condition !== context.builder.true)
            continue;
        const key = `${atom.chain.join(",")}:${atom.fluent}`;
        const other = wanted.get(key);
        if (other !== undefined && other !== atom.value)
            return atom;
        wanted.set(key, atom.value);
    }
    return undefined;
}
//# sourceMappingURL=instantiate.js.map