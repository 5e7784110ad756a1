import type { RegisterEdition, RegisterMode } from '@induct/accreditation';
import { registerSettingsView } from './register.view';

const edition = (mode: RegisterMode, startsOn: string, confirmed: string | null): RegisterEdition => ({
  id: `${mode} ${startsOn}`,
  mode,
  startsOn,
  bodyIds: [],
  functions: '',
  authority: '',
  words: '',
  enteredBy: 'one',
  enteredAt: new Date('2026-11-01'),
  confirmedAt: confirmed === null ? null : new Date(confirmed),
});
/** As the database has them: what waits, then the newest. */
const editions = [
  edition('off', '2027-06-01', null),
  edition('statutory', '2027-01-01', '2026-11-20'),
  edition('off', '2027-02-01', '2026-11-15'),
  edition('voluntary', '2027-01-01', '2026-11-10'),
  edition('voluntary', '2026-08-02', '2026-08-01'),
];
const coming = (today: RegisterEdition | undefined) =>
  registerSettingsView(
    { today, editions, accreditations: [], trainings: [], bodies: [], waiting: [], people: new Map() } as never,
    'one',
    undefined,
  ).coming.map((line) => line.slice(0, 29));

it('says what the register will be, each day once as it was confirmed last, the first day first', () => {
  expect(coming(editions.at(-1))).toEqual(['From 1 January 2027: Statutor', 'From 1 February 2027: Off: th']);
});

it('says so too where there is no register yet', () => {
  expect(coming(undefined)).toHaveLength(3);
});
