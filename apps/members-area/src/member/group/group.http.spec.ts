import { Awards, Mandates, MarksRepository, Settling } from '@induct/accreditation';
import { Bodies, Memberships } from '@induct/people';
import { Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';

const TODAY = '2026-11-22';

let desk: Desk;
let champion: string;
let groupless: string;
const ids: Record<string, string> = {};

const part = <T>(service: new (...given: never[]) => T): T => desk.app.get(service as never, { strict: false });
const remind = (by: string, id = '') => desk.postAs(by, `/group/${id}/remind`, {});

beforeAll(async () => {
  desk = await Desk.open();
  const { given } = desk;
  const by = await desk.who('officer');
  const second = await given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
  const courseId = (await given.aModule({ title: 'Planning', minutes: 25 })).id;
  await part(Awards).considerOverdue();
  const bodyOf = async (name: string) => part(Bodies).add({ kind: 'group', name, from: '2017-05-08', by });
  const [green, shire] = [await bodyOf('Green Valleys'), await bodyOf('Shire')];
  champion = await given.aPerson({ name: 'Chandra', roles: ['champion', 'member'] });
  groupless = await given.aPerson({ name: 'Nobody’s', roles: ['champion'] });
  for (const name of ['Ada', 'Bea', 'Cem']) ids[name] = await given.aPerson({ name });
  const joins = (personId: string, bodyId: string) =>
    ({ personId, bodyId, capacity: 'member', from: '2026-11-01', by }) as const;
  await part(Memberships).joinAll([
    joins(champion, green),
    joins(ids['Ada']!, green),
    joins(ids['Bea']!, green),
    joins(ids['Cem']!, shire),
  ]);
  const asks = {
    source: '',
    who: 'person',
    role: null,
    bodyId: null,
    capacities: [] as never[],
    courseId,
    requirementId: null,
    schemeId: null,
    anchor: 'fixed',
    count: 0,
    unit: 'day',
    beforeSitting: false,
    anew: false,
    from: '2026-11-02',
    until: null,
    by,
  } as const;
  for (const [title, name, fixedOn] of [
    ['Late', 'Ada', '2026-11-20'],
    ['Soon', 'Ada', '2026-12-20'],
    ['Elsewhere', 'Cem', '2026-11-20'],
  ] as const) {
    const { id } = await part(Mandates).propose({ ...asks, title, personId: ids[name]!, fixedOn });
    await part(Mandates).adopt(id, second);
  }
  for (const id of await part(MarksRepository).marked(500))
    await part(Transactions).run((tx) => part(Settling).settle(tx, id, TODAY));
});
afterAll(() => desk?.close());

describe('a champion’s group', () => {
  it('is the people of that group, those who are late first, and nobody else', async () => {
    const { text } = await desk.getAs(champion, '/group');
    expect(text).toContain('Your group Green Valleys');
    expect(text).toContain('Nobody has completed all that is asked by a day yet. 1 has something overdue.');
    expect(text).toMatch(
      /Ada 1 overdue 0 of 2 20 November 2026 Remind Ada Bea Nothing asked by a day Chandra Nothing asked by a day You/,
    );
    expect(text).not.toContain('Cem');
  });

  it('is filtered by what is open and by a name, and says when nobody matches', async () => {
    const [overdue, named, nobody] = await Promise.all(
      ['show=overdue', 'q=bea', 'q=zoe&show=open'].map((query) => desk.getAs(champion, `/group?${query}`)),
    );
    expect([overdue!.text.includes('Bea Nothing'), named!.text.includes('Ada 1')]).toEqual([false, false]);
    expect(named!.text).toContain('Bea Nothing asked by a day');
    expect(nobody!.text).toContain('Nobody matches.');
  });

  it('says what to do when it is not recorded', async () => {
    expect((await desk.getAs(groupless, '/group')).text).toContain('Ask Democratic Services to record it');
  });
});

describe('a reminder by a champion', () => {
  it('is asked for on a page of its own, and is possible once a week', async () => {
    expect((await desk.getAs(champion, `/group/${ids['Ada']}/remind`)).text).toContain('Remind Ada 1 overdue');
    const [first, second] = await Promise.all([remind(champion, ids['Ada']), remind(champion, ids['Ada'])]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect((await desk.getAs(champion, '/group?done=reminded')).text).toContain('Reminded on 22 November 2026');
    expect((await desk.audited()).filter(({ action }) => action === 'group.reminded')).toEqual([
      { action: 'group.reminded', actor: champion, subject: ids['Ada'], detail: { open: 2, overdue: 1 } },
    ]);
  });

  it('is for people of the own group with something open, not for others, nor for oneself', async () => {
    const answers = [
      await remind(champion, ids['Bea']),
      await remind(champion, ids['Cem']),
      await remind(champion, champion),
      await remind(groupless, ids['Ada']),
      await remind(champion, 'nonsense'),
      await remind(ids['Ada']!, ids['Bea']),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 404, 403, 404, 400, 403]);
    expect((await desk.getAs(champion, `/group/${ids['Cem']}/remind`)).status).toBe(404);
  });
});
