import type { Emitter, LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** Collects what highlight.js finds as nodes instead of as HTML. */
class NodeEmitter implements Emitter {
  readonly fragment = document.createDocumentFragment();
  private into: Node = this.fragment;

  addText(text: string): void {
    this.into.appendChild(document.createTextNode(text));
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  /** The highlighter calls its scopes by both names. */
  openNode(scope: string): void {
    const span = document.createElement('span');
    span.className = `hl-${scope.split('.')[0]}`;
    this.into = this.into.appendChild(span);
  }

  closeNode(): void {
    this.into = this.into.parentNode ?? this.fragment;
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof NodeEmitter) this.into.appendChild(emitter.fragment);
  }

  finalize(): void {
    this.into = this.fragment;
  }

  toHTML(): string {
    return '';
  }
}

const languages: Record<string, LanguageFn> = {
  bash,
  csharp,
  css,
  go,
  java,
  javascript,
  json,
  python,
  sql,
  typescript,
  xml,
  yaml,
};

hljs.configure({ __emitter: NodeEmitter });
for (const [name, grammar] of Object.entries(languages)) hljs.registerLanguage(name, grammar);

/** Colours a finished code block; one in a language not known here stays as it is. */
export function highlight(code: HTMLElement, language: string): void {
  if (!hljs.getLanguage(language)) return;
  const { _emitter: found } = hljs.highlight(code.textContent, { language, ignoreIllegals: true });
  // A grammar that fails half-way must not swallow the rest.
  if (found instanceof NodeEmitter && found.fragment.textContent === code.textContent) {
    code.replaceChildren(found.fragment);
  }
}
