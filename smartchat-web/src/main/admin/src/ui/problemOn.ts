import { Problem } from '../api/problem';

/** What the server found wrong with one field, to be shown at that field. */
export function problemOn(error: unknown, field: string): string | undefined {
  return error instanceof Problem ? error.fieldError(field) : undefined;
}
