/** Boxes and arrows with words on them, for whatever draws graphs. Ids stay the same from run to run. */

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
