import { renderInline } from './inline';
import type { MarkdownOptions } from './options';
import { patchRuns, type Run } from './runs';
import { nested, type Token, type Tokens } from './tokens';

/** A block that stands in the document, with what it was made from. */
export interface Block {
  key: string;
  token: Token;
  node: HTMLElement;
  children: Block[];
  runs: Run[];
}

/**
 * Makes `parent` show `tokens`, keeping every block that did not change and growing the one that
 * did: a streamed answer costs its last block, not its whole length.
 */
export function patchBlocks(
  parent: HTMLElement,
  blocks: Block[],
  tokens: readonly Token[],
  options: MarkdownOptions,
): Block[] {
  const wanted = tokens.filter((token) => token.type !== 'space');
  const next = wanted.map((token, index) => {
    const key = keyOf(token);
    const held = blocks[index];
    if (held?.key === key) return held;
    if (held && shape(held.token) === shape(token)) {
      fill(held, token, key, options);
      return held;
    }
    const made: Block = { key: '', token, node: make(token, options), children: [], runs: [] };
    fill(made, token, key, options);
    if (held) held.node.replaceWith(made.node);
    else parent.append(made.node);
    return made;
  });
  for (const extra of blocks.slice(next.length)) extra.node.remove();
  return next;
}

export function keyOf(token: Token): string {
  return `${shape(token)}|${(token as { loose?: boolean }).loose ?? ''}|${token.raw}`;
}

/** Blocks of one shape can be turned into each other without a new element. */
function shape(token: Token): string {
  switch (token.type) {
    case 'heading':
      return `h${(token as Tokens.Heading).depth}`;
    case 'list':
      return `list${(token as Tokens.List).ordered ? (token as Tokens.List).start : ''}`;
    case 'code':
      return `code ${(token as Tokens.Code).lang ?? ''}`;
    case 'table':
      return `table ${(token as Tokens.Table).align.join()}`;
    default:
      return token.type;
  }
}

function make(token: Token, options: MarkdownOptions): HTMLElement {
  switch (token.type) {
    case 'heading': {
      // The page has its own headings; an answer starts below the dialog's title.
      const { depth } = token as Tokens.Heading;
      const node = document.createElement(`h${Math.min(6, Math.max(3, depth + 1))}`);
      node.className = `h${depth}`;
      return node;
    }
    case 'list': {
      const { ordered, start } = token as Tokens.List;
      const node = document.createElement(ordered ? 'ol' : 'ul');
      if (ordered && start !== '' && start !== 1) node.setAttribute('start', String(start));
      return node;
    }
    case 'list_item':
      return document.createElement('li');
    case 'blockquote':
      return document.createElement('blockquote');
    case 'hr':
      return document.createElement('hr');
    case 'code':
      return makeCode(token as Tokens.Code, options);
    case 'table':
      return makeTable();
    case 'text':
      return document.createElement('span');
    default:
      return document.createElement('p');
  }
}

function fill(block: Block, token: Token, key: string, options: MarkdownOptions): void {
  block.key = key;
  block.token = token;
  const { node } = block;
  switch (token.type) {
    case 'hr':
      return;
    case 'list':
      block.children = patchBlocks(node, block.children, (token as Tokens.List).items, options);
      return;
    case 'list_item':
    case 'blockquote':
      block.children = patchBlocks(node, block.children, nested(token) ?? [], options);
      return;
    case 'code':
      fillCode(node, (token as Tokens.Code).text);
      return;
    case 'table':
      fillTable(node, token as Tokens.Table, options);
      return;
    default:
      block.runs = patchRuns(node, block.runs, nested(token) ?? [token], options);
  }
}

export function languageOf(token: Token): string {
  return /^[\w+#.-]+/.exec((token as Tokens.Code).lang ?? '')?.[0].toLowerCase() ?? '';
}

function makeCode(token: Tokens.Code, options: MarkdownOptions): HTMLElement {
  const figure = document.createElement('div');
  figure.className = 'code';
  figure.dir = 'ltr';
  const head = document.createElement('div');
  head.className = 'code-head';
  const language = document.createElement('span');
  language.textContent = languageOf(token);
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy-code';
  copy.textContent = options.copyLabel;
  head.append(language, copy);
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  const code = document.createElement('code');
  code.append('');
  pre.append(code);
  figure.append(head, pre);
  return figure;
}

function fillCode(figure: HTMLElement, text: string): void {
  const code = figure.querySelector('code');
  const held = code?.firstChild;
  if (held instanceof Text && code?.childNodes.length === 1 && text.startsWith(held.data)) {
    held.appendData(text.slice(held.data.length));
  } else code?.replaceChildren(text);
}

function makeTable(): HTMLElement {
  const scroll = document.createElement('div');
  scroll.className = 'table';
  scroll.tabIndex = 0;
  const table = document.createElement('table');
  table.append(document.createElement('thead'), document.createElement('tbody'));
  scroll.append(table);
  return scroll;
}

const rowKeys = new WeakMap<Element, string>();

function fillTable(scroll: HTMLElement, token: Tokens.Table, options: MarkdownOptions): void {
  const [head, body] = Array.from(scroll.firstElementChild?.children ?? []);
  if (!head || !body) return;
  patchRows(head, [token.header], 'th', options);
  patchRows(body, token.rows, 'td', options);
}

function patchRows(
  section: Element,
  rows: readonly Tokens.TableCell[][],
  cellName: 'th' | 'td',
  options: MarkdownOptions,
): void {
  rows.forEach((cells, index) => {
    const key = JSON.stringify(cells.map((cell) => cell.text));
    const held = section.children[index];
    if (held && rowKeys.get(held) === key) return;
    const row = document.createElement('tr');
    rowKeys.set(row, key);
    for (const cell of cells) {
      const node = document.createElement(cellName);
      if (cell.align) node.className = `align-${cell.align}`;
      node.append(renderInline(cell.tokens, options));
      row.append(node);
    }
    if (held) held.replaceWith(row);
    else section.append(row);
  });
  while (section.children.length > rows.length) section.lastElementChild?.remove();
}
