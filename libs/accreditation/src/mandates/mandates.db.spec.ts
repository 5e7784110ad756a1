import { Memberships, MembershipsChanged, Terms } from '@induct/people';
import { Announcements } from '@induct/platform';
import { FIRST_DAY, inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { Mandates } from './mandates.service';
import type { NewMandate } from './propose.rules';

const council = inACouncilThatAsks();
const { elect, mandate, member, part, proposed } = council;

describe('a mandate', () => {
  it('is decided once and ended once, and never changed, whoever writes', async () => {
    const id = await mandate();
    await expect(part(Mandates).adopt(id, council.second)).rejects.toMatchObject({ title: 'This was decided before' });
    for (const change of [
      `count = 5`,
      `outcome = 'refused'`,
      `proposed_by = gen_random_uuid()`,
      `during = '[2020-01-01,)'`,
    ]) {
      await expect(
        council.awarding.database.asOwner(`update mandate set ${change} where id = '${id}'`),
      ).rejects.toThrow('once');
    }
    await expect(council.awarding.database.asOwner(`delete from mandate`)).rejects.toThrow('once');
    await part(Mandates).end(id, { by: council.officer, reason: 'No longer' });
    await expect(part(Mandates).end(id, { by: council.officer, reason: 'Again' })).rejects.toMatchObject({
      title: 'This mandate is not in force',
    });
  });

  it('is taken back by whoever proposed it, and refused by an officer', async () => {
    const outcome = async (by: string) => {
      const { id } = await part(Mandates).propose(proposed({}));
      await part(Mandates).refuse(id, by);
      return (await part(Mandates).find(id)).outcome;
    };
    expect([await outcome(council.officer), await outcome(council.second)]).toEqual(['withdrawn', 'refused']);
  });

  it('that asks one person alone is neither refused nor ended by them', async () => {
    const alone = {
      who: 'person',
      personId: council.second,
      bodyId: null,
      anchor: 'fixed',
      fixedOn: '2027-01-01',
    } as const;
    const { id } = await part(Mandates).propose(proposed(alone));
    await expect(part(Mandates).refuse(id, council.second)).rejects.toMatchObject({ name: 'AsksYouOnly' });
    await part(Mandates).adopt(id, council.second);
    const end = (by: string) => part(Mandates).end(id, { by, reason: 'No longer' });
    await expect(end(council.second)).rejects.toMatchObject({ name: 'AsksYouOnly' });
    await end(council.officer);
  });

  it('is proposed once, also when two press at the same moment', async () => {
    const press = (by: string) => part(Mandates).propose(proposed({ by, count: 9 }));
    const both = await Promise.allSettled([press(council.officer), press(council.second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'SameIsProposed' } });
    const made = both.find((one) => one.status === 'fulfilled')!;
    await part(Mandates).refuse(made.value.id, council.second);
    const { id } = await press(council.officer);
    await part(Mandates).adopt(id, council.second);
    await expect(press(council.officer)).rejects.toMatchObject({
      title: expect.stringContaining('and is in force: Olive Officer proposed it on'),
    });
    await part(Mandates).propose(proposed({ count: 10 }));
  });

  it('has to make sense', async () => {
    const title = (more: Partial<NewMandate>) =>
      part(Mandates)
        .propose(proposed(more))
        .catch((error: { title: string }) => error.title);
    expect(await title({ who: 'role', role: 'tester', bodyId: null, anchor: 'takes_office' })).toContain('fixed day');
    expect(await title({ who: 'role', role: 'member', bodyId: null })).toContain('begins with an appointment');
    expect(await title({ requirementId: null })).toBe('Choose what has to be met');
    expect(await title({ who: 'group' })).toBe('Choose who has to meet it');
    expect(await title({ until: '2020-01-01' })).toContain('last day');
    const everybody = { who: 'role', role: 'member', bodyId: null, anchor: 'fixed', fixedOn: '2027-06-05' } as const;
    expect(await title({ ...everybody, fixedOn: '2020-01-01', count: 7 })).toContain('late from the beginning');
    expect(await title({ ...everybody, until: '2027-06-01' })).toContain('After its last day the mandate asks nobody');
  });
});

it('every act on terms and seats is announced, with the people in the order of their ids', async () => {
  const heard: (readonly string[])[] = [];
  part(Announcements).on(MembershipsChanged, (_, { personIds }) => Promise.resolve(void heard.push(personIds)));
  const people = (await Promise.all([member(), member(), member()])).toSorted().toReversed();
  const sit = (personId: string) =>
    ({ personId, bodyId: council.planning, capacity: 'member', from: '2026-01-01', by: council.officer }) as const;
  const [one, two] = await part(Memberships).joinAll(people.map(sit));
  const ended = await part(Memberships).end({ membershipId: one!, until: '2026-03-01', by: council.officer });
  await part(Memberships).withdraw({ membershipId: ended, by: council.officer, reason: 'Never' });
  const right = { capacity: 'chair', from: '2026-01-02', until: null, by: council.officer, reason: 'Minutes' } as const;
  await part(Memberships).correct({ ...right, membershipId: two! });
  const term = await elect(people[2]!, FIRST_DAY);
  const shorter = await part(Terms).end({ termId: term, until: '2026-01-01', by: council.officer });
  await part(Terms).withdraw({ termId: shorter, by: council.officer, reason: 'Never' });
  const [first, middle, last] = people.toReversed() as [string, string, string];
  expect(heard).toEqual([[first, middle, last], [last], [last], [middle], [first], [first], [first]]);
});
