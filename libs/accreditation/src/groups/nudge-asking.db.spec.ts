import { Bodies, Memberships } from '@induct/people';
import { aPerson } from '../../../../test/support/given-person';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { Nudges } from './nudges.service';

const council = inACouncilThatAsks();
const { ask, lettersTo, mandate, member, part, seat } = council;

async function aGroup() {
  const bodyId = await part(Bodies).add({
    kind: 'group',
    name: 'Green Valleys',
    from: '2017-05-08',
    by: council.officer,
  });
  const champion = await aPerson(council.awarding.database.source, { name: 'Chandra', roles: ['champion'] });
  const people = [await member('Ada'), await member('Bea')] as [string, string];
  for (const personId of [champion, ...people])
    await part(Memberships).join({ personId, bodyId, capacity: 'member', from: '2026-11-01', by: council.officer });
  return { champion, people };
}

it('of what is open stands in the letter of the day, once; of what was closed meanwhile nothing is said', async () => {
  const { champion, people } = await aGroup();
  for (const id of people) await seat(id, '2027-03-01');
  await mandate({ title: 'Planning training' });
  // The first letter of the ladder is months away.
  await council.look();
  await ask('delete from mail');
  for (const id of people) await part(Nudges).nudge(champion, id);
  await ask('update obligation set closed_on = $2 where person_id = $1', [people[1], '2026-11-23']);
  await council.look();
  await council.look();
  const [letter, ...more] = await lettersTo(people[0]);
  expect(more).toEqual([]);
  expect(letter!.subject).toBe('A reminder from Chandra: Planning training');
  expect(letter!.text).toContain('Chandra, champion of your group, reminds you');
  expect(letter!.text).toContain('Planning training: by 1 March 2027');
  expect(await lettersTo(people[1])).toEqual([]);
  expect(await ask('select told_on::text from group_nudge order by 1')).toEqual([
    { told_on: '2026-11-23' },
    { told_on: '2026-11-23' },
  ]);
});
