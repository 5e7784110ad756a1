import { Leaving, Memberships } from '@induct/people';
import { Transactions } from '@induct/platform';
import { aPerson } from '../../../../test/support/given-person';
import { FIRST_DAY, inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { WhatIsAskedQueries } from '../asked/what-is-asked.queries';
import { Revocations } from '../acts/revocations.service';
import { Suspensions } from '../suspensions/suspensions.service';
import { CORE_SKILLS } from '../tables/tables';
import { Withdrawals } from '../withdrawals/withdrawals.service';
import { Due } from './due.queries';
import { Mandates } from './mandates.service';

const council = inACouncilThatAsks();
const { ask, asked, elect, lettersTo, look, mandate, member, part, proposed, seat, subjectsTo } = council;
const INDUCTION = {
  who: 'role',
  role: 'member',
  bodyId: null,
  anchor: 'takes_office',
  count: 28,
  requirementId: null,
  schemeId: CORE_SKILLS,
  title: 'Induction',
} as const;

describe('what is asked of a person', () => {
  it('is made when a second person has adopted the mandate, and is due before they first sit', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    const { id } = await part(Mandates).propose(proposed({ beforeSitting: true }));
    await look();
    expect(await asked(ada)).toEqual([]);
    await expect(part(Mandates).adopt(id, council.officer)).rejects.toThrow('');
    await part(Mandates).adopt(id, council.second);
    await look();
    expect(await asked(ada)).toEqual([{ since: '2026-11-23', due: '2026-11-23', met: null, closed: null }]);
    expect(await part(Due).of(ada)).toMatchObject([{ title: 'Planning training', dueOn: '2026-11-23', minutes: 25 }]);
  });

  it('follows the seat: put right, ended, and for a new term asked anew', async () => {
    const ada = await member();
    const id = await seat(ada, '2026-11-25');
    await mandate({ count: 7 });
    await look();
    const correct = {
      capacity: 'member',
      from: '2026-12-01',
      until: null,
      by: council.officer,
      reason: 'The minutes',
    } as const;
    const now = await part(Memberships).correct({ ...correct, membershipId: id });
    await look();
    expect(await asked(ada)).toEqual([{ since: '2026-12-01', due: '2026-12-08', met: null, closed: null }]);
    await part(Memberships).end({ membershipId: now, until: '2026-12-10', by: council.officer });
    await look('2026-12-09T23:59:59Z');
    expect((await asked(ada))[0]!.closed).toBeNull();
    // Midnight in London, and nobody acts.
    await look('2026-12-10T00:00:00Z');
    expect((await asked(ada))[0]!.closed).toBe('2026-12-10');
  });

  it('is one for each term, of whoever is re-elected', async () => {
    const ada = await member();
    await elect(ada, '2026-11-01', '2026-12-01');
    await mandate({ who: 'role', role: 'member', bodyId: null, anchor: 'takes_office', count: 28, from: '2026-11-01' });
    await look();
    await elect(ada, '2026-12-01');
    await look('2026-12-01T09:00:00Z');
    expect(await asked(ada)).toEqual([
      { since: '2026-11-01', due: '2026-11-29', met: null, closed: '2026-12-01' },
      { since: '2026-12-01', due: '2026-12-29', met: null, closed: null },
    ]);
  });

  it('is met by the commit that completes it, on the same day too, and by what was learned before unless it is asked anew', async () => {
    const [ada, bea] = [await member(), await member('Bea')];
    await seat(ada, '2026-11-23');
    await mandate();
    await look();
    await council.awarding.complete(ada, council.course);
    expect(await part(Due).of(ada)).toEqual([]);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22', closed: null }]);
    await council.awarding.complete(bea, council.course);
    await seat(bea, '2026-11-23');
    await mandate({ anew: true, title: 'Again' });
    await look();
    const open = await ask('select from obligation where person_id = $1 and met_on is null', [bea]);
    expect([(await asked(bea)).length, open.length]).toEqual([2, 1]);
    expect(await part(Due).of(bea)).toMatchObject([
      { title: 'Again', needs: [council.requirement], modules: [expect.any(String)], minutes: 25 },
    ]);
  });

  it('is met, and not closed, for whoever completes it and leaves the committee on the same day', async () => {
    const ada = await member();
    const id = await seat(ada, '2026-11-20');
    await mandate();
    await look();
    await council.awarding.complete(ada, council.course);
    await part(Memberships).end({ membershipId: id, until: '2026-11-23', by: council.officer });
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22', closed: null }]);
  });

  it('is open again when what met it is withdrawn', async () => {
    const ada = await member();
    await seat(ada, '2026-11-20');
    await mandate();
    await council.awarding.complete(ada, council.course);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-22' }]);
    const [evidence] = await part(Withdrawals).ofPerson(ada);
    await part(Withdrawals).withdraw(evidence!.id, { by: council.officer, reason: 'Somebody else sat at her desk' });
    expect(await part(Due).of(ada)).toHaveLength(1);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: null, closed: null }]);
    expect(await subjectsTo(ada)).toContainEqual(expect.stringMatching(/Planning training/));
  });

  it('is asked again, with a day and reminders, when the certificate is revoked or has run out', async () => {
    const [ada, bea, cy] = [await member(), await member('Bea'), await member('Cy')];
    for (const one of [ada, bea, cy]) await elect(one, FIRST_DAY);
    await mandate(INDUCTION);
    for (const one of [ada, bea, cy]) await council.awarding.complete(one, council.course);
    await look();
    for (const one of [ada, bea, cy]) expect(await asked(one)).toMatchObject([{ met: '2026-11-23' }]);
    const certificateOf = async (person: string) =>
      (await ask<{ id: string }>('select id from certificate where person_id = $1', [person]))[0]!.id;
    const because = { by: council.officer, reason: 'The results were another member’s' };
    const certificate = await certificateOf(ada);
    const revocation = await part(Revocations).propose(certificate, because);
    await part(Revocations).confirm(certificate, revocation, council.second);
    const other = await certificateOf(cy);
    const suspension = await part(Suspensions).propose(other, because);
    await part(Suspensions).confirm(other, suspension, council.second);
    await council.awarding.forgetLetters();
    await look();
    expect(await asked(ada)).toEqual([{ since: FIRST_DAY, due: '2026-12-21', met: null, closed: null }]);
    expect(await part(Due).of(ada)).toMatchObject([
      { dueOn: '2026-12-21', againOn: '2026-11-23', countsFrom: '2026-11-24' },
    ]);
    // Pages say of nothing that it is met while it has to be shown anew.
    const seen = await part(WhatIsAskedQueries).of(ada);
    expect(seen.asked).toMatchObject([
      { isAsked: true, met: undefined, before: { on: '2026-11-22' }, countsFrom: '2026-11-24' },
    ]);
    expect(seen.levels).toMatchObject([{ state: 'revoked', opens: '2026-11-24', missing: '“Planning”' }]);
    expect((await part(WhatIsAskedQueries).of(cy)).asked).toMatchObject([{ met: { on: '2026-11-22' } }]);
    expect(await subjectsTo(ada)).toContainEqual('To complete by 21 December 2026: Induction');
    expect((await lettersTo(ada)).map(({ text }) => text).join('')).toContain('what met it before does not count');
    // What was shown on the day of the revocation counts on no day after it either.
    await look('2026-11-25T09:00:00Z');
    expect((await part(WhatIsAskedQueries).of(ada)).asked).toMatchObject([{ countsFrom: '2026-11-24' }]);
    expect((await part(WhatIsAskedQueries).of(cy)).asked[0]).not.toHaveProperty('countsFrom');
    // Of who is suspended officers are still to decide.
    expect(await asked(cy)).toMatchObject([{ met: '2026-11-23' }]);
    await look('2030-11-23T12:00:00Z');
    expect(await asked(bea)).toMatchObject([{ met: '2026-11-23' }]);
    await look('2030-11-25T09:00:00Z');
    expect(await asked(bea)).toEqual([{ since: FIRST_DAY, due: '2030-12-23', met: null, closed: null }]);
    expect(await part(WhatIsAskedQueries).of(bea)).toMatchObject({
      asked: [{ met: undefined }],
      levels: [{ state: 'over', anew: [council.requirement] }],
    });
    expect((await part(Due).of(bea))[0]).not.toHaveProperty('countsFrom');
    expect((await subjectsTo(bea)).at(-1)).toBe('To complete by 23 December 2030: Induction');
  });

  it('is met by the award, when a scheme is asked for', async () => {
    const ada = await member();
    await elect(ada, FIRST_DAY);
    await mandate(INDUCTION);
    await look();
    expect(await part(Due).of(ada)).toMatchObject([{ dueOn: '2026-12-21', minutes: 25, needs: [council.requirement] }]);
    await council.awarding.complete(ada, council.course);
    await look();
    expect(await asked(ada)).toMatchObject([{ met: '2026-11-23' }]);
  });

  it('is nothing any more for whoever is deactivated', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    await mandate();
    await look();
    const administrator = await aPerson(council.awarding.database.source, { roles: ['administrator'] });
    await part(Leaving).deactivate(administrator, ada);
    await look('2026-12-07T09:00:00Z');
    expect(await asked(ada)).toMatchObject([{ closed: '2026-12-07' }]);
    expect((await subjectsTo(ada)).filter((subject) => subject.startsWith('Overdue'))).toEqual([]);
  });

  it('costs the commit that completes no statement more', async () => {
    const ada = await member();
    await seat(ada, '2026-11-23');
    const statements = async (personId: string) => {
      let count = 0;
      await part(Transactions).run(async (tx) => {
        const before = tx.query.bind(tx);
        tx.query = ((...given: Parameters<typeof before>) => ((count += 1), before(...given))) as typeof tx.query;
        await council.awarding.awards.consider(tx, personId, council.awarding.clock.now());
      });
      return count;
    };
    await ask('delete from settling_mark');
    const [withSeat, without] = [await statements(ada), await statements(await member('Bea'))];
    expect(withSeat).toBe(without);
    expect(await ask('select from settling_mark where person_id = $1', [ada])).toHaveLength(1);
  });
});
