export interface UploadedFile {
  name: string;
  size: number;
  text: string;
}

export interface Call {
  method: string;
  /** Below /api/admin, without the leading slash. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
  files: readonly UploadedFile[];
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };

export function problem(
  status: number,
  code: string,
  detail: string,
  rest: { errors?: { field: string; message: string }[]; headers?: Record<string, string> } = {},
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...rest.headers },
    body: {
      type: `urn:smartchat:problem:${code}`,
      title: code,
      status,
      detail,
      code,
      trace_id: 'trace-1',
      errors: rest.errors ?? [],
    },
  };
}

export const invalid = (field: string, message: string): Reply =>
  problem(422, 'validation', 'Please check the marked fields.', { errors: [{ field, message }] });

export const notFound = problem(404, 'not_found', 'Not found.');
