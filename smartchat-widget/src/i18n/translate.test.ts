import { describe, expect, it } from 'vitest';
import en from './en';
import { chooseLanguage, direction, LANGUAGES } from './language';
import { LAUNCHER_WORDS } from './launcher';
import { loadWords, translator, type Word } from './translate';

describe.each(LANGUAGES)('the words of %s', (language) => {
  it('are complete, filled and keep their places for numbers', async () => {
    const words = await loadWords(language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    for (const [word, text] of Object.entries(words)) {
      expect(text.trim(), word).not.toBe('');
      expect(text.includes('{n}'), word).toBe(en[word as Word].includes('{n}'));
    }
    expect(LAUNCHER_WORDS[language].every(Boolean)).toBe(true);
  });

  it('are not left in English', async () => {
    if (language === 'en') return;
    const words = await loadWords(language);
    const same = Object.entries(words).filter(
      ([word, text]) => text.length > 12 && text === en[word as Word],
    );
    expect(same).toEqual([]);
  });
});

describe('the language', () => {
  it('is the first wish that is known', () => {
    expect(chooseLanguage(undefined, '', 'auto', 'pt-BR', 'de-AT', 'fr')).toBe('de');
    expect(chooseLanguage('zh_Hant')).toBe('zh');
    expect(chooseLanguage('tlh')).toBe('en');
  });

  it('runs from right to left in Arabic only', () => {
    expect(LANGUAGES.filter((language) => direction(language) === 'rtl')).toEqual(['ar']);
  });
});

describe('an error', () => {
  it('is told in the words of the server where those can be read', async () => {
    expect(translator('en', en).error('busy', 'One at a time.')).toBe('One at a time.');
    const de = await loadWords('de');
    expect(translator('de', de).error('busy', 'One at a time.')).toBe(de['error.busy']);
    expect(translator('de', de).error('new_code', 'Something new.')).toBe('Something new.');
    expect(translator('de', de).error('new_code', '')).toBe(de['error.internal']);
  });
});
