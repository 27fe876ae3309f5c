import { Component, type ReactNode } from 'react'
import { Crash } from './Troubles.tsx'

type Props = { children: ReactNode; place: string; fallback?: ReactNode }
type State = { error: Error | null }

/** What breaks inside leaves everything around it standing; going elsewhere clears it. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return this.props.fallback ?? <Crash error={error} resetErrorBoundary={() => this.setState({ error: null })} />
  }
}
