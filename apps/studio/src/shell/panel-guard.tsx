/**
 * A panel that breaks takes nothing else with it: the text and the other panels stay, and it can be opened
 * again.
 */
import { Component, type ReactNode } from "react"
import { Button } from "react-aria-components"

export class PanelGuard extends Component<
  { readonly children: ReactNode },
  { readonly broken: string | null }
> {
  override state = { broken: null }

  static getDerivedStateFromError(error: unknown): { readonly broken: string } {
    return { broken: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children
    return (
      <div className="empty" role="alert">
        <p>This panel broke, through no fault of yours ({this.state.broken}). Your text is safe.</p>
        <p>
          <Button className="button button-quiet" onPress={() => this.setState({ broken: null })}>
            Open it again
          </Button>
        </p>
      </div>
    )
  }
}
