import {
  ARMS_CALLED,
  FRAME_CALLED,
  LANGUAGES,
  LANGUAGES_CALLED,
  LINE_RULE,
  PLACE_MEANS,
  READY_LINES,
  SHIPPED,
  type TemplateVersionEntity,
  TEXT_CALLED,
  TEXT_NAMES,
  TEXT_RULES,
} from '@induct/accreditation';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { fieldsOf, LINES } from './draft.form';
import { missingWords } from '../welsh-names/welsh-names.view';
import { EVERY_SCHEME } from './template.words';

/** The form of a draft, as it is kept. */
export function fieldsOfDraft({ template, fromDay }: Pick<TemplateVersionEntity, 'template' | 'fromDay'>): Fields {
  const [year, month, day] = fromDay?.split('-').map(Number) ?? [];
  return { ...fieldsOf(template, SHIPPED), 'from-day': day, 'from-month': month, 'from-year': year };
}

const options = (called: Readonly<Record<string, string>>) =>
  Object.entries(called).map(([value, text]) => ({ value, text }));

/** `{scheme} the name of the scheme, {edition} its edition` */
const placesWords = (places: readonly (keyof typeof PLACE_MEANS)[]) =>
  places.map((place) => `{${place}} for ${PLACE_MEANS[place]}`).join(', ');

function textOf(
  name: string,
  called: string,
  rule: (typeof TEXT_RULES)[keyof typeof TEXT_RULES],
  form: Fields,
  message: FormProblems['message'],
) {
  return {
    called,
    hint: `${rule.longest} characters or fewer.${rule.places.length > 0 ? ` You may write ${placesWords(rule.places)}.` : ''}`,
    isLong: rule.longest > 60,
    fields: LANGUAGES.map((language) => ({
      id: `${language}-${name}`,
      language,
      label: LANGUAGES_CALLED[language],
      about: `: ${called}`,
      shipped: (SHIPPED[language] as Record<string, unknown>)[name],
      value: form[`${language}-${name}`],
      error: message[`${language}-${name}`],
    })),
  };
}

interface Drafted {
  number: number;
  /** The revision that is kept now. */
  seen: number;
  /** What it is for; null: every scheme. */
  scheme: string | null;
  sentBack: string | undefined;
  /** Names without a Welsh one. */
  withoutWelsh: number;
}

export function draftView(
  { number, scheme, seen, sentBack, withoutWelsh }: Drafted,
  form: Fields,
  problems: FormProblems,
) {
  const flags = [form['flags']].flat();
  return {
    number,
    // What was read stays what was read, until a page has said that somebody else saved.
    seen: problems.message['draft'] ? seen : (form['seen'] ?? seen),
    href: `/admin/templates/${number}`,
    scheme: scheme ?? EVERY_SCHEME,
    sentBack,
    missingWords: missingWords(withoutWelsh),
    languages: options({ en: LANGUAGES_CALLED.en, cy: LANGUAGES_CALLED.cy, both: LANGUAGES_CALLED.both }),
    arms: options(ARMS_CALLED),
    frames: options(FRAME_CALLED),
    flags: [
      { value: 'seal', text: 'The seal', checked: flags.includes('seal') },
      { value: 'learningTime', text: 'The learning time', checked: flags.includes('learningTime') },
    ],
    texts: TEXT_NAMES.map((name) => textOf(name, TEXT_CALLED[name], TEXT_RULES[name], form, problems.message)),
    lines: LINES.map((at) => textOf(`line-${at}`, `Further line ${at}`, LINE_RULE, form, problems.message)),
    ready: READY_LINES,
    form,
    ...problems,
  };
}
