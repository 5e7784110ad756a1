import type { Template, TemplateWords } from '../certificate/template';
import { LINE_RULE, MOST_LINES, TEXT_NAMES, TEXT_RULES } from './text-rules';
import { textProblem } from './text-problem';

export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of a text: `en-heading`, `cy-line-1` (from 1). */
export interface TemplateProblem {
  field: string;
  text: string;
}

/** The languages that a template prints, the one that stands first before the other. */
export const languagesOf = ({ layout }: Pick<Template, 'layout'>): readonly Language[] =>
  layout.languages === 'both' ? ['cy', 'en'] : [layout.languages];

/** Everything that keeps a template from being printed, text by text, in the languages that it asks for. */
export const templateProblems = (template: Template): TemplateProblem[] =>
  languagesOf(template).flatMap((language) => wordsProblems(language, template.words[language]));

/** @param words undefined: nothing was written */
export function wordsProblems(language: Language, words: TemplateWords | undefined): TemplateProblem[] {
  const texts = TEXT_NAMES.map((name) => {
    const text = words?.[name] ?? '';
    return {
      field: `${language}-${name}`,
      text: text === '' ? 'Write this text' : textProblem(text, TEXT_RULES[name]),
    };
  });
  const lines = (words?.lines ?? []).map((line, at) => ({
    field: `${language}-line-${at + 1}`,
    text: at < MOST_LINES ? textProblem(line, LINE_RULE) : `Write ${MOST_LINES} further lines or fewer`,
  }));
  return [...texts, ...lines].filter((one): one is TemplateProblem => one.text !== undefined);
}
