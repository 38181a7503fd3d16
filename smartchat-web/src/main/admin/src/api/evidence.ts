export interface FoundPassage {
  n: number;
  source_id: string;
  filename: string;
  page: number | null;
  score: number;
  vector_score: number;
  lexical_score: number;
  /** Whether the model was given it. */
  shown: boolean;
}

export interface Lookup {
  round: number;
  name: string;
  arguments: string;
  status: 'done' | 'refused' | 'failed' | 'malformed';
  row_count: number | null;
  executed: string;
  result: string;
  elapsed_ms: number;
}

/** Why an answer is as it is. */
export interface Evidence {
  message_id: string;
  question: string;
  status: string;
  error_code: string | null;
  grounding: 'off' | 'prefer' | 'strict' | '';
  passages: FoundPassage[];
  sure: boolean;
  threshold: number;
  prompt_version: number;
  config_version: number;
  provider: string | null;
  model: string | null;
  rounds: number;
  finish_reason: string | null;
  usage: { prompt_tokens: number; completion_tokens: number };
  tool_calls: Lookup[];
  citations_removed: string[];
  unsupported: string[];
  times: {
    queued_ms: number;
    retrieval_ms: number | null;
    first_token_ms: number | null;
    total_ms: number;
  };
}
