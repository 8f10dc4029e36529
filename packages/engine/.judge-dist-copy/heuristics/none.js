export const none = {
    name: "none",
    promises: { admissible: true, safe: true },
    prepare: () => () => 0,
};
//# sourceMappingURL=none.js.map