import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot } from './loader';
import { readOptions } from './options';

vi.stubGlobal('CHAT_CHUNK', 'chat-test.js');

function script(attributes: Record<string, string>): HTMLScriptElement {
  const element = document.createElement('script');
  element.setAttribute('src', 'https://chat.example.org/smart/widget.js');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

describe('the script tag', () => {
  it('gives the address, the key and every wish', () => {
    const options = readOptions(
      script({
        'data-api-key': ' sc_live_1 ',
        'data-user-id': '7',
        'data-user-name': 'Ada',
        'data-user-email': 'ada@example.org',
        'data-user-meta': '{"plan":"pro"}',
        'data-user-token': 'a.b.c',
        'data-position': 'bottom-left',
        'data-theme': 'dark',
        'data-language': 'ar',
        'data-open': '',
        'data-target': '#chat',
        'data-nonce': 'n0nce',
      }),
    );
    expect(options).toEqual({
      apiKey: 'sc_live_1',
      base: 'https://chat.example.org/smart/',
      visitor: {
        token: 'a.b.c',
        hints: { userId: '7', name: 'Ada', email: 'ada@example.org', meta: { plan: 'pro' } },
      },
      position: 'bottom-left',
      theme: 'dark',
      language: 'ar',
      target: '#chat',
      nonce: 'n0nce',
      open: true,
    });
  });

  it('is not open when it says so', () => {
    expect(readOptions(script({ 'data-api-key': 'k' }))?.open).toBe(false);
    expect(readOptions(script({ 'data-api-key': 'k', 'data-open': 'false' }))?.open).toBe(false);
  });

  it('leaves out meta data that is not JSON, and says so', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const options = readOptions(script({ 'data-api-key': 'k', 'data-user-meta': '{plan' }));
    expect(options?.visitor.hints.meta).toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
  });
});

describe('the widget on a page', () => {
  let config: () => Response;
  const hosts = (): Element[] => Array.from(document.querySelectorAll('smartchat-widget'));
  const launcher = (): HTMLElement | null =>
    hosts()[0]?.shadowRoot?.querySelector<HTMLElement>('.launcher') ?? null;
  const ready = (): Promise<void> =>
    new Promise((resolve) => window.SmartChat?.on('ready', () => resolve()));

  beforeEach(() => {
    config = () => Response.json({ title: 'Help', primary_color: '#fff', position: 'bottom-left' });
    vi.stubGlobal('fetch', async () => config());
  });

  afterEach(() => {
    window.SmartChat?.destroy();
    document.body.replaceChildren();
  });

  it('is one launcher with a name, of the configured colour and place', async () => {
    boot(script({ 'data-api-key': 'k' }));
    await ready();
    expect(hosts()).toHaveLength(1);
    const host = hosts()[0] as HTMLElement;
    expect(launcher()?.getAttribute('aria-label')).toBe('Chat');
    expect(launcher()?.getAttribute('aria-expanded')).toBe('false');
    expect(host.dataset.position).toBe('bottom-left');
    expect(host.style.getPropertyValue('--sc-primary')).toBe('#ffffff');
    expect(host.style.getPropertyValue('--sc-on-primary')).toBe('#11141c');
  });

  it('stays one when the script is loaded twice', async () => {
    boot(script({ 'data-api-key': 'k' }));
    const first = window.SmartChat;
    await ready();
    boot(script({ 'data-api-key': 'k' }));
    expect(window.SmartChat).toBe(first);
    expect(hosts()).toHaveLength(1);
  });

  it('comes back when an SPA threw the body away and mounts again', async () => {
    boot(script({ 'data-api-key': 'k' }));
    await ready();
    document.body.replaceChildren();
    boot(script({ 'data-api-key': 'k' }));
    expect(hosts()).toHaveLength(1);
    expect(launcher()).not.toBeNull();
  });

  it('makes room for another key', async () => {
    boot(script({ 'data-api-key': 'k' }));
    const first = window.SmartChat;
    await ready();
    boot(script({ 'data-api-key': 'other' }));
    await ready();
    expect(window.SmartChat).not.toBe(first);
    expect(hosts()).toHaveLength(1);
  });

  it('leaves nothing behind when destroyed', async () => {
    boot(script({ 'data-api-key': 'k' }));
    await ready();
    window.SmartChat?.destroy();
    expect(hosts()).toHaveLength(0);
    expect('SmartChat' in window).toBe(false);
  });

  it('goes inline into the target', async () => {
    const room = document.createElement('div');
    room.id = 'room';
    document.body.append(room);
    boot(script({ 'data-api-key': 'k', 'data-target': '#room' }));
    await ready();
    expect(room.querySelector('smartchat-widget')?.hasAttribute('data-inline')).toBe(true);
    expect(launcher()).toBeNull();
  });

  it.each([
    ['an unknown key', () => new Response('', { status: 404 }), 'unknown_key'],
    ['a foreign origin', () => new Response('', { status: 403 }), 'origin_not_allowed'],
    [
      'a blocked request',
      () => {
        throw new TypeError('Failed to fetch');
      },
      'unreachable',
    ],
  ])('stays away for %s, with one warning and one error event', async (_, reply, code) => {
    config = reply;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    boot(script({ 'data-api-key': 'k' }));
    const error = await new Promise<{ code: string }>((resolve) =>
      window.SmartChat?.on('error', resolve),
    );
    expect(error.code).toBe(code);
    expect(warn).toHaveBeenCalledOnce();
    expect(hosts()).toHaveLength(0);
  });

  it('asks for the key where it is missing', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    boot(script({}));
    expect(window.SmartChat).toBeUndefined();
    expect(warn.mock.calls[0]?.[0]).toContain('data-api-key');
  });
});
