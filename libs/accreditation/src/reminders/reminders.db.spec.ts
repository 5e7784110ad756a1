import { Bodies } from '@induct/people';
import { aPerson } from '../../../../test/support/given-person';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { Mandates } from '../mandates/mandates.service';
import { WhoIsTold } from './who-is-told.service';

const council = inACouncilThatAsks();
const { lettersTo, look, mandate, member, part, proposed, seat, subjectsTo, sweeper } = council;

describe('reminders', () => {
  it('are written once, on weekdays from eight to six, however many workers look', async () => {
    const ada = await member();
    await seat(ada, '2026-11-28');
    await mandate();
    for (const at of ['2026-11-23T07:59:00Z', '2026-11-23T18:00:00Z', '2026-11-22T12:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toEqual([]);
    council.awarding.clock.set('2026-11-24T08:00:00Z');
    await Promise.all([sweeper().work(), sweeper().work(), sweeper().work()]);
    await look();
    const [first, ...more] = await lettersTo(ada);
    expect([first!.subject, more]).toEqual(['To complete by 28 November 2026: Planning training', []]);
    expect(first!.text).toContain('Planning training: to complete by 28 November 2026, about 25 minutes');
    await look('2026-11-25T08:00:00Z');
    // The 28th is a Saturday: what falls on it is said on Monday, as it is then.
    for (const at of ['2026-11-26T09:00:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toHaveLength(2);
    await look('2026-11-30T08:00:00Z');
    expect((await subjectsTo(ada)).slice(2)).toEqual(['Overdue: Planning training']);
  });

  it('say in one letter what is due to one person, and what is asked later that day tomorrow', async () => {
    const ada = await member();
    await seat(ada, '2026-11-26');
    await mandate();
    await mandate({ title: 'Bias', count: 1 });
    await look();
    expect(await subjectsTo(ada)).toEqual(['To complete by 26 November 2026: Planning training, and 1 more']);
    await mandate({ title: 'Site visits', count: 2 });
    await look();
    expect(await subjectsTo(ada)).toHaveLength(1);
    await look('2026-11-24T08:00:00Z');
    expect((await subjectsTo(ada)).slice(1)).toEqual(['To complete by 27 November 2026: Bias, and 1 more']);
  });

  it('are one letter for what is asked late, and none once it is met', async () => {
    const ada = await member();
    await seat(ada, '2026-10-12');
    await mandate({ from: '2026-10-12', count: 28 });
    await look();
    expect(await subjectsTo(ada)).toEqual(['Overdue: Planning training']);
    await council.awarding.complete(ada, council.course);
    for (const at of ['2026-11-24T09:00:00Z', '2026-11-30T09:00:00Z', '2026-12-07T09:00:00Z']) await look(at);
    expect(await subjectsTo(ada)).toHaveLength(1);
  });

  it('reach the champion of the group, the officers and the monitoring officer in one letter a day', async () => {
    const { source } = council.awarding.database;
    const [ada, bea, cal] = [await member('Ada A'), await member('Bea B'), await member('Cal C', 'Independents')];
    const champion = await aPerson(source, { name: 'Chandra', group: 'Green Valleys', roles: ['champion'] });
    const monitoring = await aPerson(source, { name: 'Mo', roles: ['administrator'] });
    const unasked = await aPerson(source, { name: 'Ned', roles: ['administrator'] });
    await part(WhoIsTold).set({ officers: [], monitoringOfficers: [monitoring] }, council.officer);
    for (const id of [ada, bea, cal]) await seat(id, '2026-11-23');
    await mandate();
    await look();
    await look('2026-11-30T09:00:00Z');
    await look();
    const [told, ...more] = await lettersTo(champion);
    expect(more).toEqual([]);
    expect(told!.subject).toBe('Overdue: 2 people have something to complete');
    expect(told!.text).toContain('Ada A: Planning training, due on 23 November 2026\nBea B: Planning training');
    expect(told!.text).not.toContain('Cal C');
    expect(await subjectsTo(council.officer)).toEqual([]);
    await council.awarding.complete(bea, council.course);
    await look('2026-12-07T09:00:00Z');
    expect(await subjectsTo(council.officer)).toEqual(['Overdue: 2 people have something to complete']);
    expect((await lettersTo(council.second))[0]!.text).not.toContain('Bea B');
    expect(await subjectsTo(monitoring)).toEqual([]);
    await look('2026-12-21T09:00:00Z');
    expect((await lettersTo(monitoring))[0]!.text).toContain('You are told as monitoring officer');
    // An administrator sees no list of names, so the letter leads to none.
    expect((await lettersTo(monitoring))[0]!.text).toMatch(/\/admin\n/);
    expect(told!.text).toContain('/admin/mandates/overdue\n');
    expect(await subjectsTo(champion)).toHaveLength(1);
    // Without being chosen an administrator is told no names.
    expect(await subjectsTo(unasked)).toEqual([]);
  });

  it('stay in the group when its champion asked', async () => {
    const { source } = council.awarding.database;
    const group = await part(Bodies).add({ kind: 'group', name: 'Shire', from: '2017-05-08', by: council.officer });
    const champion = await aPerson(source, { name: 'Chandra', roles: ['champion', 'member'], group: 'Shire' });
    const ada = await member('Ada A', 'Shire');
    for (const id of [champion, ada]) await seat(id, '2026-11-02', group);
    const inGroup = { who: 'group', bodyId: group, by: champion, from: '2026-11-02' } as const;
    await expect(part(Mandates).propose(proposed({ by: champion }))).rejects.toMatchObject({
      title: 'Champions propose for their own group only',
    });
    const { id } = await part(Mandates).propose(proposed({ ...inGroup, count: 22 }));
    await part(Mandates).adopt(id, council.officer);
    await look();
    for (const at of ['2026-12-01T09:00:00Z', '2026-12-08T09:00:00Z', '2026-12-22T09:00:00Z']) await look(at);
    const told = (await lettersTo(champion)).filter(({ text }) => text.includes('In your group'));
    expect(told.map(({ text }) => text.includes('Ada A') && !text.includes('Chandra:'))).toEqual([true]);
    expect(await subjectsTo(council.officer)).toEqual([]);
    const { text } = (await lettersTo(ada)).find(({ subject }) => subject.startsWith('Overdue'))!;
    expect(text).toContain('its champions are told that it is not completed, and nobody else');
    expect(text).not.toContain('later officers');
  });
});
