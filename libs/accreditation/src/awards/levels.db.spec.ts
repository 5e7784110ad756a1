import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { dayInLondon, Transactions } from '@induct/platform';
import { type SeveralSchemes, severalSchemes } from '../../../../test/support/several-schemes';
import { WhatIsAskedQueries } from '../asked/what-is-asked.queries';
import { IssuingByHand } from '../by-hand/issuing-by-hand.service';
import { CORE_SKILLS } from '../tables/tables';

describe('several schemes', () => {
  let { awarding, conduct, planningModule, adopted, awardsOf, requirementOf, takesAgain } = {} as SeveralSchemes;

  beforeAll(async () => {
    ({ awarding, conduct, planningModule, adopted, awardsOf, requirementOf, takesAgain } = await severalSchemes());
  });
  afterAll(() => awarding?.end());
  beforeEach(() => awarding.clock.set('2026-11-22T14:32:00Z'));

  it('are awarded in the transaction that completes the last requirement, levels with what is below them', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, planningModule);
    expect(await awardsOf(person)).toEqual([]);
    await awarding.complete(person, conduct);
    expect(await awardsOf(person)).toEqual([
      { slug: 'chair', period: 1, until: null, titles: ['Core skills'] },
      { slug: 'core-skills', period: 1, until: '2030-11-22', titles: ['The code of conduct'] },
      { slug: 'planning', period: 1, until: '2027-11-22', titles: ['Core skills', 'Planning for committee members'] },
    ]);
  });

  it('count one below them that an officer has still to issue, which is said to be earned only', async () => {
    const issuedBy = (who: string) =>
      awarding.database.source.query('update scheme set issued_by = $1 where id = $2', [who, CORE_SKILLS]);
    await issuedBy('officer');
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    const levels = async () =>
      (await awarding.nest.get(WhatIsAskedQueries).of(person)).levels.map(({ name, state, missing }) => [
        name,
        state,
        missing,
      ]);
    expect(await levels()).toEqual(
      expect.arrayContaining([
        ['Core skills', 'waiting', undefined],
        ['planning', 'open', '“Planning for committee members”'],
      ]),
    );
    await awarding.complete(person, planningModule);
    expect(await levels()).toEqual(
      expect.arrayContaining([
        ['Core skills', 'waiting', undefined],
        ['planning', 'valid', undefined],
      ]),
    );
    await issuedBy('system');
  });

  it('cost no round trip more than one: one where nothing is earned', async () => {
    const person = await awarding.given.aMember();
    await awarding.given.hasCompleted(person, planningModule);
    let asked = 0;
    await awarding.nest.get(Transactions).run(async (tx) => {
      // All of the connection's, whether TypeORM sends them, or they are prepared or sent together.
      const spy = jest.spyOn((await tx.queryRunner!.connect()) as Client, 'query');
      await awarding.awards.consider(tx, person, awarding.clock.now());
      asked = spy.mock.calls.length;
      spy.mockRestore();
    });
    expect(asked).toBe(1);
  });

  it('are renewed by the module taken again in the window, following the old last day', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    awarding.clock.set('2027-09-21T10:00:00Z');
    await takesAgain(person, planningModule);
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([]);
    awarding.clock.set('2027-10-01T10:00:00Z');
    await takesAgain(person, planningModule);
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([
      { slug: 'planning', period: 2, until: '2028-11-22', titles: ['Core skills', 'Planning for committee members'] },
    ]);
    expect(dayInLondon(awarding.clock.now())).toBe('2027-10-01');
  });

  it('count no completion that an officer has still to look at', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    awarding.clock.set('2027-10-01T10:00:00Z');
    await awarding.given.takesAgain(person, planningModule, awarding.clock.now(), { doubted: true });
    await awarding.nest.get(Transactions).run((tx) => awarding.awards.consider(tx, person, awarding.clock.now()));
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([]);
  });

  it('are awarded when less is asked for than before, also where a rule asks for more than core skills', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    const before = await awardsOf(person);
    const licensing = await awarding.given.aPublishedCoreModule('Licensing');
    await awarding.awards.considerOverdue();
    await adopted('both', { all: [{ core: true }, { need: await requirementOf(conduct) }] }, null);
    expect(await awarding.awards.considerOverdue()).toBe(0);
    await awarding.database.source.query('update course set core = false where id = $1', [licensing]);
    expect(await awarding.awards.considerOverdue()).toBeGreaterThan(0);
    expect(await awardsOf(person)).toHaveLength(before.length + 1);
    expect(await awarding.awards.considerOverdue()).toBe(0);
  });

  it('come with one below them that two officers issue by hand', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    for (const id of [first, second]) await awarding.given.anOfficer(id);
    const person = await awarding.given.aMember();
    await awarding.complete(person, planningModule);
    const byHand = awarding.nest.get(IssuingByHand);
    const shown = { shown: 'The course of the county', reason: 'The paper is in the office', achievedOn: '2026-05-18' };
    await byHand.confirm(
      await byHand.propose({ personId: person, schemeId: CORE_SKILLS, by: first, ...shown }),
      second,
    );
    expect((await awardsOf(person)).map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['core-skills', 'planning']),
    );
  });

  it('keep what was adopted as it is, whoever writes', async () => {
    for (const change of [
      `update scheme_version set validity_months = 1`,
      `delete from scheme_version`,
      `truncate scheme_version cascade`,
    ])
      await expect(awarding.database.asOwner(change)).rejects.toThrow(/stays as it is|permission/);
  });
});
