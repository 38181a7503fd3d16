import { decodeEntities } from './entities';
import { anchor, safeHref } from './links';
import type { MarkdownOptions } from './options';
import { nested, type Token, type Tokens } from './tokens';

const WRAPPERS: Record<string, string> = { strong: 'strong', em: 'em', del: 'del' };

/** Builds the nodes of a line. Only elements named here can come out, whatever the text says. */
export function renderInline(tokens: readonly Token[], options: MarkdownOptions): DocumentFragment {
  const top = document.createDocumentFragment();
  let into: Node = top;
  for (const token of tokens) {
    if (token.type === 'html') into = renderTag(token.raw, into, top);
    else into.appendChild(renderToken(token, options));
  }
  return top;
}

/** `<u>` is the one tag let through; Markdown has no other way to underline. */
function renderTag(raw: string, into: Node, top: Node): Node {
  if (raw === '<u>') return into.appendChild(document.createElement('u'));
  if (raw === '</u>' && into !== top) return into.parentNode ?? top;
  into.appendChild(document.createTextNode(raw));
  return into;
}

function renderToken(token: Token, options: MarkdownOptions): Node {
  const wrapper = WRAPPERS[token.type];
  if (wrapper) return wrap(wrapper, nested(token) ?? [], options);
  switch (token.type) {
    case 'codespan':
      return element('code', (token as Tokens.Codespan).text);
    case 'br':
      return document.createElement('br');
    case 'link':
      return renderLink(token as Tokens.Link, options);
    case 'image':
      return renderImage(token as Tokens.Image);
    case 'checkbox':
      return renderCheckbox((token as Tokens.Checkbox).checked);
    case 'escape':
      return document.createTextNode((token as Tokens.Escape).text);
    case 'text':
      return renderTextToken(token as Tokens.Text, options);
    default:
      return document.createTextNode(token.raw);
  }
}

function renderTextToken(token: Tokens.Text, options: MarkdownOptions): Node {
  return token.tokens
    ? renderInline(token.tokens, options)
    : renderText(decodeEntities(token.text), options);
}

function wrap(name: string, tokens: readonly Token[], options: MarkdownOptions): HTMLElement {
  const node = document.createElement(name);
  node.append(renderInline(tokens, options));
  return node;
}

function renderLink(token: Tokens.Link, options: MarkdownOptions): Node {
  const href = safeHref(decodeEntities(token.href));
  const words = renderInline(token.tokens, { ...options, citation: () => 'text' });
  if (!href) return words;
  const link = anchor(href, token.title);
  link.append(words);
  return link;
}

/** Loading an image would tell its server who reads what: a link lets the visitor decide. */
function renderImage(token: Tokens.Image): Node {
  const href = safeHref(decodeEntities(token.href));
  const words = decodeEntities(token.text) || token.href;
  if (!href) return document.createTextNode(words);
  const link = anchor(href, token.title);
  link.textContent = words;
  return link;
}

function renderCheckbox(checked: boolean): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.disabled = true;
  box.checked = checked;
  box.ariaLabel = checked ? '✓' : '–';
  return box;
}

const MARKS = /\[(\?|\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g;

function renderText(text: string, options: MarkdownOptions): Node {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const mark of text.matchAll(MARKS)) {
    const unsupported = mark[1] === '?';
    const numbers = unsupported ? [] : (mark[1] ?? '').split(',').map(Number);
    const shown = numbers.map((n) => options.citation(n));
    if (shown.includes('text') || (unsupported && !options.unsupportedLabel)) continue;
    // A mark belongs to the word before it: it must not begin a line, nor leave a gap when hidden.
    out.append(text.slice(from, mark.index).trimEnd());
    numbers.forEach((n, i) => shown[i] === 'button' && out.append(citationButton(n, options)));
    if (unsupported) out.append(unsupportedBadge(options.unsupportedLabel ?? ''));
    from = mark.index + mark[0].length;
  }
  out.append(text.slice(from));
  return out;
}

function citationButton(n: number, options: MarkdownOptions): HTMLElement {
  const button = element('button', String(n));
  button.setAttribute('type', 'button');
  button.className = 'cite';
  button.dataset.n = String(n);
  button.setAttribute('aria-label', options.citationLabel(n));
  return button;
}

/** Says, without shouting, that the sources do not hold the statement before it. */
function unsupportedBadge(label: string): HTMLElement {
  const badge = element('span', '?');
  badge.className = 'unsupported';
  badge.title = label;
  badge.role = 'img';
  badge.ariaLabel = label;
  return badge;
}

function element(name: string, text: string): HTMLElement {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
