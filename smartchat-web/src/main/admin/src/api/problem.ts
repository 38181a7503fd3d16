export interface FieldError {
  field: string;
  message: string;
}

/** A failed call: an RFC 9457 problem from the server, or status 0 when it could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly traceId: string | null;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before trying again, from the Retry-After header. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string,
    detail: string,
    rest: { traceId?: string; errors?: readonly FieldError[]; retryAfter?: number | null } = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.traceId = rest.traceId ?? null;
    this.errors = rest.errors ?? [];
    this.retryAfter = rest.retryAfter ?? null;
  }

  fieldError(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  trace_id?: string;
  errors?: FieldError[];
}

export function unreachable(): Problem {
  return new Problem(0, 'unreachable', '');
}

export function problemOf(status: number, body: string, retryAfter: string | null): Problem {
  const parsed = parseBody(body);
  return new Problem(status, parsed.code ?? `http_${status}`, parsed.detail ?? parsed.title ?? '', {
    traceId: parsed.trace_id,
    errors: Array.isArray(parsed.errors) ? parsed.errors : [],
    retryAfter: secondsUntil(retryAfter),
  });
}

function parseBody(body: string): ProblemBody {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

/** Retry-After is either seconds or an HTTP date. */
function secondsUntil(retryAfter: string | null): number | null {
  if (!retryAfter) return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
