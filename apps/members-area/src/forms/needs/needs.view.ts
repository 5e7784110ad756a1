import { ACCESS_NAMES, ACCESS_NEEDS, DIET_NAMES, DIETS, type SaidNeeds } from '@induct/events';
import { readerDate, said } from '@induct/platform';
import type { Fields, FormProblems } from '../form-problems';
import { MORE_LIMIT } from './needs.form';

/** The form in which somebody says what they need, with what they have said. */
export function needsView(known: SaidNeeds | undefined, sent: Fields | undefined, problems: FormProblems) {
  const form: Fields = sent ?? { ...known?.needs, kept: known?.kept ? 'yes' : undefined };
  const chosen = (field: string) => new Set<unknown>([form[field] ?? []].flat());
  const [diets, access] = [chosen('diets'), chosen('access')];
  return {
    diets: DIETS.map((value) => ({ value, text: said(DIET_NAMES[value]), checked: diets.has(value) })),
    access: ACCESS_NEEDS.map((value) => ({ value, text: said(ACCESS_NAMES[value]), checked: access.has(value) })),
    said: known && { on: readerDate(known.changedAt), kept: known.kept, isLost: known.needs === undefined },
    limit: MORE_LIMIT,
    form,
    ...problems,
  };
}
