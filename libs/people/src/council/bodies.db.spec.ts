import { CouncilTrial } from '../../../../test/support/council-trial';
import { Corrections } from '../acts/corrections.service';
import { GroupCopy } from './group-copy';

let council: CouncilTrial;
beforeAll(async () => {
  council = await CouncilTrial.open();
});
afterAll(() => council?.trial.close());
beforeEach(() => council.trial.reset());

describe('a political group', () => {
  it('is copied to the person, on the day it begins and on the day it ends', async () => {
    const person = await council.aMember();
    const membershipId = await council.join(person, council.group, { from: '2026-11-23' });
    expect(await council.groupOf(person)).toBeNull();
    council.trial.clock.set(new Date('2026-11-23T00:00:00Z'));
    await council.trial.parts.get(GroupCopy).beginDay();
    expect(await council.groupOf(person)).toBe('Green Valleys');
    await council.memberships.end({ membershipId, until: '2026-11-25', by: council.officer });
    expect(await council.groupOf(person)).toBe('Green Valleys');
    council.trial.clock.set(new Date('2026-11-25T00:00:00Z'));
    await council.trial.parts.get(GroupCopy).beginDay();
    expect(await council.groupOf(person)).toBeNull();
  });

  it('is typed for nobody whose council.group is on record', async () => {
    const person = await council.trial.aPerson('member');
    const correct = (name: string) =>
      council.trial.parts.get(Corrections).correct(council.officer, person.id, {
        name: 'Ann',
        email: person.email,
        group: name,
        district: null,
        division: null,
      });
    await correct('Of no record');
    expect(await council.groupOf(person.id)).toBe('Of no record');
    await council.join(person.id, council.group);
    await expect(correct('Another')).rejects.toMatchObject({ name: 'GroupComesFromMemberships' });
    await correct('Green Valleys');
  });

  it('is one at a time', async () => {
    const person = await council.aMember();
    const [one, other] = [await council.aBody('group'), await council.aBody('group')];
    const first = await council.join(person, one);
    await expect(council.join(person, other)).rejects.toMatchObject({ name: 'InAnotherGroup' });
    await council.memberships.end({ membershipId: first, until: '2020-01-01', by: council.officer });
    await council.join(person, other, { from: '2020-01-01' });
    expect(await council.said(person)).toHaveLength(2);
  });

  it('takes its new name to its people', async () => {
    const person = await council.aMember();
    const body = await council.aBody('group', { nameCy: 'Grŵp' });
    await council.join(person, body);
    const name = `Renamed ${body}`;
    await council.bodies.change({
      id: body,
      name,
      nameCy: null,
      externalId: null,
      from: '2017-05-08',
      until: null,
      by: council.officer,
    });
    expect(await council.groupOf(person)).toBe(name);
  });

  it('may be renamed while its people leave it: nobody waits for the other', async () => {
    const body = await council.aBody('group');
    const people: { person: string; membershipId: string }[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      const person = await council.aMember();
      people.push({ person, membershipId: await council.join(person, body) });
    }
    const given = { id: body, nameCy: null, externalId: null, from: '2017-05-08', until: null, by: council.officer };
    await Promise.all(
      people.flatMap(({ membershipId }, nth) => [
        council.memberships.end({ membershipId, until: '2100-01-01', by: council.officer }),
        council.bodies.change({ ...given, name: `Renamed in turn ${nth}` }),
      ]),
    );
    const [row] = await council.trial.rows<{ name: string }>('select name from body where id = $1', [body]);
    for (const { person } of people) {
      expect(await council.said(person)).toEqual([{ capacity: 'member', during: '[2017-05-22,2100-01-01)' }]);
      expect(await council.groupOf(person)).toBe(row!.name);
    }
  });
});

describe('a body', () => {
  it('has a name of its own at its time', async () => {
    const given = { kind: 'panel', name: 'PLANNING committee', from: '2020-01-01', by: council.officer } as const;
    await expect(council.bodies.add(given)).rejects.toMatchObject({ name: 'BodyNameIsTaken' });
    await council.bodies.add({ ...given, from: '1990-01-01', until: '2017-05-08' });
    await council.aBody('committee', { externalId: 'C-7' });
    await expect(council.aBody('committee', { externalId: 'C-7' })).rejects.toMatchObject({
      name: 'ExternalIdIsTaken',
    });
  });

  it('cannot end while somebody sits on it', async () => {
    const id = await council.aBody('committee');
    await council.join(await council.aMember(), id);
    const given = {
      id,
      name: `Ended ${id}`,
      nameCy: null,
      externalId: null,
      from: '2017-05-08',
      by: council.officer,
    };
    await expect(council.bodies.change({ ...given, until: '2020-01-01' })).rejects.toMatchObject({
      name: 'BodyHasMembers',
    });
  });

  it('changes its rule from a day on; what held before stays', async () => {
    const bodyId = await council.aBody('committee', { substitutes: 'named' });
    await council.bodies.rule({ bodyId, from: '2018-02-28', substitutes: 'group', by: council.officer });
    await council.bodies.rule({
      bodyId,
      from: '2018-02-28',
      substitutes: 'none',
      by: council.officer,
      reason: 'Minute 7',
    });
    await council.bodies.rule({ bodyId, from: '2017-06-01', substitutes: 'group', by: council.officer });
    const rules = await council.trial.rows(
      `select substitutes, during::text from body_rule where body_id = $1 and superseded_at is null order by during`,
      [bodyId],
    );
    expect(rules).toEqual([
      { substitutes: 'named', during: '[2017-05-08,2017-06-01)' },
      { substitutes: 'group', during: '[2017-06-01,2018-02-28)' },
      { substitutes: 'none', during: '[2018-02-28,)' },
    ]);
  });
});
