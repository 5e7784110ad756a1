import { SignInLinks, SignIns } from '@induct/sign-in';
import { HOUR } from '../../../../test/support/changing-council';
import { inAChangingCouncil } from '../../test/in-a-changing-council';

const council = inAChangingCouncil();
const { clock, inOne, aPerson, rolesOf, waiting, detailsOf, rows, told, trail, mayConfirm } = council;

describe('somebody who leaves', () => {
  it('cannot sign in from then on, by browser, by link or by a new letter; what they proposed falls; nothing is deleted', async () => {
    const [ada, ben, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ben', 'administrator'),
      await aPerson('Mia Member', 'member'),
    ];
    const { email } = await detailsOf(ben);
    const cookie = await inOne<string>((tx) => council.parts.get(SignIns).signIn(tx, ben, { by: 'letter' }));
    const links = council.parts.get(SignInLinks);
    await links.ask({ email, nextPath: '/', address: '192.0.2.1' });
    await council.roles.change(ben, mia, ['member', 'tester']);
    const { id } = await waiting();
    await council.leaving.deactivate(ada, ben);
    expect(await council.parts.get(SignIns).whoIs(cookie)).toBeUndefined();
    expect(await rows('select from sign_in_link where expires_at > $1', clock.now())).toEqual([]);
    const letters = (await told()).filter((to) => to === email).length;
    await links.ask({ email, nextPath: '/', address: '192.0.2.1' });
    expect((await told()).filter((to) => to === email)).toHaveLength(letters);
    expect((await council.proposals.find(id)).outcome).toBe('fallen');
    expect(await council.people.find(ben)).toMatchObject({ roles: [], deactivatedAt: clock.now() });
    expect(await council.people.resting(ben)).toEqual(['administrator']);
    expect(await trail(ben)).toContain('person.deactivated');
    await expect(council.leaving.deactivate(ada, ben)).rejects.toMatchObject({ name: 'PersonIsDeactivated' });
  });

  it('is not oneself, and not the last administrator', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    await expect(council.leaving.deactivate(ada, ada)).rejects.toMatchObject({ name: 'CannotDeactivateOneself' });
    await expect(council.leaving.deactivate(ruth, ada)).rejects.toMatchObject({ name: 'NotYoursToLookAfter' });
    await council.leaving.deactivate(ruth, tess);
    const ben = await aPerson('Ben', 'administrator');
    const both = await Promise.allSettled([council.leaving.deactivate(ada, ben), council.leaving.deactivate(ben, ada)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not come back by a sign-in that began while they were away', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Member', 'member')];
    await council.leaving.deactivate(ruth, mia);
    const cookie = await inOne<string>((tx) => council.parts.get(SignIns).signIn(tx, mia, { by: 'letter' }));
    await council.leaving.reactivate(ruth, mia);
    expect(await council.parts.get(SignIns).whoIs(cookie)).toBeUndefined();
  });

  it('comes back at once as a member, and by two people with a role that confirms', async () => {
    const [ada, ruth, mia, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
      await aPerson('Tess', 'member', 'tester'),
    ];
    for (const id of [mia, tess]) await council.leaving.deactivate(ada, id);
    clock.advance(HOUR);
    expect(await council.leaving.reactivate(ruth, mia)).toBe('done');
    expect(await rolesOf(mia)).toEqual(['member']);
    expect(await council.leaving.reactivate(ruth, tess)).toBe('waiting');
    expect(await rolesOf(tess)).toEqual([]);
    await council.proposals.agree((await waiting()).id, ada);
    expect(await rolesOf(tess)).toEqual(['member', 'tester']);
    await expect(mayConfirm(tess, 'tester')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
  });
});
