/** Why somebody does something, as the search finds it: numbers, nested; `solution.ts` turns it into words of the model. */
export {};
//# sourceMappingURL=reason.js.map