import { readJsonCertificate } from "./certificate/json.js";
import { readTextCertificate } from "./certificate/text.js";
/** `file` is the name under which the text was read. */
export function readCertificate(text, problem, file = "<solution>") {
    return text.trimStart().startsWith("{") ? readJsonCertificate(text, problem, file) : readTextCertificate(text, problem, file);
}
/** The published text form. */
export function printCertificate(solution) {
    const lines = solution.plan.flatMap((act, i) => [act, ...printReasons(solution.explanations[i] ?? {}, 1)]);
    return [...lines, "goal()", ""].join("\n");
}
function printReasons(explanations, depth) {
    return Object.entries(explanations).flatMap(([who, steps]) => [...printSteps(steps, depth), `${"| ".repeat(depth)}goal(${who})`]);
}
function printSteps(steps, depth) {
    return steps.flatMap(({ act, explanations }) => [`${"| ".repeat(depth)}${act}`, ...printReasons(explanations, depth + 1)]);
}
//# sourceMappingURL=certificate.js.map