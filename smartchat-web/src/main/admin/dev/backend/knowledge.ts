import type { Source } from '../../src/api/knowledge';
import { noContent, notFound, ok, problem, type Reply, type UploadedFile } from './exchange';
import { page, text, type Routes, type TenantScope } from './routing';
import { newId, type TenantState } from './state';

function accept(tenant: TenantState, file: UploadedFile): Source | Reply {
  const twin = tenant.sources.find((source) => tenant.contents.get(source.id) === file.text);
  if (twin) {
    return problem(409, 'duplicate', `These are the same bytes as ${twin.filename}.`);
  }
  if (!/\.(pdf|txt|csv)$/i.test(file.name)) {
    return problem(415, 'unsupported_type', 'Only PDF, TXT and CSV files can be read.');
  }
  const now = new Date().toISOString();
  const source: Source = {
    id: newId(),
    filename: file.name,
    source_type: file.name.split('.').at(-1)?.toLowerCase() ?? '',
    size_bytes: file.size,
    status: 'pending',
    progress: 0,
    error: null,
    chunk_count: 0,
    page_count: null,
    created_at: now,
    updated_at: now,
  };
  tenant.sources.unshift(source);
  tenant.contents.set(source.id, file.text);
  return source;
}

/** One step further for whatever is under way: each look at the list finds it advanced. */
function advance(tenant: TenantState, source: Source): void {
  if (source.status === 'pending') {
    Object.assign(source, { status: 'processing', progress: 40 });
  } else if (source.status === 'processing') {
    const content = tenant.contents.get(source.id) ?? '';
    if (content.includes('SCANNED')) {
      const error = 'There is no text in it: it seems to be scanned images.';
      Object.assign(source, { status: 'failed', progress: null, error });
      return;
    }
    const chunk = { id: 1, page: null, start: 0, end: content.length };
    tenant.chunks.set(source.id, [{ ...chunk, text: content }]);
    Object.assign(source, { status: 'ready', progress: 100, chunk_count: 1 });
  }
}

export const knowledgeRoutes: Routes<TenantScope> = {
  'GET knowledge': (call, { tenant }) => {
    const reply = structuredClone(page('sources', tenant.sources, call));
    tenant.sources.forEach((source) => advance(tenant, source));
    return ok(reply);
  },
  'POST knowledge/upload': ({ files }, { tenant }) => {
    const [file] = files;
    if (!file) return problem(400, 'no_file', 'No file was sent.');
    const outcome = accept(tenant, file);
    return 'filename' in outcome ? { status: 202, body: outcome } : outcome;
  },
  'POST knowledge/search': ({ body }, { tenant }) => {
    const words = text(body.query).toLowerCase().split(/\W+/).filter(Boolean);
    const found = tenant.sources.flatMap((source) =>
      (tenant.chunks.get(source.id) ?? []).map((chunk) => {
        const content = chunk.text.toLowerCase();
        const share = words.filter((word) => content.includes(word)).length / words.length;
        return {
          source_id: source.id,
          filename: source.filename,
          page: chunk.page,
          text: chunk.text,
          score: share / 30,
          vector_score: share * 0.8,
          lexical_score: share > 0 ? share * 11 : null,
        };
      }),
    );
    const hits = found.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
    return ok({ results: hits.slice(0, Number(body.top_k ?? 8)) });
  },
  'GET knowledge/*/chunks': (call, { tenant }, id) =>
    ok(page('chunks', tenant.chunks.get(id) ?? [], call)),
  'GET knowledge/*/content': (_, { tenant }, id) => ok(tenant.contents.get(id) ?? ''),
  'POST knowledge/*/retry': (_, { tenant }, id) => {
    const source = tenant.sources.find((each) => each.id === id);
    if (!source) return notFound;
    Object.assign(source, { status: 'pending', progress: 0, error: null });
    return ok(source);
  },
  'DELETE knowledge/*': (_, { tenant }, id) => {
    tenant.sources = tenant.sources.filter((source) => source.id !== id);
    return noContent;
  },
};
