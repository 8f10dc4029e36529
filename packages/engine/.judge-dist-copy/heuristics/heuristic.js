export {};
//# sourceMappingURL=heuristic.js.map