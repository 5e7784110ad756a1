import { randomUUID } from 'node:crypto';
import { TooNewToConfirm } from '@induct/people';
import { Awarding } from '../../../../test/support/awarding';
import { givenNames } from '../../../../test/support/given-history';
import { BODIES, REQUIREMENTS } from '../../../../test/support/random-history';
import { CORE_SKILLS } from '../tables/tables';
import { EntryNotFound, EntryWaits, OwnEntry } from './sitting.errors';
import { type NewEdition, StatutoryRegister } from './statutory-register.service';

describe('what two people enter of the register', () => {
  let awarding: Awarding;
  let { given, clock, database } = {} as Awarding;
  const [one, other, newcomer] = [randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    awarding = await Awarding.begin();
    ({ given, clock, database } = awarding);
    for (const id of [one, other]) await given.anOfficer(id);
    await given.anOfficer(newcomer, new Date('2026-11-24T09:00:00Z'));
    await givenNames(database.source);
  });
  afterAll(() => awarding?.end());
  beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

  const register = () => awarding.nest.get(StatutoryRegister);
  const VOLUNTARY: NewEdition = {
    mode: 'voluntary',
    startsOn: '2026-11-22',
    bodyIds: [BODIES[0]!],
    functions: 'Planning decisions',
    authority: 'The Secretary of State',
    words: 'Who has been trained.',
  };

  it('has no register until two people have said so, and then the one of the newest day, confirmed last', async () => {
    expect(await register().today()).toBeUndefined();
    const id = await register().propose(VOLUNTARY, one);
    await expect(register().propose({ ...VOLUNTARY, mode: 'statutory' }, other)).rejects.toThrow(EntryWaits);
    await expect(register().confirm('register_edition', id, one)).rejects.toThrow(OwnEntry);
    await expect(register().confirm('register_edition', id, newcomer)).rejects.toThrow(TooNewToConfirm);
    expect(await register().today()).toBeUndefined();
    await register().confirm('register_edition', id, other);
    await expect(register().confirm('register_edition', id, other)).rejects.toThrow(EntryNotFound);
    expect(await register().today()).toMatchObject({ id, mode: 'voluntary' });

    clock.advance(1000);
    const later = await register().propose({ ...VOLUNTARY, mode: 'statutory', startsOn: '2026-12-01' }, other);
    await register().confirm('register_edition', later, one);
    expect(await register().today()).toMatchObject({ mode: 'voluntary' });

    // Other words from today on take nothing from the day that is said already.
    clock.advance(1000);
    const words = await register().propose({ ...VOLUNTARY, startsOn: '2026-11-22', words: 'Better ones' }, other);
    await register().confirm('register_edition', words, one);
    expect(await register().today()).toMatchObject({ id: words, mode: 'voluntary' });
    clock.set('2026-12-01T00:00:00Z');
    expect(await register().today()).toMatchObject({ id: later, mode: 'statutory' });
    const again = await register().propose({ ...VOLUNTARY, mode: 'off', startsOn: '2026-12-01' }, other);
    await register().confirm('register_edition', again, one);
    expect(await register().today()).toMatchObject({ id: again, mode: 'off' });
    clock.advance(1000);
    const back = await register().propose({ ...VOLUNTARY, mode: 'statutory', startsOn: '2026-12-01' }, other);
    await register().confirm('register_edition', back, one);
    expect(await register().today()).toMatchObject({ id: back, mode: 'statutory' });
    const wrong = await register().propose({ ...VOLUNTARY, mode: 'off' }, one);
    await register().withdraw('register_edition', wrong, one);
    expect(await register().today()).toMatchObject({ mode: 'statutory' });
  });

  it('takes an accreditation by two, which takes the place of what was said of the same days', async () => {
    const entry = {
      schemeId: CORE_SKILLS,
      requirementId: null,
      kind: null,
      reference: 'A1',
      from: '2026-01-01',
      until: null,
    };
    const first = await register().accredit(entry, one);
    await expect(register().accredit(entry, one)).rejects.toThrow(EntryWaits);
    await register().confirm('statutory_accreditation', first, other);
    const ended = await register().accredit({ ...entry, until: '2026-12-01' }, other);
    expect(await register().accreditations()).toHaveLength(2);
    await register().confirm('statutory_accreditation', ended, one);
    expect((await register().accreditations()).map(({ id, until }) => [id, until])).toEqual([[ended, '2026-12-01']]);
  });

  it('is confirmed by one alone in no way', async () => {
    const id = await register().accredit(
      {
        schemeId: null,
        requirementId: REQUIREMENTS[0]!,
        kind: 'module',
        reference: 'B',
        from: '2026-01-01',
        until: null,
      },
      one,
    );
    const change = (set: string) =>
      database.source.query(`update statutory_accreditation set ${set} where id = '${id}'`);
    await expect(change(`confirmed_by = entered_by, confirmed_at = now()`)).rejects.toThrow('check');
    await expect(change(`during = '[2020-01-01,)'`)).rejects.toThrow('stays as it was entered');
    await expect(database.source.query(`delete from statutory_accreditation`)).rejects.toThrow(
      'stays as it was entered',
    );
    await expect(
      database.source.query(
        `insert into register_edition values ($1, 'statutory', '2020-01-01', '{}', '', '', '', $2, now(), $3, now())`,
        [randomUUID(), one, other],
      ),
    ).rejects.toThrow('another has to confirm');
    await register().withdraw('statutory_accreditation', id, other);
  });
});
