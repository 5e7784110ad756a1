import type { Accreditation, BodyTraining, RegisterEdition, RegisterMode } from '@induct/accreditation';
import { periodInWords } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { type Column, wholeListView } from '../../lists/list';
import type { Entry, NamedBody, RegisterSettings } from './register.queries';

export const MODE_NAMES: Record<RegisterMode, string> = {
  off: 'Off: there is no register',
  voluntary: 'Voluntary: the council publishes it of its own accord, and nobody is kept from sitting',
  statutory: 'Statutory: the law asks for the certificate',
};

const KIND_NAMES = { module: 'the module', outside_certificate: 'a certificate from elsewhere' } as const;

const accredited = ({ title, kind }: Accreditation) =>
  kind ? `${title}, by ${KIND_NAMES[kind]}` : `${title}, the scheme`;

const names = (ids: readonly string[], bodies: readonly NamedBody[]) =>
  bodies.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

/** An edition of the register as rows of a summary. */
const editionRows = (edition: RegisterEdition, bodies: readonly NamedBody[]) =>
  [
    ['It is', MODE_NAMES[edition.mode]],
    ['From', britishDate(edition.startsOn)],
    ['Bodies', names(edition.bodyIds, bodies).join(', ') || 'None'],
    ['About', edition.functions || 'Nothing said'],
    ['Accredited by', edition.authority || 'Nobody named'],
    ['Words about it', edition.words || 'None'],
  ].map(([key, value]) => ({ key: { text: key }, value: { text: value } }));

const accreditationRows = (entry: Accreditation) =>
  [
    ['Accredited', accredited(entry)],
    ['Reference', entry.reference],
    ['Certificates of', periodInWords(entry)],
  ].map(([key, value]) => ({ key: { text: key }, value: { text: value } }));

/** What waits, as the page about it shows it. */
export function entryView({ table, entry }: Entry, { bodies, names: people }: RegisterSettings, reader: string) {
  return {
    id: entry.id,
    title: table === 'register_edition' ? 'Another register' : 'An accreditation',
    rows: table === 'register_edition' ? editionRows(entry, bodies) : accreditationRows(entry),
    by: people.get(entry.enteredBy) ?? 'Somebody',
    at: britishTimeAndDate(entry.enteredAt),
    isMine: entry.enteredBy === reader,
  };
}

const ACCREDITED: readonly Column<Accreditation>[] = [
  { head: 'Accredited', cell: (row) => ({ text: accredited(row), classes: 'induct-breaks' }) },
  { head: 'Reference', cell: ({ reference }) => ({ text: reference, classes: 'induct-breaks' }) },
  { head: 'Certificates of', cell: (row) => periodInWords(row) },
];

const asks = (bodies: readonly NamedBody[]): readonly Column<BodyTraining>[] => [
  {
    head: 'Body',
    cell: ({ bodyId }) => ({ text: names([bodyId], bodies)[0] ?? '–', classes: 'induct-breaks' }),
  },
  { head: 'Asks', cell: ({ title }) => ({ text: title, classes: 'induct-breaks' }) },
  { head: 'Of meetings', cell: (row) => periodInWords(row) },
  {
    head: 'Change',
    cell: ({ id, until }) => (until === null ? { text: 'Ask no more', href: `/admin/register/asked/${id}` } : '–'),
  },
];

const DONE: Record<string, string> = {
  edition: 'It is entered. Another officer has to confirm it.',
  accreditation: 'It is entered. Another officer has to confirm it.',
  asked: 'It is asked from that day on.',
  ended: 'It is asked no more from that day on.',
  confirmed: 'It is confirmed, and counts from its first day on.',
  withdrawn: 'It is withdrawn.',
};

/** What the register will be: of several of one day the one confirmed last counts, the first day first. */
function comingIn({ editions, today }: Pick<RegisterSettings, 'editions' | 'today'>): RegisterEdition[] {
  const later = editions.filter(({ confirmedAt, startsOn }) => confirmedAt && (!today || startsOn > today.startsOn));
  // The newest is the first of them.
  const counts = later.filter((one, at) => later.findIndex(({ startsOn }) => startsOn === one.startsOn) === at);
  return counts.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** Everything the page of the settings shows. */
export function registerSettingsView(settings: RegisterSettings, reader: string, done: unknown) {
  const { today, accreditations, trainings, bodies, waiting } = settings;
  const mine = accreditations.filter(({ confirmedAt }) => confirmedAt !== null);
  return {
    banner: typeof done === 'string' ? DONE[done] : undefined,
    waiting: waiting.map((one) => ({
      ...entryView(one, settings, reader),
      href: `/admin/register/waiting/${one.entry.id}`,
    })),
    isOff: !today || today.mode === 'off',
    rows: today && editionRows(today, bodies),
    coming: comingIn(settings).map(({ mode, startsOn }) => `From ${britishDate(startsOn)}: ${MODE_NAMES[mode]}`),
    accreditations: wholeListView(ACCREDITED, mine, 'What the authority has accredited'),
    asks: wholeListView(asks(bodies), trainings, 'What bodies ask of whoever sits on them'),
  };
}
