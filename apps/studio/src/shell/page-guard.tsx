/** A page that can't be drawn still gives the text out, and lets another world be opened. */
import { Component, type ReactNode } from "react"
import { exportZip } from "../commands/export-project.js"
import { run } from "../commands/command.js"
import { newProject } from "../commands/open-project.js"
import type { Studio } from "../studio.js"

interface Given {
  readonly studio: Studio
  readonly children: ReactNode
}

export class PageGuard extends Component<Given, { readonly broken: string | null }> {
  override state = { broken: null }

  static getDerivedStateFromError(error: unknown): { readonly broken: string } {
    return { broken: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children
    const { studio } = this.props
    const beginAnew = async (): Promise<void> => {
      await newProject.perform(studio)
      this.setState({ broken: null })
    }
    return (
      <main className="prose page-broken" role="alert">
        <h1>This world can’t be shown</h1>
        <p>
          The page broke over it, through no fault of yours ({this.state.broken}). Its text is where it was.
        </p>
        <p className="cover-ways">
          <button className="button" onClick={() => run(studio, exportZip, undefined)}>
            Save its text on this computer
          </button>
          <button className="button button-quiet" onClick={() => void beginAnew()}>
            Begin an empty world
          </button>
        </p>
      </main>
    )
  }
}
