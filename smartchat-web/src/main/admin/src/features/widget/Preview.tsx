import { MessageCircle, SendHorizontal, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { WidgetSettings } from '../../api/widget';
import styles from './Preview.module.css';
import { readableOn } from './settings';

/** The look of the widget with settings that are not saved yet; a picture, nothing in it works. */
export function Preview({ settings }: { settings: WidgetSettings }) {
  const colors = {
    '--brand': settings.primary_color,
    '--on-brand': readableOn(settings.primary_color),
  } as CSSProperties;
  const questions = settings.suggested_questions.filter((question) => question.trim());
  return (
    <figure className={styles.figure} aria-label="Preview of the widget">
      <div
        className={styles.stage}
        data-theme={settings.theme}
        data-position={settings.position}
        style={colors}
        inert
      >
        <div className={styles.window} dir={settings.language === 'ar' ? 'rtl' : 'ltr'}>
          <div className={styles.bar}>
            {settings.logo_url.startsWith('https://') && (
              <img src={settings.logo_url} alt="" width="24" height="24" />
            )}
            <strong>{settings.title || 'Chat'}</strong>
            <X />
          </div>
          <div className={styles.talk}>
            {settings.greeting && <p className={styles.theirs}>{settings.greeting}</p>}
            <ul className={styles.questions}>
              {questions.slice(0, 4).map((question, index) => (
                <li key={index}>{question}</li>
              ))}
            </ul>
          </div>
          <div className={styles.input}>
            <span>{settings.placeholder || 'Type your question'}</span>
            <SendHorizontal />
          </div>
        </div>
        <div className={styles.launcher}>
          <MessageCircle />
        </div>
      </div>
    </figure>
  );
}
