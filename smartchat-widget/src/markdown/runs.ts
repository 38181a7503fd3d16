import { decodeEntities } from './entities';
import { renderInline } from './inline';
import type { MarkdownOptions } from './options';
import type { Token, Tokens } from './tokens';

/** A piece of a line that stands in the document. */
export interface Run {
  type: string;
  raw: string;
  nodes: ChildNode[];
}

/** Makes `parent` show a line, keeping the pieces before the first that changed. */
export function patchRuns(
  parent: HTMLElement,
  runs: readonly Run[],
  tokens: readonly Token[],
  options: MarkdownOptions,
): Run[] {
  // An underline reaches over its neighbours, so such a line is one piece.
  if (tokens.some((token) => token.type === 'html')) {
    parent.replaceChildren(renderInline(tokens, options));
    return [];
  }
  if (runs.length === 0) parent.replaceChildren();
  let same = 0;
  while (same < runs.length && equal(runs[same], tokens[same])) same += 1;
  const kept = runs.slice(0, same);
  const grown = grow(runs[same], tokens[same]);
  if (grown) kept.push(grown);
  for (const run of runs.slice(kept.length)) for (const node of run.nodes) node.remove();
  for (const token of tokens.slice(kept.length)) {
    const fragment = renderInline([token], options);
    const nodes = Array.from(fragment.childNodes);
    parent.append(fragment);
    kept.push({ type: token.type, raw: token.raw, nodes });
  }
  return kept;
}

function equal(run: Run | undefined, token: Token | undefined): boolean {
  return run !== undefined && run.type === token?.type && run.raw === token.raw;
}

/** Plain text that goes on keeps its node; brackets may be citations and are built anew. */
function grow(run: Run | undefined, token: Token | undefined): Run | undefined {
  const node = run?.nodes[0];
  if (!run || run.type !== 'text' || token?.type !== 'text' || 'tokens' in token) return undefined;
  if (run.nodes.length !== 1 || !(node instanceof Text) || token.raw.includes('['))
    return undefined;
  node.data = decodeEntities((token as Tokens.Text).text);
  return { type: 'text', raw: token.raw, nodes: run.nodes };
}
