import { text, type RawConfig } from '../embed/config';

/** The public fields of a tenant's widget settings, as far as the chat shows them. */
export interface Settings {
  title: string;
  greeting: string;
  logoUrl: string;
  placeholder: string;
  suggestedQuestions: string[];
  showSources: boolean;
  handoffMessage: string;
}

export function readSettings(config: RawConfig): Settings {
  const questions = config.suggested_questions;
  return {
    title: text(config, 'title'),
    greeting: text(config, 'greeting'),
    logoUrl: text(config, 'logo_url'),
    placeholder: text(config, 'placeholder'),
    suggestedQuestions: Array.isArray(questions)
      ? questions.filter((q): q is string => typeof q === 'string' && q.trim() !== '')
      : [],
    showSources: config.show_sources !== false,
    handoffMessage: text(config, 'handoff_message'),
  };
}
