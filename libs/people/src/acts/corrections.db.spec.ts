import { SignInLinks, SignIns } from '@induct/sign-in';
import { inAChangingCouncil } from '../../test/in-a-changing-council';

const council = inAChangingCouncil();
const { inOne, aPerson, waiting, detailsOf, rows, told, mayConfirm } = council;

describe('another e-mail address', () => {
  it('of somebody who confirms takes a second person; both addresses are told, and their word rests for a day', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    const { email: before } = await detailsOf(tess);
    const moved = { ...(await detailsOf(tess)), email: 'eve@elsewhere.example' };
    expect(await council.corrections.correct(ada, tess, moved)).toEqual({ addressWaits: true });
    expect((await council.people.find(tess))!.email).toBe(before);
    const cookie = await inOne<string>((tx) => council.parts.get(SignIns).signIn(tx, tess, { by: 'letter' }));
    await council.proposals.agree((await waiting()).id, ruth);
    expect((await council.people.find(tess))!.email).toBe('eve@elsewhere.example');
    expect(await council.parts.get(SignIns).whoIs(cookie)).toBeUndefined();
    expect(await told()).toEqual(expect.arrayContaining([before, 'eve@elsewhere.example']));
    await expect(mayConfirm(tess, 'tester')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
  });

  it('of a member changes at once, and links to the old one are worth nothing', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Member', 'member')];
    const { email: before } = await detailsOf(mia);
    const links = council.parts.get(SignInLinks);
    const { secret } = await links.ask({ email: before, nextPath: '/', address: '192.0.2.1' });
    const [letter] = await rows<{ body_text: string }>('select body_text from mail where recipient = $1', before);
    const token = /\/sign-in\/link\/([\w-]+)/.exec(letter!.body_text)![1]!;
    await council.corrections.correct(ruth, mia, { ...(await detailsOf(mia)), email: 'mia@elsewhere.example' });
    expect(await links.use(token, { secret, address: '192.0.2.1' })).toEqual({ state: 'expired' });
    expect(await told()).toEqual(expect.arrayContaining([before, 'mia@elsewhere.example']));
  });

  it('is nobody else’s, and people at the desk are looked after by administrators', async () => {
    const [ruth, mia, ada] = [
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
      await aPerson('Ada Root', 'administrator'),
    ];
    const { email } = await detailsOf(ruth);
    await expect(
      council.corrections.correct(ruth, mia, { ...(await detailsOf(mia)), email: email.toUpperCase() }),
    ).rejects.toMatchObject({ name: 'EmailIsTaken' });
    await expect(
      council.corrections.correct(ruth, ada, { ...(await detailsOf(ada)), email: 'eve@elsewhere.example' }),
    ).rejects.toMatchObject({ name: 'NotYoursToLookAfter' });
  });
});

describe('a name', () => {
  it('is put right without what cannot be seen, and what it was stays on record', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Membr', 'member')];
    const right = { ...(await detailsOf(mia)), name: ' Mia\u202E  Member', group: 'Green Valleys' };
    await council.corrections.correct(ruth, mia, right);
    expect(await detailsOf(mia)).toMatchObject({ name: 'Mia Member', group: 'Green Valleys' });
    const [event] = await rows<{ detail: unknown }>('select detail from audit_event where subject_id = $1', mia);
    expect(event!.detail).toEqual({ name: ['Mia Membr', 'Mia Member'], group: [null, 'Green Valleys'] });
  });
});
