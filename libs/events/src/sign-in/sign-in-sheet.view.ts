import { britishTimeAndDate, counted, figure } from '@induct/platform';
import { daysOf, timesOfDay, weekdayAndDate } from '../times/session-times';
import { EMPTY_LINES, type SignInFacts } from './sign-in-facts';

/** What its template may print: strings, and lists of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council title when where bring asOf about over caption',
    'parts parts.head parts.times',
    'cells cells.name cells.group cells.begins cells.beginsEmpty',
  ].flatMap((names) => names.split(' ')),
);

type Part = SignInFacts['parts'][number];

/** A template repeats on one level only: so its cells follow each other, and the first of each row begins it. @param at when it is printed */
export function signInView(facts: SignInFacts, council: string, at: Date) {
  const { title, place, onlineUrl, bring, parts, rows } = facts;
  const columns = columnsOf(parts);
  const row = (begins: '' | 'yes', { name, group }: { name: string; group: string }) =>
    columns.map((_, nth) => ({
      name,
      group,
      begins: nth === 0 ? begins : '',
      beginsEmpty: nth === 0 && begins === '' ? 'yes' : '',
    }));
  return {
    council,
    title,
    when: daysOf(parts)
      .map(({ on }) => weekdayAndDate(on))
      .join('\n'),
    where: place ?? (onlineUrl === null ? '' : 'Online'),
    bring: bring ? `To bring: ${bring}` : '',
    asOf: `Sign-in sheet, as of ${britishTimeAndDate(at)}`,
    about: 'Please sign in each part that you are at. Whoever is not in the list signs below it.',
    over: facts.over ? overWords(facts.over) : '',
    caption: 'Everybody who may come',
    parts: columns,
    cells: [
      ...rows.flatMap(({ name, group }) => row('yes', { name, group: group ?? '' })),
      ...Array.from({ length: EMPTY_LINES }, () => row('', { name: '', group: '' })).flat(),
    ],
  };
}

/** For whoever sets the chairs. */
export const overWords = ({ people, places }: NonNullable<SignInFacts['over']>): string =>
  `${counted(people, 'person has', 'people have')} a place or ${people === 1 ? 'is' : 'are'} there already: ${figure(people - places)} more than there are places (${figure(places)}).`;

/** One to sign in where no part is planned yet. */
function columnsOf(parts: readonly Part[]): { head: string; times: string }[] {
  if (parts.length === 0) return [{ head: 'Signature', times: '' }];
  const days = new Set(parts.map(({ on }) => on)).size;
  return parts.map((part) => ({
    head: parts.length === 1 ? 'Signature' : `Part ${part.number}`,
    times: [days > 1 ? weekdayAndDate(part.on) : '', timesOfDay([part])].filter(Boolean).join(', '),
  }));
}
