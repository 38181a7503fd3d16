import { Component, type ReactNode } from 'react';
import { FrontDoor } from '../features/identity/FrontDoor';
import { Button } from '../ui/Button';

/** The last resort, e.g. when a new version was deployed and an old screen's file is gone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <FrontDoor title="This page needs a reload">
        <p>Part of the panel couldn’t be loaded. This happens after an update of SmartChat.</p>
        <Button variant="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      </FrontDoor>
    );
  }
}
