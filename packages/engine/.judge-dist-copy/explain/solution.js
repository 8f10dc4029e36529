export function solutionOf(task, acts) {
    return {
        plan: acts.map((each) => task.actions[each.action].label),
        explanations: acts.map((each) => explanations(task, each.reasons)),
    };
}
/** What each has in mind after the act: their plan without its first step. */
function explanations(task, reasons) {
    const entries = [...reasons].map(([character, reason]) => [task.characters[character], remaining(task, reason)]);
    return Object.fromEntries(entries);
}
function remaining(task, reason) {
    return reason.steps.slice(1).map((each) => ({
        act: task.actions[each.action].label,
        explanations: explanations(task, each.reasons),
    }));
}
//# sourceMappingURL=solution.js.map