import type { Sitter, WouldSit } from '@induct/accreditation';
import type { Day } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { dayLookedAt, wouldSitView } from '../sit/would-sit.view';
import type { Entry, RegisterSettings } from './register.queries';

interface Looked {
  would: WouldSit;
  /** On which it was looked at who may sit. */
  day: Day;
  today: Day;
  /** Of the list of those who may no longer sit. */
  page: number;
}

/**
 * The day on which it is looked at who may sit. An accreditation alone keeps nobody from sitting: it is looked at on the first day
 * from which the law asks for the certificate, once that has been confirmed.
 */
export function dayOfEntry({ table, entry }: Entry, { editions }: Pick<RegisterSettings, 'editions'>, today: Day): Day {
  if (table === 'register_edition') return dayLookedAt(entry.startsOn, today);
  const asked = askedFrom(editions) ?? today;
  return dayLookedAt(entry.from > asked ? entry.from : asked, today);
}

/** The first day on which a confirmed register asks for the certificate; undefined: none does. */
function askedFrom(editions: RegisterSettings['editions']): Day | undefined {
  const statutory = editions.filter(({ mode, confirmedAt }) => mode === 'statutory' && confirmedAt);
  return statutory.map(({ startsOn }) => startsOn).toSorted()[0];
}

/** What follows for who may sit, before another officer confirms what was entered. */
export function entryFollowsView(
  { table, entry }: Entry,
  { bodies, editions }: Pick<RegisterSettings, 'bodies' | 'editions'>,
  { would, day, today, page }: Looked,
) {
  const nameOf = (id: string) => bodies.find((body) => body.id === id)?.name ?? '–';
  const view = wouldSitView(would, {
    from: table === 'register_edition' ? entry.startsOn : entry.from,
    day,
    today,
    noPlace: 'Has no place on it',
    bodies: { nameOf, page, href: (to) => `/admin/register/waiting/${entry.id}?page=${to}` },
  });
  const changed = new Set(differing(would));
  const isAsked = table === 'register_edition' || askedFrom(editions) !== undefined;
  return {
    ...view,
    ...(isAsked ? {} : { nobodyLost: NOT_ASKED, past: undefined }),
    seats: bodies.filter(({ id }) => changed.has(id)).map(({ id, name }) => `${name}: ${seatsWords(would, id)}.`),
    moreGained:
      view.gained.total > view.gained.rows.length
        ? `And ${counted(view.gained.total - view.gained.rows.length, 'more place', 'more places')}.`
        : undefined,
  };
}

const NOT_ASKED = 'Nothing changes: no register asks for the certificate yet.';

/** Bodies on which somebody may sit who may not as it is now, or the other way round. */
function differing({ before, after }: WouldSit): string[] {
  const key = ({ personId, bodyId }: Sitter) => `${personId} ${bodyId}`;
  const might = new Map(before.map((sitter) => [key(sitter), sitter.may]));
  return after.filter((sitter) => sitter.may !== might.get(key(sitter))).map(({ bodyId }) => bodyId);
}

/** `3 of the 11 people with a seat may sit, 9 as it is now`. */
function seatsWords({ before, after }: WouldSit, id: string): string {
  const seated = (of: readonly Sitter[]) => of.filter(({ bodyId, place }) => bodyId === id && place?.by === 'seat');
  const may = (of: readonly Sitter[]) => figure(seated(of).filter((sitter) => sitter.may).length);
  const all = counted(seated(after).length, 'person', 'people');
  return `${may(after)} of the ${all} with a seat may sit, ${may(before)} as it is now`;
}
