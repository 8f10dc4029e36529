/** Growable tables of integers: what the state space is made of. Open addressing, linear probing, no objects per entry. */
function mix(a, b) {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
}
/** Maps a pair of integers (first one >= 0) to an integer. */
export class PairMap {
    #keys;
    #entries;
    #mask;
    size = 0;
    constructor(capacity = 1024) {
        this.#keys = new Int32Array(capacity * 2).fill(-1);
        this.#entries = new Int32Array(capacity);
        this.#mask = capacity - 1;
    }
    get bytes() {
        return this.#keys.byteLength + this.#entries.byteLength;
    }
    /** The entry for the pair, or `missing`. */
    find(a, b, missing) {
        const keys = this.#keys;
        let i = mix(a, b) & this.#mask;
        while (keys[2 * i] !== -1) {
            if (keys[2 * i] === a && keys[2 * i + 1] === b)
                return this.#entries[i];
            i = (i + 1) & this.#mask;
        }
        return missing;
    }
    set(a, b, entry) {
        if (this.size * 3 > this.#mask * 2)
            this.#grow();
        this.#place(a, b, entry);
    }
    #place(a, b, entry) {
        const keys = this.#keys;
        let i = mix(a, b) & this.#mask;
        while (keys[2 * i] !== -1) {
            if (keys[2 * i] === a && keys[2 * i + 1] === b) {
                this.#entries[i] = entry;
                return;
            }
            i = (i + 1) & this.#mask;
        }
        keys[2 * i] = a;
        keys[2 * i + 1] = b;
        this.#entries[i] = entry;
        this.size++;
    }
    #grow() {
        const keys = this.#keys;
        const entries = this.#entries;
        const capacity = entries.length * 2;
        this.#keys = new Int32Array(capacity * 2).fill(-1);
        this.#entries = new Int32Array(capacity);
        this.#mask = capacity - 1;
        this.size = 0;
        for (let i = 0; i < entries.length; i++)
            if (keys[2 * i] !== -1)
                this.#place(keys[2 * i], keys[2 * i + 1], entries[i]);
    }
}
/** A set of rows of `width` integers, each known by its index in order of arrival. */
export class RowSet {
    width;
    rows;
    count = 0;
    #table;
    #mask;
    constructor(width, capacity = 256) {
        this.width = width;
        this.rows = new Int32Array(Math.max(1, width) * capacity);
        this.#table = new Int32Array(capacity * 4).fill(-1);
        this.#mask = capacity * 4 - 1;
    }
    get bytes() {
        return this.rows.byteLength + this.#table.byteLength;
    }
    /** The index of `row`, which is copied if it is new. */
    intern(row) {
        let i = this.#hash(row, 0) & this.#mask;
        for (;;) {
            const index = this.#table[i];
            if (index < 0)
                break;
            if (this.#equals(index, row))
                return index;
            i = (i + 1) & this.#mask;
        }
        this.#table[i] = this.count;
        return this.#append(row);
    }
    #append(row) {
        const { width } = this;
        if ((this.count + 1) * width > this.rows.length) {
            const larger = new Int32Array(this.rows.length * 2);
            larger.set(this.rows);
            this.rows = larger;
        }
        for (let k = 0; k < width; k++)
            this.rows[this.count * width + k] = row[k];
        this.count++;
        if (this.count * 2 > this.#mask)
            this.#grow();
        return this.count - 1;
    }
    #grow() {
        this.#table = new Int32Array((this.#mask + 1) * 2).fill(-1);
        this.#mask = this.#table.length - 1;
        for (let index = 0; index < this.count; index++) {
            let i = this.#hash(this.rows, index * this.width) & this.#mask;
            while (this.#table[i] >= 0)
                i = (i + 1) & this.#mask;
            this.#table[i] = index;
        }
    }
    #hash(ints, start) {
        let hash = 0;
        for (let k = 0; k < this.width; k++)
            hash = mix(hash, ints[start + k]);
        return hash;
    }
    #equals(index, row) {
        const start = index * this.width;
        for (let k = 0; k < this.width; k++)
            if (this.rows[start + k] !== row[k])
                return false;
        return true;
    }
}
//# sourceMappingURL=int-map.js.map