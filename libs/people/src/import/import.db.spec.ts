import { Announcements, AuditKey, type Sheet, verifyAuditTrail } from '@induct/platform';
import { PeopleTrial } from '../../../../test/support/people-trial';
import { Bodies } from '../council/bodies.service';
import { Elections } from '../council/elections.service';
import { Memberships } from '../council/memberships.service';
import { MembershipsChanged } from '../persons/people.events';
import { Applying } from './applying.service';
import { CouncilNowQueries } from './council-now.queries';
import type { ColumnMatching } from './reading/import-field';
import { MembershipChoices } from './membership-choices.service';
import { MembershipImports, type Understanding } from './membership-imports.service';

const TODAY = '2026-11-22';

let trial: PeopleTrial;
let officer: string;
let other: string;
let planning: string;
beforeAll(async () => {
  trial = await PeopleTrial.open();
  officer = (await trial.aPerson('officer')).id;
  other = (await trial.aPerson('officer')).id;
  planning = await trial.parts
    .get(Bodies)
    .add({ kind: 'committee', name: 'Planning Committee', from: '2009-05-01', by: null });
  await trial.parts.get(Bodies).add({ kind: 'group', name: 'Green Valleys', from: '2009-05-01', by: null });
  await trial.parts.get(Elections).hold({ kind: 'ordinary', heldOn: '2017-05-04', by: null });
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

const imports = () => trial.parts.get(MembershipImports);
const applying = () => trial.parts.get(Applying);
const now = () => trial.parts.get(CouncilNowQueries).read();

const sheet = (rows: readonly (readonly string[])[]): Sheet => ({
  name: '',
  rows: rows.map((cells, at) => ({ number: at + 1, cells: [...cells] })),
  more: false,
  hiddenRows: 0,
  hiddenColumns: [],
});
const COLUMNS: ColumnMatching = ['name', 'email', 'body', 'capacity', 'from'];
const HEADINGS = ['Name', 'Email', 'Committee', 'Role', 'From'];

async function previewed(rows: readonly (readonly string[])[], more: Partial<Understanding> = {}) {
  const id = await imports().take({ fileName: 'members.csv', sheets: [sheet([HEADINGS, ...rows])], by: officer });
  const wanted = { sheet: 0, columns: COLUMNS, day: TODAY, complete: false, bodyId: null, ...more };
  await imports().understand(id, wanted, officer);
  return await imports().find(id);
}
const apply = (one: { id: string; digest: string | null }, by = officer, leaveOut = false) =>
  applying().apply(one.id, { digest: one.digest!, leaveOut, by });
const rowsOf = async (id: string) => (await imports().rows(id, { limit: 100, offset: 0 })).rows;

describe('an import', () => {
  it('writes people, seats and who did it, and keeps its rows and not the file', async () => {
    const one = await previewed([
      ['Noor Nadeem', 'noor@northmoor.example', 'Planning Committee', 'Chair', '8 May 2017'],
      ['Bad Row', '', 'Planning Committee', '', ''],
    ]);
    expect(one).toMatchObject({ state: 'preview', counts: { problem: 1, new_person: 1 } });
    expect(await trial.people.findByEmail('noor@northmoor.example')).toBeUndefined();
    await expect(apply(one)).rejects.toMatchObject({ name: 'ProblemsNotAccepted' });
    expect(await trial.people.findByEmail('noor@northmoor.example')).toBeUndefined();
    expect(await apply(one, officer, true)).toBe('applied');
    const noor = (await trial.people.findByEmail('noor@northmoor.example'))!;
    expect(noor).toMatchObject({ name: 'Noor Nadeem', roles: ['member'] });
    expect((await now()).seats.filter(({ personId }) => personId === noor.id)).toMatchObject([
      { bodyId: planning, capacity: 'chair', from: '2017-05-08', until: null },
    ]);
    expect(await trial.audited(noor.id)).toMatchObject([
      { action: 'person.added', actor: officer, detail: { import: one.id } },
    ]);
    expect(await trial.audited(one.id)).toMatchObject([
      { action: 'membership-import.applied', detail: { counts: { problem: 1 } } },
    ]);
    expect(await imports().find(one.id)).toMatchObject({ state: 'applied', decidedBy: officer });
    expect((await rowsOf(one.id)).map(({ outcome, personId }) => [outcome, personId])).toEqual([
      ['problem', null],
      ['new_person', noor.id],
    ]);
    expect(await trial.rows('select sheets from membership_import where id = $1', [one.id])).toEqual([
      { sheets: null },
    ]);
    const key = trial.parts.get(AuditKey);
    expect((await verifyAuditTrail(trial.database.source.manager, key, [])).harm).toBeUndefined();
  });

  it('asks who is meant where two have one name, keeps the answer for the next upload, and writes it with the rest', async () => {
    const [one, two] = [await trial.aPerson('member'), await trial.aPerson('member')];
    for (const { id } of [one, two]) await trial.rows(`update person set name = 'Twice Named' where id = $1`, [id]);
    const choices = trial.parts.get(MembershipChoices);
    const rows = [
      ['Twice Named', '', 'Planning Committee', 'Chair', '8 May 2017'],
      ['Twice Named', '', 'Planning Committee', 'Substitute', '8 May 2018'],
      ['Nora Newcomer', 'nora@northmoor.example', 'Planning Committee', '', ''],
    ];
    const asked = await previewed(rows);
    expect(asked).toMatchObject({ asking: 2, firstAsking: 2, counts: { problem: 2, new_person: 1 } });
    const { judged, people } = await choices.row(asked.id, 2);
    expect(judged.couldBe.people.toSorted()).toEqual([one.id, two.id].toSorted());
    expect(people.map(({ email }) => email).toSorted()).toEqual([one.email, two.email].toSorted());
    const meant = (personId: string) => ({ personId, email: null });
    await expect(choices.choose(asked.id, 2, meant(officer), officer)).rejects.toMatchObject({ name: 'NotOneOfThem' });
    await expect(
      choices.choose(asked.id, 2, { personId: null, email: one.email.toUpperCase() }, officer),
    ).rejects.toMatchObject({ name: 'AddressBelongsTo' });
    await expect(choices.row(asked.id, 4)).rejects.toMatchObject({ name: 'RowAsksNobody' });
    expect(await choices.choose(asked.id, 2, meant(two.id), officer)).toBe(3);
    expect(await imports().find(asked.id)).toMatchObject({ asking: 1, firstAsking: 3, differ: 0 });
    expect((await now()).seats.filter(({ personId }) => [one.id, two.id].includes(personId))).toEqual([]);
    await expect(apply(asked)).resolves.toBe('differs');
    expect(await choices.choose(asked.id, 3, { personId: null, email: 'third@northmoor.example' }, officer)).toBeNull();
    await imports().discard(asked.id, officer);
    const again = await previewed([['Another Row', 'another@northmoor.example', '', '', ''], ...rows]);
    expect(again).toMatchObject({ asking: 0, firstAsking: null, counts: { new_person: 3, new_membership: 1 } });
    expect(await apply(again)).toBe('applied');
    const third = (await trial.people.findByEmail('third@northmoor.example'))!;
    expect(third.name).toBe('Twice Named');
    const sitting = (await now()).seats.map(({ personId, capacity }) => [personId, capacity]);
    expect(sitting).toEqual(
      expect.arrayContaining([
        [two.id, 'chair'],
        [third.id, 'substitute'],
      ]),
    );
    expect(sitting.flat()).not.toContain(one.id);
    const later = await previewed(rows);
    expect(later.counts).toEqual({ same: 3 });
  });

  it('gives nobody another role than that of a member', async () => {
    await apply(
      await previewed([['Tess Tester', 'tess@northmoor.example', 'Planning Committee', 'Officer', '']]),
      officer,
      true,
    );
    expect(await trial.people.findByEmail('tess@northmoor.example')).toBeUndefined();
    await apply(await previewed([['Tess Tester', 'tess@northmoor.example', 'Planning Committee', '', '']]));
    expect((await trial.people.findByEmail('tess@northmoor.example'))?.roles).toEqual(['member']);
  });

  it('is applied once, however often it is pressed and by how many', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      `Once ${'ABCDEFGH'[at % 8]}${at}x`,
      `once${at}@northmoor.example`,
      'Planning Committee',
      '',
      '',
    ]);
    const one = await previewed(rows);
    const heard: (readonly string[])[] = [];
    const announcements = trial.parts.get(Announcements, { strict: false });
    announcements.on(MembershipsChanged, (_, { personIds }) => Promise.resolve(void heard.push(personIds)));
    const tried = await Promise.allSettled([officer, other, officer, other].map((by) => apply(one, by)));
    expect(heard.map((ids) => [ids.length, ids.join() === ids.toSorted().join()])).toEqual([[40, true]]);
    const done = tried.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Error).name));
    expect(done.toSorted()).toEqual(['ImportIsDecided', 'ImportIsDecided', 'ImportIsDecided', 'applied']);
    expect(await trial.rows(`select count(*)::int as count from person where email like 'once%'`)).toEqual([
      { count: 40 },
    ]);
    expect((await trial.audited(one.id)).length).toBe(1);
  });

  it('of one list that two officers uploaded is written once; the other preview shows what differs', async () => {
    const row = ['Twice Uploaded', 'twice@northmoor.example', 'Planning Committee', '', ''];
    const [first, second] = [await previewed([row]), await previewed([row])];
    const done = await Promise.all([apply(first, officer), apply(second, other)]);
    expect(done.toSorted()).toEqual(['applied', 'differs']);
    const left = done[0] === 'differs' ? first : second;
    expect(await imports().find(left.id)).toMatchObject({ state: 'preview', differ: 1, counts: { same: 1 } });
    expect((await rowsOf(left.id))[0]).toMatchObject({
      outcome: 'same',
      saidBefore: ['new_person', expect.any(String), expect.any(String)],
    });
  });

  it('writes nothing when the council has changed, and says where', async () => {
    const { id: personId, email } = await trial.aPerson('member');
    const name = (await trial.people.find(personId))!.name;
    const one = await previewed([
      [name, email, 'Planning Committee', 'Chair', ''],
      ['Kept Out', 'kept@northmoor.example', 'Planning Committee', '', ''],
    ]);
    await trial.parts
      .get(Memberships)
      .join({ personId, bodyId: planning, capacity: 'member', from: '2025-05-19', by: other });
    expect(await apply(one)).toBe('differs');
    expect(await trial.people.findByEmail('kept@northmoor.example')).toBeUndefined();
    const [shown] = (await imports().rows(one.id, { differ: true, limit: 10, offset: 0 })).rows;
    expect(shown).toMatchObject({ outcome: 'moves', saidBefore: ['new_membership', expect.any(String)] });
    expect(await apply(await imports().find(one.id))).toBe('applied');
    expect(await trial.people.findByEmail('kept@northmoor.example')).toBeDefined();
  });

  it('waits for nobody who waits for it: people are given seats while a list is applied', async () => {
    const people = [];
    for (let nth = 0; nth < 8; nth += 1) people.push((await trial.aPerson('member')).id);
    const names = await trial.people.names(people);
    const one = await previewed(people.map((id) => [names.get(id)!, '', 'Planning Committee', 'Chair', '']));
    const seats = people.map((personId) =>
      trial.parts
        .get(Memberships)
        .join({ personId, bodyId: planning, capacity: 'member', from: '2025-05-19', until: '2025-06-01', by: other }),
    );
    const done = await Promise.allSettled([...seats.slice(0, 4), apply(one), ...seats.slice(4)]);
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 'fulfilled'));
  });

  it('is not a complete list while a row has a problem', async () => {
    const one = await previewed([['Nobody Known', '', 'Planning Committee', '', '']], { complete: true });
    await expect(apply(one, officer, true)).rejects.toMatchObject({ name: 'ProblemsInACompleteList' });
  });

  it('can be discarded, and is then over', async () => {
    const one = await previewed([['Noor Nadeem', '', 'Planning Committee', '', '']]);
    await imports().discard(one.id, officer);
    await expect(apply(one)).rejects.toMatchObject({ name: 'ImportIsDecided' });
    await expect(imports().toMatch(one.id)).rejects.toMatchObject({ name: 'ImportIsDecided' });
  });

  it('remembers how the columns were understood, and forgets what nobody accepted', async () => {
    const rows = [
      ['Name', 'Name'],
      ['Planning', 'Ann Lee'],
    ];
    const take = () => imports().take({ fileName: 'two-names.csv', sheets: [sheet(rows)], by: officer });
    const first = await take();
    expect((await imports().toMatch(first))[0]).toMatchObject({
      columns: [null, null],
      isRemembered: false,
      asked: [{ field: 'name', columns: [0, 1] }],
    });
    await imports().understand(
      first,
      { sheet: 0, columns: ['body', 'name'], day: TODAY, complete: false, bodyId: null },
      officer,
    );
    trial.clock.set(new Date('2026-12-23T09:00:00Z'));
    const second = await take();
    expect((await imports().toMatch(second))[0]).toMatchObject({
      columns: ['body', 'name'],
      isRemembered: true,
      asked: [],
    });
    await expect(imports().find(first)).rejects.toMatchObject({ name: 'ImportNotFound' });
  });

  it('of 5,001 rows is refused, of 5,000 is written in seconds', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => [
        `Large ${at}`,
        `large${at}@northmoor.example`,
        'Planning Committee',
        '',
        '',
      ]);
    await expect(previewed(rows(5001))).rejects.toMatchObject({ name: 'TooManyRows' });
    const one = await previewed(rows(5000));
    const before = performance.now();
    expect(await apply(one)).toBe('applied');
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(
      await trial.rows(`select count(*)::int as count from membership m join person p on p.id = m.person_id
      where p.email like 'large%'`),
    ).toEqual([{ count: 5000 }]);
  });
});
