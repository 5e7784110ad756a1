import { said } from '@induct/platform';
import type { AskedRequirement, ClaimKind } from '@induct/accreditation';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { WORDS_LIMIT } from './claim.form';
import { KINDS } from './claim.words';

/** The form of a claim, with what was typed. */
export function claimView({ slug, title, ways }: AskedRequirement, form: Fields, problems: FormProblems) {
  const kinds = ways.flatMap(({ kind }) => (kind === 'module' || kind === 'attendance' ? [] : [kind]));
  return {
    slug,
    requirement: title,
    limit: WORDS_LIMIT,
    kinds: kinds.map((value: ClaimKind) => ({
      value,
      text: said(KINDS[value].text),
      hint: { text: said(KINDS[value].hint) },
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
