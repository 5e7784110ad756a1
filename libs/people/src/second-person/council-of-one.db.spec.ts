import { FirstAdministrator } from '@induct/sign-in';
import { ChangingCouncil, DAY, start } from '../../../../test/support/changing-council';

let council: ChangingCouncil;
let {
  clock,
  parts,
  people,
  roles,
  leaving,
  corrections,
  proposals,
  inOne,
  aPerson,
  waiting,
  detailsOf,
  told,
  trail,
  mayConfirm,
} = {} as ChangingCouncil;

beforeAll(async () => {
  council = await ChangingCouncil.open();
  ({
    clock,
    parts,
    people,
    roles,
    leaving,
    corrections,
    proposals,
    inOne,
    aPerson,
    waiting,
    detailsOf,
    told,
    trail,
    mayConfirm,
  } = council);
});
afterAll(() => council.close());
beforeEach(() => council.empty());

describe('a council of one', () => {
  it('can begin: the first administrator gives roles alone, marked so, until somebody else has been there for a day', async () => {
    const first = parts.get(FirstAdministrator);
    const token = (await first.createLink())!.split('/').at(-1)!;
    const ada = (await inOne<string | undefined>((tx) =>
      first.become(tx, token, { name: 'Ada Root', email: 'ada@northmoor.example' }),
    ))!;
    const [ben, cleo] = [await aPerson('Ben', 'member'), await aPerson('Cleo', 'member')];
    expect(await roles.change(ada, ben, ['officer'])).toEqual({ waiting: [], alone: ['officer'] });
    expect(await people.grants(ben)).toMatchObject([{ role: 'officer', alone: true }]);
    await expect(mayConfirm(ben, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await trail(ben)).toContain('person.roles-alone');
    expect(await told()).toEqual(expect.arrayContaining(['ada@northmoor.example']));
    expect(await roles.change(ada, cleo, ['tester'])).toMatchObject({ alone: ['tester'] });
    clock.advance(DAY);
    expect(await roles.change(ada, cleo, ['tester', 'officer'])).toMatchObject({ waiting: ['officer'] });
    await proposals.agree((await waiting()).id, ben);
    expect(await people.grants(cleo)).toMatchObject([
      { role: 'officer', alone: false },
      { role: 'tester', alone: true },
    ]);
    await expect(proposals.agreeAfterwards(cleo, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    await expect(proposals.agreeAfterwards(cleo, cleo)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect((await people.givenAlone()).map(({ id }) => id)).toEqual([ben, cleo]);
    await proposals.agreeAfterwards(cleo, ben);
    expect((await people.grants(cleo)).some(({ alone }) => alone)).toBe(false);
    expect(await trail(cleo)).toContain('person.roles-agreed-afterwards');
  });

  it('is not made by sending everybody else away', async () => {
    const [ada, ben, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ben', 'administrator', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await leaving.deactivate(ada, ben);
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'] });
    expect(await proposals.aloneFrom(ada)).toEqual(new Date(start.getTime() + 30 * DAY));
    await proposals.refuse((await waiting()).id, ada);
    clock.advance(30 * DAY);
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ alone: ['officer'] });
  });

  it('is not made by another mailbox of the only one who could agree', async () => {
    const [ada, ruth, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await corrections.correct(ada, ruth, { ...(await detailsOf(ruth)), email: 'ruth@elsewhere.example' });
    await proposals.agree((await waiting()).id, ruth);
    await expect(mayConfirm(ruth, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'], alone: [] });
  });

  it('stays written down however much whoever acted alone proposes afterwards', async () => {
    const [ada, eve] = [await aPerson('Ada Root', 'administrator'), await aPerson('Eve', 'member')];
    expect(await roles.change(ada, eve, ['tester'])).toMatchObject({ alone: ['tester'] });
    await aPerson('Ruth Calloway', 'officer');
    for (let time = 0; time < 51; time++) {
      clock.advance(1000);
      await roles.change(ada, eve, ['tester', 'officer']);
      await proposals.refuse((await waiting()).id, ada);
    }
    await expect(proposals.agreeAfterwards(eve, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
  });
});
