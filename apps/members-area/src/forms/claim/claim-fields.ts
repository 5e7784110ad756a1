import { said } from '@induct/platform';
import type { AskedRequirement, ClaimKind } from '@induct/accreditation';
import type { Fields, FormProblems } from '../form-problems';
import { WORDS_LIMIT } from './claim.form';

/** How each kind is called in the form, and what to say of it. */
export type KindWords = Record<ClaimKind, { text: string; hint: string }>;

/** What of a requirement's ways only a person can accept. */
export const claimable = ({ ways }: Pick<AskedRequirement, 'ways'>): ClaimKind[] =>
  ways.flatMap(({ kind }) => (kind === 'module' || kind === 'attendance' ? [] : [kind]));

/** The form of a claim, with what was typed. */
export function claimFields(requirement: AskedRequirement, words: KindWords, form: Fields, problems: FormProblems) {
  const { slug, title } = requirement;
  return {
    slug,
    requirement: title,
    limit: WORDS_LIMIT,
    kinds: claimable(requirement).map((value) => ({
      value,
      text: said(words[value].text),
      hint: { text: said(words[value].hint) },
      checked: form.kind === value,
    })),
    form: { words: form.words },
    done: boxes('done', form, problems),
    until: boxes('until', form, problems),
    // A browser lets no page choose a file.
    chooseAgain: problems.errors !== undefined && form.file !== undefined,
    ...problems,
  };
}

const LABELS = { day: 'Day', month: 'Month', year: 'Year' } as const;

const boxes = (field: string, form: Fields, { message }: FormProblems) =>
  (['day', 'month', 'year'] as const).map((name) => ({
    name,
    label: said(LABELS[name]),
    value: form[`${field}-${name}`],
    classes: `govuk-input--width-${name === 'year' ? 4 : 2}${message[field] ? ' govuk-input--error' : ''}`,
  }));
