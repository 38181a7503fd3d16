import { describe, expect, it } from 'vitest';
import type { MarkdownOptions } from './options';
import { MarkdownView } from './view';

const options: MarkdownOptions = {
  citation: () => 'text',
  citationLabel: String,
  copyLabel: 'Copy',
};

const ELEMENTS = new Set(
  (
    'P SPAN STRONG EM DEL U A CODE PRE DIV BUTTON BR HR UL OL LI BLOCKQUOTE INPUT ' +
    'TABLE THEAD TBODY TR TH TD H3 H4 H5 H6'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'class href rel target title type dir tabindex disabled start aria-label'.split(' '),
);

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert&#40;1&#41;</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror="alert(1)"></video>',
  '<math><mtext></p><img src onerror=alert(1)></mtext></math>',
  '<style>@import "https://evil.invalid/x.css"</style>',
  '<link rel=stylesheet href=https://evil.invalid/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.invalid">',
  '<base href=https://evil.invalid/>',
  '<form action=https://evil.invalid><button>ok</button></form>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="https://evil.invalid/x.swf">',
  '<a href="javascript:alert(1)">x</a>',
  '<u onclick=alert(1)>x</u>',
  '<U>x</U>',
  '<u/onmouseover=alert(1)>x</u>',
  '</u></u></u><script>alert(1)</script>',
  '<u><u><script>alert(1)</script></u>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](blob:https://evil.invalid/1)',
  '[x](file:///etc/passwd)',
  '[x](//evil.invalid)',
  '[x](/relative)',
  '[x](https://ok.invalid "t\\" onmouseover=alert(1) x=\\"")',
  '<javascript:alert(1)>',
  '<https://ok.invalid/"onmouseover=alert(1)>',
  '![x](https://evil.invalid/pixel.png)',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](https://evil.invalid/pixel.png)',
  '![![x](https://evil.invalid/a.png)](https://evil.invalid/b.png)',
  '[![x](https://evil.invalid/a.png)](javascript:alert(1))',
  '[a]: javascript:alert(1)\n\n[a]',
  '```"><script>alert(1)</script>\nx\n```',
  '```js onload=alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|--|--|\n| <img src=x onerror=alert(1)> | b |',
  '# <svg onload=alert(1)>',
  '- <img src=x onerror=alert(1)>\n  <script>alert(1)</script>',
  '> <script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php <script>alert(1)</script> ?>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '`<script>alert(1)</script>`',
  '\\<script>alert(1)\\</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<x-y style="animation-name:x" onanimationstart=alert(1)>',
];

function expectHarmless(parent: HTMLElement, what: string): void {
  for (const element of Array.from(parent.querySelectorAll('*'))) {
    expect(ELEMENTS, what).toContain(element.tagName);
    for (const { name } of Array.from(element.attributes)) expect(ATTRIBUTES, what).toContain(name);
    const href = element.getAttribute('href');
    if (href !== null) {
      expect(href, what).toMatch(/^(https?:\/\/|mailto:)/);
      expect(element.getAttribute('rel'), what).toContain('noopener');
      expect(element.getAttribute('rel'), what).toContain('nofollow');
      expect(element.getAttribute('target'), what).toBe('_blank');
    }
  }
}

describe('hostile Markdown', () => {
  for (const payload of PAYLOADS) {
    it(`becomes nothing but harmless elements, at every cut: ${JSON.stringify(payload)}`, () => {
      for (let cut = 0; cut < payload.length; cut++) {
        const parent = document.createElement('div');
        const view = new MarkdownView(parent, options);
        view.append(payload.slice(0, cut));
        expectHarmless(parent, `before the cut at ${cut}`);
        view.append(payload.slice(cut));
        view.finish();
        expectHarmless(parent, `after the cut at ${cut}`);
      }
    });
  }

  it('shows raw HTML as the text it is', () => {
    const parent = document.createElement('div');
    const view = new MarkdownView(parent, options);
    view.append('<b>bold</b> <u>under</u>');
    view.finish();
    expect(parent.textContent).toBe('<b>bold</b> under');
    expect(parent.querySelector('u')?.textContent).toBe('under');
  });

  it('offers an image as a link with its description', () => {
    const parent = document.createElement('div');
    const view = new MarkdownView(parent, options);
    view.append('![a chart](https://example.org/c.png)');
    view.finish();
    expect(parent.querySelector('img')).toBeNull();
    expect(parent.querySelector('a')?.textContent).toBe('a chart');
  });
});
