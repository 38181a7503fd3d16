import type { Http } from './http';
import { allPages, type Page } from './pages';
import type { UploadProgress } from './upload';

export type SourceStatus = 'pending' | 'processing' | 'ready' | 'failed';

export interface Source {
  id: string;
  filename: string;
  source_type: string;
  size_bytes: number;
  status: SourceStatus;
  /** Percent, 0 to 100. */
  progress: number | null;
  error: string | null;
  chunk_count: number | null;
  page_count: number | null;
  created_at: string;
  updated_at: string;
}

export interface Chunk {
  id: number;
  page: number | null;
  /** Characters from the start of the page, or of the text where there are no pages. */
  start: number;
  end: number;
  text: string;
}

export interface Passage {
  source_id: string;
  filename: string;
  page: number | null;
  text: string;
  score: number;
  vector_score: number | null;
  lexical_score: number | null;
}

export function knowledgeApi(http: Http) {
  return {
    list: (signal?: AbortSignal) =>
      allPages<'sources', Source>(http, 'knowledge', 'sources', signal),
    upload: (file: File, onProgress: UploadProgress) =>
      http.upload<{ id: string }>('knowledge/upload', file, onProgress),
    chunks: (id: string, cursor?: string, signal?: AbortSignal) =>
      http.get<Page<'chunks', Chunk>>(`knowledge/${id}/chunks`, { limit: 50, cursor }, signal),
    contentUrl: (id: string) => http.url(`knowledge/${id}/content`),
    retry: (id: string) => http.post<unknown>(`knowledge/${id}/retry`),
    remove: (id: string) => http.delete(`knowledge/${id}`),
    async search(query: string, topK: number): Promise<Passage[]> {
      const body = { query, top_k: topK };
      return (await http.post<{ results: Passage[] }>('knowledge/search', body)).results;
    },
  };
}
