import { DAY } from '../../../../test/support/changing-council';
import { inAChangingCouncil } from '../../test/in-a-changing-council';

const council = inAChangingCouncil();
const { clock, inOne, aPerson, rolesOf, waiting, detailsOf, rows, told, trail, mayConfirm } = council;

describe('a role that confirms', () => {
  it('is given by two people, everybody at the desk is told, and it counts a day later', async () => {
    const [ada, ruth, helen, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Helen Stroud', 'auditor'),
      await aPerson('Mia Member', 'member'),
    ];
    expect(await council.roles.change(ada, mia, ['member', 'champion', 'officer'])).toEqual({
      waiting: ['officer'],
      alone: [],
    });
    expect(await rolesOf(mia)).toEqual(['champion', 'member']);
    const { id } = await waiting();
    await expect(council.proposals.agree(id, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    for (const other of [helen, mia]) {
      await expect(council.proposals.agree(id, other)).rejects.toMatchObject({ name: 'AgreesToNothing' });
    }
    await council.proposals.agree(id, ruth);
    expect(await rolesOf(mia)).toEqual(['champion', 'member', 'officer']);
    await expect(council.proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
    await expect(mayConfirm(mia, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    clock.advance(DAY);
    await expect(mayConfirm(mia, 'officer')).resolves.toBeUndefined();
    const addresses = (await rows<{ email: string }>('select email from person')).map(({ email }) => email).toSorted();
    expect([...new Set(await told())]).toEqual(addresses);
    expect(await trail(mia)).toEqual(['person.roles-changed', 'person.roles-proposed', 'person.roles-agreed']);
  });

  it('is proposed, not given, to somebody who is added with it', async () => {
    const [, ruth] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ruth Calloway', 'officer')];
    const [id] = await inOne<string[]>((tx) =>
      council.people.add(tx, [{ name: 'Eve', email: 'eve@northmoor.example', roles: ['member', 'tester'] }], ruth),
    );
    expect(await rolesOf(id!)).toEqual(['member']);
    expect(await waiting()).toMatchObject({ kind: 'roles', personId: id, wish: { roles: ['tester'] } });
  });

  it('is agreed to by nobody whose own role is new', async () => {
    const [ada, ben] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ben Root', 'administrator')];
    const [eve, mallory] = [await aPerson('Eve', 'member'), await aPerson('Mallory', 'member')];
    await council.roles.change(ada, eve, ['officer']);
    await council.proposals.agree((await waiting()).id, ben);
    await council.roles.change(ada, mallory, ['officer']);
    const { id } = await waiting();
    await expect(council.proposals.agree(id, eve)).rejects.toMatchObject({
      name: 'TooNewToConfirm',
      kind: 'not-allowed',
    });
    clock.advance(DAY);
    await council.proposals.agree(id, eve);
  });

  it('is refused or withdrawn without a trace in the roles, once', async () => {
    const [ada, ruth, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
    ];
    for (const [by, outcome] of [
      [ruth, 'refused'],
      [ada, 'withdrawn'],
    ] as const) {
      await council.roles.change(ada, mia, ['member', 'tester']);
      const { id } = await waiting();
      await council.proposals.refuse(id, by);
      expect(await council.proposals.find(id)).toMatchObject({ outcome, decidedBy: by });
    }
    expect(await rolesOf(mia)).toEqual(['member']);
    const [first] = await council.proposals.lately();
    await expect(rows(`update desk_proposal set outcome = 'agreed' where id = $1`, first!.id)).rejects.toThrow(
      /decided once/,
    );
  });

  it('is agreed to by one of many who try at once, and by no program that writes past the service', async () => {
    const [ada, ruth, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
    ];
    await council.roles.change(ada, mia, ['officer']);
    const { id } = await waiting();
    await expect(
      rows(`update desk_proposal set outcome = 'agreed', decided_by = $2, decided_at = now() where id = $1`, id, ada),
    ).rejects.toThrow(/desk_proposal_takes_two/);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => council.proposals.agree(id, ruth)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a change that waits', () => {
  it('falls when somebody else is made of the person it is about', async () => {
    const [ada, ruth] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ruth Calloway', 'officer')];
    for (const made of [{ email: 'eve@elsewhere.example' }, { name: 'Eve Second' }]) {
      const mia = await aPerson('Mia Member', 'member');
      await council.roles.change(ada, mia, ['member', 'tester']);
      const { id } = await waiting();
      await council.corrections.correct(ruth, mia, { ...(await detailsOf(mia)), ...made });
      await expect(council.proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
      expect(await rolesOf(mia)).toEqual(['member']);
      expect(await trail(mia)).toContain('person.roles-fallen');
      // Where somebody lives is nothing to agree to.
      await council.roles.change(ada, mia, ['member', 'tester']);
      await council.corrections.correct(ruth, mia, { ...(await detailsOf(mia)), district: 'Elsewhere' });
      await council.proposals.agree((await waiting()).id, ruth);
    }
  });

  it('of the roles of somebody who comes back or confirms already falls with their address too', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    await council.roles.change(ada, tess, ['tester', 'officer']);
    const { id } = await waiting();
    await council.corrections.correct(ada, tess, { ...(await detailsOf(tess)), email: 'eve@elsewhere.example' });
    const address = (await council.proposals.waiting()).find(({ kind }) => kind === 'address')!;
    await council.proposals.agree(address.id, ruth);
    await expect(council.proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
  });
});
