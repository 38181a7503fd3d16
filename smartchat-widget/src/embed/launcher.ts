import type { Language } from '../i18n/language';
import { LAUNCHER_WORDS } from '../i18n/launcher';

const SVG = 'http://www.w3.org/2000/svg';

const CHAT =
  'M12 3.5c-5 0-9 3.5-9 7.8 0 2.3 1.2 4.4 3 5.8-.1 1-.5 2.1-1.3 3 1.7 0 3.2-.6 4.3-1.4 1 .3 2 .4 3 .4 5 0 9-3.5 9-7.8s-4-7.8-9-7.8Z';
const CLOSE = 'm6 9.5 6 6 6-6';

/** The round button: tells whether the chat is open and how much is unread. */
export class Launcher {
  readonly button = document.createElement('button');
  private readonly badge = document.createElement('span');
  private unread = 0;
  private expanded = false;

  constructor(
    private readonly language: Language,
    onPress: () => void,
  ) {
    dress(this.button, { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' });
    dress(this.badge, { class: 'badge', 'aria-hidden': 'true' });
    this.button.append(icon('chat', CHAT, true), icon('close', CLOSE, false), this.badge);
    this.button.addEventListener('click', onPress);
    this.render();
  }

  setExpanded(expanded: boolean): void {
    this.expanded = expanded;
    this.render();
  }

  setBusy(busy: boolean): void {
    this.button.setAttribute('aria-busy', String(busy));
  }

  setUnread(count: number): void {
    this.unread = count;
    this.render();
  }

  private render(): void {
    const [name, unread] = LAUNCHER_WORDS[this.language];
    dress(this.button, {
      'aria-expanded': String(this.expanded),
      'aria-label': this.unread ? `${name}, ${this.unread} ${unread}` : name,
    });
    this.badge.hidden = !this.unread;
    this.badge.textContent = this.unread > 9 ? '9+' : String(this.unread);
  }
}

function icon(name: string, path: string, filled: boolean): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  const attributes = filled
    ? { fill: 'currentColor' }
    : { fill: 'none', stroke: 'currentColor', 'stroke-width': '2.2', 'stroke-linecap': 'round' };
  dress(shape, { d: path, ...attributes });
  dress(svg, { viewBox: '0 0 24 24', class: name, 'aria-hidden': 'true' });
  svg.append(shape);
  return svg;
}

function dress(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
