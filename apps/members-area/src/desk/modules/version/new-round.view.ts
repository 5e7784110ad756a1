import { dayInLondon } from '@induct/platform';
import { USUAL_CHECKLIST } from '@induct/steering';
import type { FormProblems } from '../../../forms/form-problems';
import type { NewRoundFields } from './new-round.form';
import { versionHref } from '../version-href';
import type { VersionPage } from './version.queries';

const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

/** What is usual: two weeks, as few sign-offs as the council asks for, the steering group's checklist. */
export function firstRoundFields(now: Date, least: number): NewRoundFields {
  const [year, month, day] = dayInLondon(new Date(now.getTime() + TWO_WEEKS))
    .split('-')
    .map(Number);
  return {
    'deadline-day': String(day),
    'deadline-month': String(month),
    'deadline-year': String(year),
    quorum: String(least),
    focus: '',
    checklist: USUAL_CHECKLIST.join('\n'),
  };
}

export function newRoundView(
  version: VersionPage,
  testers: readonly { id: string; name: string; group: string | null }[],
  form: NewRoundFields,
  problems: FormProblems,
  least: number,
) {
  const chosen = new Set([form.testers ?? []].flat());
  return {
    ...problems,
    module: { title: version.course.title },
    version: { number: version.number, href: versionHref(version) },
    testers: testers.map(({ id, name, group }) => ({
      value: id,
      text: name,
      checked: chosen.has(id),
      ...(group && { hint: { text: group } }),
    })),
    deadline: ['day', 'month', 'year'].map((name) => ({
      name,
      value: form[`deadline-${name}` as 'deadline-day'] ?? '',
      classes: `govuk-input--width-${name === 'year' ? 4 : 2}${problems.message.deadline ? ' govuk-input--error' : ''}`,
    })),
    form,
    least,
    tooFew: testers.length < least,
  };
}
