import type { Evidence } from '../../api/evidence';

const endings: Record<string, string> = {
  complete: 'The answer came to its end.',
  stopped: 'The answer was stopped before its end, by the visitor or because nobody read it.',
  refused: 'SmartChat said that it does not know.',
  failed: 'The answer failed.',
  streaming: 'The server stopped while the answer was being written.',
};

const groundings: Record<string, string> = {
  off: 'The documents are not used (grounding is off).',
  prefer: 'The documents come first, the model’s own knowledge second (grounding: prefer).',
  strict: 'Only what the documents or lookups say may be told (grounding: strict).',
};

/** What happened, in a few sentences. */
export function inBrief(evidence: Evidence): string[] {
  const { status, error_code: code, grounding } = evidence;
  return [
    code ? `The answer failed (${code}).` : (endings[status] ?? status),
    whoAnswered(evidence),
    groundings[grounding] ?? '',
    howSure(evidence),
  ].filter((sentence) => sentence !== '');
}

function whoAnswered({ provider, model, rounds }: Evidence): string {
  if (rounds === 0) return 'No model was asked.';
  if (!provider) return 'A model was asked, but it did not come to the end of an answer.';
  if (provider === 'builtin') return 'The built-in answerer quoted the documents.';
  return `${model || 'A model'} answered, through ${provider}.`;
}

function howSure({ passages, sure, threshold }: Evidence): string {
  const best = passages[0];
  if (!best) return '';
  const scores = `The best passage scored ${best.score.toFixed(2)}`;
  return sure
    ? `${scores}, at least the ${threshold.toFixed(2)} that make it surely about the question.`
    : `${scores}; ${threshold.toFixed(2)} are needed to be surely about the question.`;
}

export function timesOf({ times }: Evidence): string {
  const parts: string[] = [];
  if (times.retrieval_ms !== null) parts.push(`Search ${seconds(times.retrieval_ms)}`);
  if (times.first_token_ms !== null)
    parts.push(`first word after ${seconds(times.first_token_ms)}`);
  parts.push(`whole answer after ${seconds(times.total_ms)}`);
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
