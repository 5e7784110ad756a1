import type { SignatoryInTime } from '@induct/accreditation';
import { onDay, periodInWords } from '@induct/people';
import { britishDate, type Day } from '@induct/platform';
import { lastDay } from '../council/days.form';
import { dayFields } from '../../forms/day-fields';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, wholeListView } from '../../lists/list';

const PLACES = { 1: 'First, on the left', 2: 'Second, on the right' } as const;

const PAST: readonly Column<SignatoryInTime>[] = [
  { head: 'Name', cell: ({ name, office }) => ({ text: name, classes: 'induct-breaks', more: office }) },
  { head: 'Signed', cell: (row) => periodInWords(row) },
];
const CORRECT: Column<SignatoryInTime> = {
  head: 'Change',
  cell: ({ id, name }) => ({ text: 'Correct', hidden: name, href: `/admin/signatories/${id}/correct` }),
};

const DONE: Record<string, string> = {
  added: 'They sign what is awarded from the first day on.',
  corrected: 'It is corrected. What was issued before keeps what is printed on it.',
  ended: 'Their time has an end now. What was issued stays as it is.',
};

/** One of those who sign or will. */
const card = (row: SignatoryInTime, today: Day) => {
  const { id, name, office, officeCy, picture, signature, place, from, until } = row;
  return {
    id,
    name,
    office,
    officeCy,
    picture,
    place: PLACES[place],
    signs: until === null && from > today ? `from ${britishDate(from)}` : periodInWords(row),
    signature: signature ? 'Drawn, as it ships with Induct' : 'A line to sign on',
    canEnd: until === null,
  };
};

/** @param about.today in London; `mayChange`: officers add and correct them */
export function signatoriesView(
  all: readonly SignatoryInTime[],
  { today, mayChange, done }: { today: Day; mayChange: boolean; done: unknown },
) {
  const past = all.filter(({ until }) => until !== null && until <= today);
  return {
    banner: typeof done === 'string' ? DONE[done] : undefined,
    /** As they stand on the paper, whoever of them has a last day. */
    now: all
      .filter((row) => onDay(row, today))
      .toSorted((a, b) => a.place - b.place)
      .map((row) => card(row, today)),
    toCome: all.filter(({ from }) => from > today).map((row) => card(row, today)),
    past: wholeListView(mayChange ? [...PAST, CORRECT] : PAST, past, 'Who signed before'),
    mayChange,
  };
}

/** The form, empty or as it was sent. @param before the entry that is corrected */
export function signatoryFormView(form: Fields, problems: FormProblems, before?: SignatoryInTime) {
  return {
    form,
    before: before && { id: before.id, name: before.name, picture: before.picture, signature: before.signature },
    ...problems,
  };
}

/** What is known, as the form's fields. */
export const fieldsOf = ({ name, office, officeCy, place, from, until }: SignatoryInTime): Fields => ({
  name,
  office,
  officeCy: officeCy ?? '',
  place: String(place),
  ...dayFields('from', from),
  ...dayFields('last', lastDay(until)),
});

export const endView = ({ id, name, from }: SignatoryInTime, form: Fields, problems: FormProblems) => ({
  id,
  name,
  since: britishDate(from),
  form,
  ...problems,
});
