import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../i18n/translate';
import { highlightLater } from '../markdown/highlight-later';
import { MarkdownView } from '../markdown/view';
import type { Source } from '../transport/frames';
import { copyText } from './clipboard';
import type { Answer } from './message';

interface Props {
  t: Translate;
  answer: Answer;
  showSources: boolean;
  onCite(n: number): void;
}

/** The growing text. Preact owns the frame, the Markdown view what is inside. */
export function AnswerText({ t, answer, showSources, onCite }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const flush = useRef<() => void>(() => undefined);

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const writer = new AnswerWriter(parent, answer, t, showSources);
    flush.current = () => writer.flush();
    const stop = answer.grew.subscribe(() => writer.schedule());
    writer.flush();
    return () => {
      stop();
      writer.cancel();
    };
  }, [answer]);

  useEffect(() => flush.current(), [answer.status]);

  return (
    <div
      class="prose"
      dir="auto"
      ref={place}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return;
        const cite = event.target.closest<HTMLElement>('.cite');
        if (cite) onCite(Number(cite.dataset.n));
        const copy = event.target.closest<HTMLElement>('.copy-code');
        if (copy) void copyCode(copy, t);
      }}
    />
  );
}

async function copyCode(button: HTMLElement, t: Translate): Promise<void> {
  const text = button.closest('.code')?.querySelector('code')?.textContent ?? '';
  if (!(await copyText(text, button))) return;
  button.textContent = t('copied');
  setTimeout(() => (button.textContent = t('copy')), 2000);
}

/** Text read at 30 Hz looks as at 60, for half of the layout and paint. */
const FLUSH_EVERY = 30;

/** Brings what an answer gained into its Markdown view, on a frame and not on every one. */
class AnswerWriter {
  private view: MarkdownView;
  private written = '';
  private sources: readonly Source[];
  private finished = false;
  private frame = 0;
  private flushedAt = 0;

  constructor(
    private readonly parent: HTMLElement,
    private readonly answer: Answer,
    private readonly t: Translate,
    private readonly showSources: boolean,
  ) {
    this.sources = answer.sources;
    this.view = this.newView();
  }

  schedule(): void {
    this.frame ||= requestAnimationFrame(this.tick);
  }

  cancel(): void {
    cancelAnimationFrame(this.frame);
  }

  flush(): void {
    this.cancel();
    this.frame = 0;
    const { text, running, sources } = this.answer;
    if (!text.startsWith(this.written) || (this.finished && text !== this.written)) this.reset();
    if (text !== this.written) this.view.append(text.slice(this.written.length));
    this.written = text;
    if (sources !== this.sources) {
      this.sources = sources;
      this.view.refresh(!running);
    } else if (!running && !this.finished) this.view.finish();
    this.finished = !running;
  }

  private readonly tick = (now: number): void => {
    if (now - this.flushedAt < FLUSH_EVERY) {
      this.frame = requestAnimationFrame(this.tick);
      return;
    }
    this.flushedAt = now;
    this.flush();
  };

  private reset(): void {
    this.parent.replaceChildren();
    this.view = this.newView();
    this.written = '';
    this.finished = false;
  }

  private newView(): MarkdownView {
    const { answer, t, showSources } = this;
    return new MarkdownView(this.parent, {
      citation: (n) => {
        if (!answer.sources.some((source) => source.n === n)) return 'text';
        return showSources ? 'button' : 'none';
      },
      citationLabel: (n) => t('showSource', n),
      copyLabel: t('copy'),
      unsupportedLabel: t('unsupported'),
      onCode: (code, language) => void highlightLater(code, language),
    });
  }
}
