/** What `/api/widget/config` said; the chat chunk reads the rest of it. */
export type RawConfig = Readonly<Record<string, unknown>>;

export function text(config: RawConfig, name: string): string {
  const value = config[name];
  return typeof value === 'string' ? value.trim() : '';
}

export class ConfigRefused extends Error {
  constructor(
    readonly code: 'unknown_key' | 'origin_not_allowed' | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}

export async function fetchConfig(
  base: string,
  apiKey: string,
  signal: AbortSignal,
): Promise<RawConfig> {
  const url = `${base}api/widget/config/${encodeURIComponent(apiKey)}`;
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', signal });
  } catch (fault) {
    if (signal.aborted) throw fault;
    // A refused origin gets no CORS header, which a page can't tell from a server that is down.
    throw new ConfigRefused(
      'unreachable',
      `no answer from ${base}. Is it running, is ${location.origin} among the widget's allowed ` +
        "domains, and does this page's CSP (connect-src) allow it?",
    );
  }
  if (response.ok) return (await response.json()) as RawConfig;
  if (response.status === 403) {
    throw new ConfigRefused(
      'origin_not_allowed',
      `add ${location.origin} to the widget's allowed domains in the admin panel.`,
    );
  }
  if (response.status === 404) {
    throw new ConfigRefused('unknown_key', 'data-api-key is not known. Copy the embed code again.');
  }
  throw new ConfigRefused('unreachable', `${base} answered ${response.status}. See its log.`);
}
