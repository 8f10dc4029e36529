import { partsOf } from "./formula.js";
export function nestingOf(problem) {
    const events = [...problem.actions, ...problem.triggers];
    return Math.max(0, ...events.flatMap(({ precondition, effect }) => [inExpression(precondition), inEffect(effect)]), ...problem.actions.map(({ observing }) => (observing === undefined ? 0 : inExpression(observing.condition))), ...problem.utilities.map(({ body }) => inExpression(body)));
}
function inExpression(expression) {
    const inside = Math.max(0, ...partsOf(expression).map(inExpression));
    return expression.kind === "believes" ? inside + 1 : inside;
}
function inEffect(effect) {
    switch (effect.kind) {
        case "assign":
            return effect.believers.length + inExpression(effect.value);
        case "all":
            return Math.max(0, ...effect.parts.map(inEffect));
        case "forall":
            return inEffect(effect.body);
        case "believes":
            return 1 + inEffect(effect.body);
        case "if":
            return Math.max(0, ...effect.branches.flatMap(({ condition, body }) => [inExpression(condition), inEffect(body)]), effect.otherwise === undefined ? 0 : inEffect(effect.otherwise));
    }
}
//# sourceMappingURL=nesting.js.map