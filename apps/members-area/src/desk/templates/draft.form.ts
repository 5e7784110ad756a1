import {
  type Language,
  LANGUAGES,
  LANGUAGES_CALLED,
  languagesOf,
  MOST_LINES,
  type Template,
  type TemplateWords,
  TEXT_CALLED,
  TEXT_NAMES,
  tidied,
  wordsProblems,
} from '@induct/accreditation';
import { z } from 'zod';
import { aDayOrNone, formOf } from '../../forms/form-of';
import type { Fields } from '../../forms/form-problems';

const FLAGS = ['seal', 'learningTime'] as const;
export const LINES = Array.from({ length: MOST_LINES }, (_, at) => at + 1);

/** A field of a text: `cy-heading`, `en-line-1`. */
const fieldName = (language: Language, name: string) => `${language}-${name}`;

/** What a text is called: `Heading, in Welsh`. */
const calledOf = (language: Language, name: string): string => {
  const called = (TEXT_CALLED as Record<string, string>)[name] ?? `Further line ${name.replace('line-', '')}`;
  return `${called}, in ${LANGUAGES_CALLED[language]}`;
};

function wordsIn(form: Fields, language: Language): TemplateWords {
  const text = (name: string) => {
    const typed = form[fieldName(language, name)];
    return typeof typed === 'string' ? tidied(typed) : '';
  };
  const texts = Object.fromEntries(TEXT_NAMES.map((name) => [name, text(name)])) as Omit<TemplateWords, 'lines'>;
  return { ...texts, lines: LINES.map((at) => text(`line-${at}`)) };
}

/** What a form holds that shows a template; what it has not in a language, as it was shipped. */
export const fieldsOf = ({ layout, words }: Template, shipped: Required<Template['words']>): Fields => ({
  languages: layout.languages,
  arms: layout.arms,
  frame: layout.frame,
  flags: FLAGS.filter((flag) => layout[flag]),
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const { lines, ...texts } = words[language] ?? shipped[language]!;
      const named = [...Object.entries(texts), ...lines.map((line, at) => [`line-${at + 1}`, line] as const)];
      return named.map(([name, text]) => [fieldName(language, name), text]);
    }),
  ),
});

const Languages = z.enum(['en', 'cy', 'both'], 'Select the languages');
const Choices = formOf({
  from: aDayOrNone('The day'),
  languages: Languages,
  arms: z.enum(['none', 'centre', 'left'], 'Select where the council’s arms stand'),
  frame: z.enum(['ornate', 'plain'], 'Select a frame'),
  flags: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .optional()
    .default([]),
});

/**
 * A template as it was typed. Texts of a language that is not printed are kept when nothing is wrong with them, so that
 * whoever turns it on again finds them.
 */
export const DraftForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as Fields;
  const read = Choices.safeParse(form);
  for (const issue of read.error?.issues ?? []) context.addIssue({ ...issue, code: 'custom' });
  // Something else may be wrong: the texts of these languages are looked at all the same.
  const languages = Languages.catch('en').parse(form['languages']);
  const { from = null, arms = 'none', frame = 'ornate', flags = [] } = read.data ?? {};
  const layout = { languages, arms, frame, seal: flags.includes('seal'), learningTime: flags.includes('learningTime') };
  const words: Template['words'] = {};
  for (const language of LANGUAGES) {
    const typed = wordsIn(form, language);
    const problems = wordsProblems(language, typed);
    if (languagesOf({ layout }).includes(language))
      for (const { field, text } of problems)
        context.addIssue({ code: 'custom', path: [field], message: `${calledOf(language, field.slice(3))}: ${text}` });
    else if (problems.length > 0) continue;
    words[language] = { ...typed, lines: typed.lines.filter((line) => line !== '') };
  }
  const seen = Number(form['seen']) || undefined;
  return { seen, fromDay: from, template: { layout, words } satisfies Template };
});
