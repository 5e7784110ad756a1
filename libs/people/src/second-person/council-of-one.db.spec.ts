import { FirstAdministrator } from '@induct/sign-in';
import { DAY, start } from '../../../../test/support/changing-council';
import { inAChangingCouncil } from '../../test/in-a-changing-council';

const council = inAChangingCouncil();
const { clock, inOne, aPerson, waiting, detailsOf, told, trail, mayConfirm } = council;

describe('a council of one', () => {
  it('can begin: the first administrator gives roles alone, marked so, until somebody else has been there for a day', async () => {
    const first = council.parts.get(FirstAdministrator);
    const token = (await first.createLink())!.split('/').at(-1)!;
    const ada = (await inOne<string | undefined>((tx) =>
      first.become(tx, token, { name: 'Ada Root', email: 'ada@northmoor.example' }),
    ))!;
    const [ben, cleo] = [await aPerson('Ben', 'member'), await aPerson('Cleo', 'member')];
    expect(await council.roles.change(ada, ben, ['officer'])).toEqual({ waiting: [], alone: ['officer'] });
    expect(await council.people.grants(ben)).toMatchObject([{ role: 'officer', alone: true }]);
    await expect(mayConfirm(ben, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await trail(ben)).toContain('person.roles-alone');
    expect(await told()).toEqual(expect.arrayContaining(['ada@northmoor.example']));
    expect(await council.roles.change(ada, cleo, ['tester'])).toMatchObject({ alone: ['tester'] });
    clock.advance(DAY);
    expect(await council.roles.change(ada, cleo, ['tester', 'officer'])).toMatchObject({ waiting: ['officer'] });
    await council.proposals.agree((await waiting()).id, ben);
    expect(await council.people.grants(cleo)).toMatchObject([
      { role: 'officer', alone: false },
      { role: 'tester', alone: true },
    ]);
    await expect(council.proposals.agreeAfterwards(cleo, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    await expect(council.proposals.agreeAfterwards(cleo, cleo)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect((await council.people.givenAlone()).map(({ id }) => id)).toEqual([ben, cleo]);
    await council.proposals.agreeAfterwards(cleo, ben);
    expect((await council.people.grants(cleo)).some(({ alone }) => alone)).toBe(false);
    expect(await trail(cleo)).toContain('person.roles-agreed-afterwards');
  });

  it('is not made by sending everybody else away', async () => {
    const [ada, ben, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ben', 'administrator', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await council.leaving.deactivate(ada, ben);
    expect(await council.roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'] });
    expect(await council.proposals.aloneFrom(ada)).toEqual(new Date(start.getTime() + 30 * DAY));
    await council.proposals.refuse((await waiting()).id, ada);
    clock.advance(30 * DAY);
    expect(await council.roles.change(ada, eve, ['officer'])).toMatchObject({ alone: ['officer'] });
  });

  it('is not made by another mailbox of the only one who could agree', async () => {
    const [ada, ruth, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await council.corrections.correct(ada, ruth, { ...(await detailsOf(ruth)), email: 'ruth@elsewhere.example' });
    await council.proposals.agree((await waiting()).id, ruth);
    await expect(mayConfirm(ruth, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await council.roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'], alone: [] });
  });

  it('stays written down however much whoever acted alone proposes afterwards', async () => {
    const [ada, eve] = [await aPerson('Ada Root', 'administrator'), await aPerson('Eve', 'member')];
    expect(await council.roles.change(ada, eve, ['tester'])).toMatchObject({ alone: ['tester'] });
    await aPerson('Ruth Calloway', 'officer');
    for (let time = 0; time < 51; time++) {
      clock.advance(1000);
      await council.roles.change(ada, eve, ['tester', 'officer']);
      await council.proposals.refuse((await waiting()).id, ada);
    }
    await expect(council.proposals.agreeAfterwards(eve, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
  });
});
