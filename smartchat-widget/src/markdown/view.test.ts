import { beforeEach, describe, expect, it } from 'vitest';
import type { MarkdownOptions } from './options';
import { MarkdownView } from './view';

const options: MarkdownOptions = {
  citation: (n) => (n <= 2 ? 'button' : 'text'),
  citationLabel: (n) => `source ${n}`,
  copyLabel: 'Copy',
};

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
});

function whole(markdown: string): string {
  const parent = document.createElement('div');
  const view = new MarkdownView(parent, options);
  view.append(markdown);
  view.finish();
  return parent.innerHTML;
}

const DOCUMENTS = {
  prose: 'One *two* **three** `four` [five](https://example.org) [1] and [2].\n\nNext [9].\n',
  lists:
    '- a\n- b\n  - c\n\n    more\n\n- d\n\n1. one\n2. two\n\ntext\n\n* other\n* list\n\n3) three\n4) four',
  table: 'Intro\n\n| a | b |\n| :-- | --: |\n| 1 | **2** |\n| 3 | [1] |\n\nAfter.',
  code: '```js\nconst a = 1;\n\n- not a list\n```\n\n~~~~\n```\n~~~~\n\n    indented\n\nend',
  headings: '# One\n\nTwo\n---\n\n### Three ###\nbody\n\n***\nx',
  quotes: '> a\nlazy\n> - b\n>   c\n\n> d\n\nout',
  html: '<u>under</u> <b>bold</b>\n\n<div>\n\n# still Markdown\n\n</div>\n<!-- note -->\n',
  returns: 'a\r\nb\r\n\r\n- c\r\n- d\r\n\r\n```\r\ne\r\n```\r\n',
  loose: '- [ ] todo\n- [x] done\n\n\n- late and loose\n',
  references: '[a]: https://example.org\n\n[a] and [1][2]\n\n![b]',
  unicode: '日本語 **強調** 👋🏽 ‮rtl‬ é\n\n- ünï\n- العربية **نص**',
};

describe('a streamed answer', () => {
  for (const [name, markdown] of Object.entries(DOCUMENTS)) {
    it(`looks in the end as if it had come whole, cut at any place: ${name}`, () => {
      const expected = whole(markdown);
      for (let cut = 1; cut < markdown.length; cut++) {
        const parent = document.createElement('div');
        const view = new MarkdownView(parent, options);
        view.append(markdown.slice(0, cut));
        view.append(markdown.slice(cut));
        view.finish();
        expect(parent.innerHTML, `cut at ${cut}`).toBe(expected);
      }
    });

    it(`looks in the end as if it had come whole, character by character: ${name}`, () => {
      const view = new MarkdownView(place, options);
      for (let at = 0; at < markdown.length; at++) view.append(markdown.charAt(at));
      view.finish();
      expect(place.innerHTML).toBe(whole(markdown));
    });
  }

  it('shows while it grows what it will show in the end', () => {
    for (const markdown of Object.values(DOCUMENTS)) {
      const parent = document.createElement('div');
      const view = new MarkdownView(parent, options);
      for (const character of `${markdown}\n\nThe end.\n`) view.append(character);
      const shown = parent.innerHTML;
      view.finish();
      expect(shown).toBe(parent.innerHTML);
    }
  });

  it('keeps finished blocks while later ones grow', () => {
    const view = new MarkdownView(place, options);
    view.append('First paragraph.\n\n- item\n\nSecond paragraph.\n');
    const [first, list] = Array.from(place.children);
    view.append('It goes on.\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\nEnd.\n');
    view.finish();
    expect(place.children[0]).toBe(first);
    expect(place.children[1]).toBe(list);
  });

  it('keeps the text node of a code block that grows', () => {
    const view = new MarkdownView(place, options);
    view.append('```js\nconst a');
    const text = place.querySelector('code')?.firstChild;
    view.append(' = 1;\nconst b');
    expect(place.querySelector('code')?.firstChild).toBe(text);
    expect(text?.textContent).toBe('const a = 1;\nconst b');
  });

  it('shows citations that become known after the text', () => {
    let known = false;
    const late: MarkdownOptions = { ...options, citation: () => (known ? 'button' : 'text') };
    const view = new MarkdownView(place, late);
    view.append('Fact [1].');
    expect(place.textContent).toBe('Fact [1].');
    known = true;
    view.refresh(false);
    expect(place.querySelector('button.cite')?.getAttribute('aria-label')).toBe('source 1');
    view.append(' More.');
    view.finish();
    expect(place.textContent).toBe('Fact1. More.');
  });

  it('drops marks of sources that must not be shown', () => {
    const view = new MarkdownView(place, { ...options, citation: () => 'none' });
    view.append('Fact [1]. More [1, 2] here.');
    view.finish();
    expect(place.textContent).toBe('Fact. More here.');
  });

  it('splits a mark that names several sources', () => {
    const view = new MarkdownView(place, options);
    view.append('Fact [1, 2].');
    view.finish();
    expect(place.querySelectorAll('button.cite')).toHaveLength(2);
  });

  it('shows what nothing supports by a badge that says so, however it is cut', () => {
    const labelled = { ...options, unsupportedLabel: 'Not found in the sources' };
    const text = 'They float [1]. [?] Really? [?](https://example.org) `[?]`';
    for (let cut = 0; cut <= text.length; cut++) {
      place.replaceChildren();
      const view = new MarkdownView(place, labelled);
      view.append(text.slice(0, cut));
      view.append(text.slice(cut));
      view.finish();
      const badges = place.querySelectorAll('.unsupported');
      expect(badges).toHaveLength(1);
      expect(badges[0]?.getAttribute('title')).toBe('Not found in the sources');
      expect(place.textContent).toBe('They float1.? Really? ? [?]');
    }
  });

  it('leaves the mark as it is where it has no meaning', () => {
    const view = new MarkdownView(place, options);
    view.append('What is [?] for?');
    view.finish();
    expect(place.textContent).toBe('What is [?] for?');
  });

  it('leaves marks inside code alone', () => {
    const view = new MarkdownView(place, options);
    view.append('`a[1]`\n\n```\nb[2]\n```');
    view.finish();
    expect(place.querySelector('.cite')).toBeNull();
  });
});
