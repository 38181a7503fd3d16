import { render } from 'preact';
import type { Composer } from '../composer/composer';
import composerCss from '../composer/composer.css?inline';
import type { ChatContext, ChatPanel } from '../embed/contract';
import { loadWords, translator } from '../i18n/translate';
import loginCss from '../login/login.css?inline';
import proseCss from '../markdown/prose.css?inline';
import { applyAccent } from '../theme/accent';
import { adopt } from '../theme/sheet';
import { ChatController } from './controller';
import { keepTabInside } from './keyboard';
import { Panel } from './Panel';
import panelCss from './panel.css?inline';
import threadCss from './thread.css?inline';
import { followViewport } from './viewport';

/** What the loader finds in this chunk. */
export async function mount(context: ChatContext): Promise<ChatPanel> {
  const t = translator(context.language, await loadWords(context.language));
  const { root, inline, requestClose } = context;
  adopt(root, [panelCss, threadCss, proseCss, composerCss, loginCss].join('\n'));

  const chat = new ChatController(context, t);
  const panel = document.createElement('div');
  panel.className = inline ? 'panel inline' : 'panel';
  panel.inert = true;
  root.append(panel);
  const stopTheme = applyAccent(context.host);
  const stopViewport = followViewport(context.host);
  let composer: Composer | undefined;

  panel.addEventListener('keydown', (event) => {
    keepTabInside(event, panel, root);
    if (event.key !== 'Escape' || event.isComposing || inline) return;
    event.stopPropagation();
    requestClose();
  });

  render(
    <Panel
      chat={chat}
      onClose={inline ? undefined : requestClose}
      onComposer={(made) => {
        composer = made;
        if (panel.contains(root.activeElement)) focusFirst(panel, made);
      }}
    />,
    panel,
  );

  return {
    show(): void {
      panel.inert = false;
      panel.classList.add('open');
      chat.show();
      if (!inline) focusFirst(panel, composer);
    },
    hide(): void {
      panel.inert = true;
      panel.classList.remove('open');
      chat.hide();
    },
    send: (text) => chat.send(text),
    logout: () => chat.logout(),
    visitorChanged: () => chat.visitorChanged(),
    destroy(): void {
      chat.destroy();
      stopTheme();
      stopViewport();
      render(null, panel);
      panel.remove();
    },
  };
}

/** On touch screens the keyboard would cover what the visitor came to read. */
function focusFirst(panel: HTMLElement, composer: Composer | undefined): void {
  const field = panel.querySelector<HTMLElement>('.gate input');
  if (matchMedia('(pointer: coarse)').matches) {
    panel.querySelector<HTMLElement>('.dialog')?.focus({ preventScroll: true });
  } else if (field) field.focus({ preventScroll: true });
  else composer?.focus();
}
