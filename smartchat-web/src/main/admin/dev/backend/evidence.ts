import type { CitedSource } from '../../src/api/chat';
import type { Evidence } from '../../src/api/evidence';

/** The record of an answer that rests on these sources alone. */
export function evidenceOf(messageId: string, question: string, cited: CitedSource[]): Evidence {
  return {
    message_id: messageId,
    question,
    status: cited.length > 0 ? 'complete' : 'refused',
    error_code: null,
    grounding: 'strict',
    passages: cited.map(({ n, source_id, filename, page }) => ({
      n,
      source_id,
      filename,
      page,
      score: 0.72,
      vector_score: 0.8,
      lexical_score: 0.54,
      shown: true,
    })),
    sure: cited.length > 0,
    threshold: 0.3,
    prompt_version: 2,
    config_version: 4,
    provider: cited.length > 0 ? 'openai' : null,
    model: cited.length > 0 ? 'gpt-4o-mini' : null,
    rounds: cited.length > 0 ? 1 : 0,
    finish_reason: cited.length > 0 ? 'STOP' : null,
    usage: { prompt_tokens: cited.length * 812, completion_tokens: cited.length * 46 },
    tool_calls: [],
    citations_removed: [],
    unsupported: [],
    times: { queued_ms: 3, retrieval_ms: 41, first_token_ms: 620, total_ms: 1840 },
  };
}
