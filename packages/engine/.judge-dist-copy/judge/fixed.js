export function fixedProperties(problem) {
    const moving = new Set();
    for (const event of [...problem.actions, ...problem.triggers])
        collectWritten(event.effect, true, moving);
    for (const statement of problem.initial)
        collectWritten(statement, false, moving);
    const all = problem.properties.map((_, i) => i);
    return new Set(all.filter((each) => problem.properties[each].type === "boolean" && !moving.has(each)));
}
/** The properties that an effect writes; unless `everywhere`, only those it writes in somebody's mind. */
function collectWritten(effect, everywhere, into) {
    switch (effect.kind) {
        case "assign":
            if (everywhere || effect.believers.length > 0)
                into.add(effect.fluent.property);
            return;
        case "all":
            return effect.parts.forEach((each) => collectWritten(each, everywhere, into));
        case "forall":
            return collectWritten(effect.body, everywhere, into);
        case "believes":
            return collectWritten(effect.body, true, into);
        case "if":
            effect.branches.forEach(({ body }) => collectWritten(body, everywhere, into));
            if (effect.otherwise !== undefined)
                collectWritten(effect.otherwise, everywhere, into);
    }
}
//# sourceMappingURL=fixed.js.map