/** A labelled graph, for exports that draw graphs. The same world gives the same ids in every run. */

/** A passage of a play, or an occurrence of a story. */
export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly kind: "start" | "passage" | "goal" | "rest" | "cut" | "act" | "rule"
}

/** A choice of a play, or a cause in a story; `from` and `to` are ids of nodes. */
export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}

/** Nodes and edges in a fixed order. */
export interface Graph {
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}
