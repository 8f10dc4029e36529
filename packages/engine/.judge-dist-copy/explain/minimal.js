export function* isMinimal(explainer, line) {
    for (let i = 0; i < line.actions.length; i++) {
        for (const shortcut of shortcuts(explainer, line, line.states[i], i + 1, [])) {
            if (yield* isExplained(explainer, line, shortcut))
                return false;
        }
    }
    return true;
}
/** All subsequences of the acts from index `from` on that are possible from `state` and end in the target utility. */
function* shortcuts(explainer, line, state, from, taken) {
    const { context } = explainer;
    const who = line.owner < 0 ? context.author : line.owner;
    if (context.utility(who, state) === line.target)
        yield taken;
    for (let j = from; j < line.actions.length; j++) {
        const action = line.actions[j];
        if (!context.isPossible(state, action))
            continue;
        const after = context.happen(state, action);
        if (after >= 0)
            yield* shortcuts(explainer, line, after, j + 1, [...taken, { state, action }]);
    }
}
function* isExplained(explainer, line, taken) {
    const { context } = explainer;
    for (const { state, action } of taken) {
        const isOwn = line.owner >= 0 && context.task.actions[action].consenting.includes(line.owner);
        if (isOwn && !(context.utility(line.owner, state) < line.target))
            return false;
    }
    for (const { state, action } of taken) {
        if ((yield* explainer.explainOthers(state, action, line.owner, line.horizon)) === null)
            return false;
    }
    return true;
}
//# sourceMappingURL=minimal.js.map