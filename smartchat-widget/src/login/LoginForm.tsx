import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatController, LoginProblem } from '../chat/controller';

/** Signs the visitor in with the site's own account, through SmartChat's server. */
export function LoginForm({ chat }: { chat: ChatController }) {
  const { t } = chat;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LoginProblem>();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => email.current?.focus({ preventScroll: true }), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const account = email.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    if (busy || !account || !secret) return;
    setBusy(true);
    const found = await chat.signIn(account, secret);
    setBusy(false);
    setProblem(found);
    if (found && password.current) {
      password.current.value = '';
      password.current.focus();
    }
  };

  return (
    <form class="gate login" onSubmit={(event) => void submit(event)} aria-labelledby="login-title">
      <h3 id="login-title">{t('loginTitle')}</h3>
      <p>{chat.loginEnded ? t('loginAgain') : t('loginText')}</p>
      <label>
        {t('email')}
        <input
          ref={email}
          type="text"
          inputMode="email"
          name="email"
          autocomplete="username"
          autocapitalize="none"
          required
          dir="ltr"
        />
      </label>
      <label>
        {t('password')}
        <input
          ref={password}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          dir="ltr"
          aria-invalid={problem === 'wrongLogin'}
        />
      </label>
      <p class="problem" role="alert">
        {problem && t(problem)}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {t(busy ? 'signingIn' : 'signIn')}
      </button>
    </form>
  );
}
