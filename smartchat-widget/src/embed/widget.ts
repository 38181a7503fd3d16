import { chooseLanguage, direction } from '../i18n/language';
import { forgetVisitor } from '../session/slots';
import type { Hints, Visitor } from '../session/visitor';
import { adopt } from '../theme/sheet';
import { applyTheme } from '../theme/theme';
import { importChat, preload } from './chunk';
import { ConfigRefused, fetchConfig, text, type RawConfig } from './config';
import type { ChatPanel } from './contract';
import { Emitter, type EventName, type Listener } from './events';
import { Launcher } from './launcher';
import launcherCss from './launcher.css?inline';
import type { EmbedOptions } from './options';
import { place, whenIdle } from './page';

/** One widget on one page: the launcher now, the chat itself when it is wanted. */
export class Widget {
  private readonly events = new Emitter();
  private readonly gone = new AbortController();
  private readonly host = document.createElement('smartchat-widget');
  private readonly root = this.host.attachShadow({ mode: 'open' });
  private visitor: Visitor;
  private config?: RawConfig;
  private launcher?: Launcher;
  private inline = false;
  private isOpen = false;
  private wanted: boolean;
  private waiting: string[] = [];
  private panel?: Promise<ChatPanel>;
  private stopTheme?: () => void;

  constructor(
    readonly options: EmbedOptions,
    private readonly onDestroyed: () => void,
  ) {
    this.visitor = options.visitor;
    this.wanted = options.open;
  }

  async start(): Promise<void> {
    try {
      this.config = await fetchConfig(this.options.base, this.options.apiKey, this.gone.signal);
    } catch (fault) {
      if (fault instanceof ConfigRefused) this.complain(fault.code, fault.message);
      else if (!this.gone.signal.aborted) throw fault;
      return;
    }
    this.dress(this.config);
    this.events.emit('ready', undefined);
    if (this.wanted || this.inline) this.open();
    else whenIdle(() => void preload(this.chunk, this.options.nonce), this.gone.signal);
  }

  /** Puts the widget back when a page change took it out of the document. */
  attach(): void {
    if (this.config && !this.host.isConnected) this.inline = place(this.host, this.options.target);
  }

  open(): void {
    this.wanted = true;
    if (!this.config || this.isOpen) return;
    this.isOpen = true;
    this.launcher?.setExpanded(true);
    this.load().then(
      (panel) => this.isOpen && panel.show(),
      () => this.isOpen && this.close(),
    );
    this.events.emit('open', undefined);
  }

  close(): void {
    this.wanted = false;
    if (!this.isOpen || this.inline) return;
    this.isOpen = false;
    this.launcher?.setExpanded(false);
    this.withPanel((panel) => this.isOpen || panel.hide());
    if (this.root.activeElement) this.launcher?.button.focus();
    this.events.emit('close', undefined);
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  send(text: string): void {
    this.waiting.push(text);
    this.open();
    if (this.config)
      void this.load()
        .then((panel) => this.flush(panel))
        .catch(() => undefined);
  }

  identify(who: Hints & { token?: string }): void {
    const { token, ...hints } = who;
    this.visitor = { token, hints };
    this.withPanel((panel) => panel.visitorChanged());
    if (token) this.events.emit('login', {});
  }

  logout(): void {
    this.visitor = { hints: {} };
    forgetVisitor(this.options.apiKey);
    this.withPanel((panel) => panel.logout());
    this.events.emit('logout', undefined);
  }

  on<K extends EventName>(name: K, listener: Listener<K>): void {
    this.events.on(name, listener);
    // Whoever comes late still learns that the widget is there.
    if (name === 'ready' && this.config) queueMicrotask(() => listener(undefined as never));
  }

  off<K extends EventName>(name: K, listener: Listener<K>): void {
    this.events.off(name, listener);
  }

  destroy(): void {
    if (this.gone.signal.aborted) return;
    this.gone.abort();
    this.stopTheme?.();
    this.host.remove();
    this.events.clear();
    this.withPanel((panel) => panel.destroy());
    this.onDestroyed();
  }

  private dress(config: RawConfig): void {
    const { options, host } = this;
    const language = this.language(config);
    const position = options.position || text(config, 'position');
    host.dataset.position = /left/.test(position) ? 'bottom-left' : 'bottom-right';
    host.dir = direction(language);
    host.lang = language;
    const theme = options.theme || text(config, 'theme');
    this.stopTheme = applyTheme(host, theme, text(config, 'primary_color'));
    adopt(this.root, launcherCss);
    this.inline = place(host, options.target);
    if (!this.inline) {
      this.launcher = new Launcher(language, () => this.toggle());
      this.root.append(this.launcher.button);
    }
  }

  private language(config: RawConfig) {
    const page = document.documentElement.lang;
    return chooseLanguage(
      this.options.language,
      text(config, 'language'),
      page,
      navigator.language,
    );
  }

  private get chunk(): string {
    return `${this.options.base}widget/${CHAT_CHUNK}`;
  }

  private load(): Promise<ChatPanel> {
    this.panel ??= this.bringIn();
    return this.panel;
  }

  private async bringIn(): Promise<ChatPanel> {
    const { config, options } = this;
    if (!config) throw new Error('no settings yet');
    this.launcher?.setBusy(this.isOpen);
    try {
      const chat = await importChat(this.chunk, options.nonce);
      this.gone.signal.throwIfAborted();
      const panel = await chat.mount({
        options,
        config,
        language: this.language(config),
        host: this.host,
        root: this.root,
        events: this.events,
        inline: this.inline,
        visitor: () => this.visitor,
        setUnread: (count) => this.launcher?.setUnread(count),
        requestClose: () => this.close(),
      });
      if (this.gone.signal.aborted) panel.destroy();
      this.flush(panel);
      return panel;
    } catch (fault) {
      delete this.panel;
      if (!this.gone.signal.aborted) {
        this.complain('unreachable', `the chat did not load: ${String(fault)}`);
      }
      throw fault;
    } finally {
      this.launcher?.setBusy(false);
    }
  }

  private withPanel(action: (panel: ChatPanel) => void): void {
    this.panel?.then(action, () => undefined);
  }

  private flush(panel: ChatPanel): void {
    for (const text of this.waiting.splice(0)) panel.send(text);
  }

  private complain(code: string, message: string): void {
    console.warn(`SmartChat: ${message}`);
    this.events.emit('error', { code, message });
  }
}
