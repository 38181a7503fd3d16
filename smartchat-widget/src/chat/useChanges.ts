import { useEffect, useReducer } from 'preact/hooks';
import type { Changes } from './changes';

/** Renders the component again whenever `changes` says so. */
export function useChanges(changes: Changes): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => changes.subscribe(() => again(undefined)), [changes]);
}
