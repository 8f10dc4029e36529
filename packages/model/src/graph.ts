/** A labelled graph, for exports that draw graphs. The same world gives the same ids in every run. */

export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly kind: "start" | "passage" | "goal" | "rest" | "cut" | "act" | "rule"
}

export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface Graph {
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}
