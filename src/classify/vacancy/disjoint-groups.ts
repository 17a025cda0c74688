/** Disjoint groups of the numbers 0 … size − 1 (union–find); each group knows its members, ascending by joining. */
export class DisjointGroups {
  readonly #parent: Int32Array
  readonly #members = new Map<number, number[]>()

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index)
  }

  /** The smallest member, which stands for the group. */
  find(index: number): number {
    let root = index
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    for (let next = index; next !== root; ) {
      const parent = this.#parent[next] ?? root
      this.#parent[next] = root
      next = parent
    }
    return root
  }

  /** Makes one group of two. */
  join(left: number, right: number): void {
    const [a, b] = [this.find(left), this.find(right)]
    if (a === b) return
    const [root, child] = a < b ? [a, b] : [b, a]
    this.#members.set(root, [...this.members(root), ...this.members(child)])
    this.#members.delete(child)
    this.#parent[child] = root
  }

  /** All members of the group an index belongs to. */
  members(index: number): readonly number[] {
    const root = this.find(index)
    return this.#members.get(root) ?? [root]
  }

  /** The smallest member of the group an index belongs to. */
  smallest(index: number): number {
    return this.find(index)
  }
}
