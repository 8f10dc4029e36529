/** At index i: the top-level conjuncts whose last parameter is the i-th (0: those without parameters). */
export function conjunctsByVariables(template) {
    const names = template.parameters.map((each) => (each.kind === "variable" ? each.name : undefined));
    const byPosition = Array.from({ length: names.length + 1 }, () => []);
    for (const conjunct of conjuncts(template.precondition)) {
        const used = new Set();
        collectNames(conjunct, new Set(), used);
        const last = Math.max(-1, ...[...used].map((name) => names.lastIndexOf(name)));
        byPosition[last + 1].push(conjunct);
    }
    return byPosition;
}
function conjuncts(expression) {
    return expression.kind === "and" ? expression.parts.flatMap(conjuncts) : [expression];
}
function collectNames(expression, bound, into) {
    const term = (each) => {
        if (each.kind === "variable" && !bound.has(each.name))
            into.add(each.name);
    };
    const go = (each) => collectNames(each, bound, into);
    switch (expression.kind) {
        case "variable":
        case "constant":
            return term(expression);
        case "fluent":
            return expression.arguments.forEach(term);
        case "believes":
            term(expression.character);
            return go(expression.body);
        case "not":
        case "is":
            return go(expression.body);
        case "and":
        case "or":
            return expression.parts.forEach(go);
        case "if":
            for (const { condition, body } of expression.branches) {
                go(condition);
                go(body);
            }
            return go(expression.otherwise);
        case "forall":
        case "exists":
        case "sum":
        case "product":
            return collectNames(expression.body, new Set([...bound, expression.variable]), into);
        case "compare":
        case "arithmetic":
            go(expression.left);
            return go(expression.right);
    }
}
//# sourceMappingURL=conjuncts.js.map