/** The ordered set of what has been generated and not yet visited: lowest cost plus estimate first, then deeper, then older. */
export class Frontier {
    #heap = [];
    get size() {
        return this.#heap.length;
    }
    push(item) {
        const heap = this.#heap;
        let i = heap.length;
        heap.push(item);
        while (i > 0) {
            const parent = (i - 1) >> 1;
            if (!isBefore(item, heap[parent]))
                break;
            heap[i] = heap[parent];
            i = parent;
        }
        heap[i] = item;
    }
    pop() {
        const heap = this.#heap;
        const top = heap[0];
        const last = heap.pop();
        if (last === undefined || heap.length === 0)
            return top;
        let i = 0;
        for (;;) {
            let child = 2 * i + 1;
            if (child >= heap.length)
                break;
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child]))
                child++;
            if (!isBefore(heap[child], last))
                break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}
function isBefore(a, b) {
    return a.total !== b.total ? a.total < b.total : a.cost !== b.cost ? a.cost > b.cost : a.order < b.order;
}
//# sourceMappingURL=frontier.js.map