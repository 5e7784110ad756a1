import type { Role } from '@induct/people';
import { Announcements } from '@induct/platform';
import { PersonShutOut } from '@induct/people';
import { MINUTE, PeopleTrial } from '../../../../test/support/people-trial';
import { SoftPasskey } from '../../../../test/support/soft-passkey';
import { OwnPasskeys } from './own-passkeys';
import { PasskeyNotFound } from './passkey.errors';
import { PasskeySignIns } from './passkey-sign-ins';

const SITE = { origin: 'http://localhost:3000', rpId: 'localhost' };

let trial: PeopleTrial;
let own: OwnPasskeys;
let signIns: PasskeySignIns;
beforeAll(async () => {
  trial = await PeopleTrial.open();
  own = trial.parts.get(OwnPasskeys);
  signIns = trial.parts.get(PasskeySignIns);
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

async function aHolder(...roles: Role[]) {
  const person = { ...(await trial.aPerson(...roles)), name: 'Ada Fenwick', roles };
  const device = new SoftPasskey(SITE);
  await own.add(person, device.make(await own.ask(person)), 'Mozilla/5.0 (iPhone) Version/19.0 Safari/605.1');
  return { person, device };
}

/** Who is signed in; nobody, with the reason, when the passkey is refused. */
async function use(answer: string): Promise<string> {
  let who = '';
  try {
    await signIns.use(answer, (_tx, personId) => {
      who = personId;
      return Promise.resolve();
    });
  } catch (error) {
    return (error as { why: string }).why;
  }
  return who;
}

describe('a passkey', () => {
  it('signs its owner in, who types nothing; a letter tells that it is there', async () => {
    const { person, device } = await aHolder('member');
    expect(await use(device.use(await signIns.ask()))).toBe(person.id);
    expect(await own.of(person.id)).toMatchObject([{ name: 'Safari on an iPhone', lastUsedAt: trial.clock.now() }]);
    const letters = await trial.rows<{ subject: string; body_text: string }>(
      'select subject, body_text from mail where recipient = $1',
      [person.email],
    );
    expect(letters).toMatchObject([{ subject: 'A passkey was added to your account' }]);
    expect(letters[0]!.body_text).toContain('/account#passkeys');
  });

  it('asks a device for a key that it keeps, of a person it knows by 32 random bytes, the same each time', async () => {
    const { person, device } = await aHolder('member');
    const asked = await own.ask(person);
    expect(asked).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      excludeCredentials: [{ id: device.id.toString('base64url') }],
    });
    const handle = Buffer.from(asked.user.id, 'base64url');
    expect(handle).toHaveLength(32);
    expect((await own.ask(person)).user.id).toBe(asked.user.id);
    expect((await signIns.ask()).allowCredentials).toEqual([]);
    expect((await signIns.ask(person.id)).allowCredentials).toMatchObject([{ id: device.id.toString('base64url') }]);
  });

  it('is used once for each challenge, though ten try at once', async () => {
    const { person, device } = await aHolder('member');
    const answer = device.use(await signIns.ask());
    const tries = await Promise.all(Array.from({ length: 10 }, () => use(answer)));
    expect(tries.filter((one) => one === person.id)).toHaveLength(1);
    expect(tries.filter((one) => one === 'stale')).toHaveLength(9);
    expect(await use(answer)).toBe('stale');
  });

  it('is refused with a challenge that is over, made up, or was made for adding one', async () => {
    const { person, device } = await aHolder('member');
    const asked = await signIns.ask();
    trial.clock.advance(15 * MINUTE);
    expect(await use(device.use(asked))).toBe('stale');
    expect(await use(device.use({ challenge: Buffer.alloc(32).toString('base64url') }))).toBe('stale');
    expect(await use(device.use(await own.ask(person)))).toBe('stale');
  });

  it.each([
    ['another website asked for it', { origin: 'https://members.evil.example' }],
    ['another port of this host asked for it', { origin: 'http://localhost:3001' }],
    ['it belongs to another host name', { rpId: 'evil.example' }],
    ['it says that it is somebody else’s', { handle: Buffer.alloc(32).toString('base64url') }],
  ])('is refused when %s, and the challenge is used up', async (_, says) => {
    const { device } = await aHolder('member');
    const asked = await signIns.ask();
    expect(await use(device.use(asked, says))).toBe('wrong');
    expect(await use(device.use(asked))).toBe('stale');
  });

  it('is refused when another key signed for it, or its counter went back', async () => {
    const { person, device } = await aHolder('member');
    const copy = new SoftPasskey(SITE);
    device.id.copy(copy.id);
    copy.make(await own.ask(person));
    expect(await use(copy.use(await signIns.ask()))).toBe('wrong');
    device.counter = 7;
    expect(await use(device.use(await signIns.ask()))).toBe(person.id);
    device.counter = 3;
    expect(await use(device.use(await signIns.ask()))).toBe('wrong');
  });

  it('is refused when it was removed, the last one too; and nobody else removes or names it', async () => {
    const { person, device } = await aHolder('member');
    const other = await trial.aPerson('member');
    const { id } = (await own.of(person.id))[0]!;
    await expect(own.remove(other.id, id)).rejects.toBeInstanceOf(PasskeyNotFound);
    await expect(own.rename(other.id, id, 'Mine')).rejects.toBeInstanceOf(PasskeyNotFound);
    await own.rename(person.id, id, 'My phone');
    expect(await own.of(person.id)).toMatchObject([{ name: 'My phone' }]);
    await own.remove(person.id, id);
    expect(await use(device.use(await signIns.ask()))).toBe('unknown');
    expect((await trial.audited(id)).map(({ action }) => action)).toEqual(['passkey.added', 'passkey.removed']);
  });

  it('is added for the person who asked, once, in time, on this website', async () => {
    const { person, device } = await aHolder('member');
    const other = { ...(await trial.aPerson('member')), name: 'Bo', roles: ['member' as Role] };
    const why = (who: typeof other, answer: string) =>
      own.add(who, answer, undefined).then(
        () => 'added',
        (error: { why: string }) => error.why,
      );
    const fresh = () => new SoftPasskey(SITE);
    const asked = await own.ask(person);
    expect(await why(other, fresh().make(asked))).toBe('stale');
    const one = fresh().make(asked);
    expect(await why(person, one)).toBe('added');
    expect(await why(person, one)).toBe('stale');
    expect(await why(person, device.make(await own.ask(person)))).toBe('known already');
    expect(await why(other, device.make(await own.ask(other)))).toBe('known already');
    expect(await why(person, fresh().make(await own.ask(person), { origin: 'https://evil.example' }))).toBe('wrong');
    const late = await own.ask(person);
    trial.clock.advance(15 * MINUTE);
    expect(await why(person, fresh().make(late))).toBe('stale');
    expect(await why(person, fresh().make({ ...asked, challenge: (await signIns.ask()).challenge }))).toBe('stale');
    expect(await why(person, '{}')).toBe('unreadable');
  });

  it('asks whoever works at the desk to unlock their device, a member not', async () => {
    const member = await aHolder('member');
    expect(await use(member.device.use(await signIns.ask(), { verifies: false }))).toBe(member.person.id);
    const officer = { ...(await trial.aPerson('officer')), name: 'Olive', roles: ['officer' as const] };
    const asked = await own.ask(officer);
    expect(asked.authenticatorSelection?.userVerification).toBe('required');
    await expect(own.add(officer, new SoftPasskey(SITE).make(asked, { verifies: false }), '')).rejects.toMatchObject({
      why: 'not verified',
    });
    const { device, person } = await aHolder('officer');
    expect(await use(device.use(await signIns.ask(), { verifies: false }))).toBe('not verified');
    expect(await use(device.use(await signIns.ask()))).toBe(person.id);
  });

  it('stays when roles change, and is over when the address changes or its owner leaves', async () => {
    const shutOut = (personId: string) =>
      trial.transactions.run((tx) => trial.parts.get(Announcements).announce(tx, new PersonShutOut(personId)));
    const { person, device } = await aHolder('member');
    await shutOut(person.id);
    expect(await use(device.use(await signIns.ask()))).toBe(person.id);
    await trial.rows('update person set email = $2 where id = $1', [person.id, `other.${person.email}`]);
    expect(await use(device.use(await signIns.ask()))).toBe('unknown');
    await shutOut(person.id);
    await trial.rows('update person set email = $2 where id = $1', [person.id, person.email]);
    expect(await use(device.use(await signIns.ask()))).toBe('unknown');

    const leaver = await aHolder('member');
    await trial.rows('update person set deactivated_at = now() where id = $1', [leaver.person.id]);
    expect(await use(leaver.device.use(await signIns.ask()))).toBe('unknown');
    await shutOut(leaver.person.id);
    expect(await own.of(leaver.person.id)).toEqual([]);
  });

  it('that is refused is on record, about its owner when it is known', async () => {
    const { person, device } = await aHolder('member');
    await use(device.use(await signIns.ask(), { origin: 'https://evil.example' }));
    expect((await trial.audited(person.id)).at(-1)).toEqual({
      action: 'sign_in.denied',
      actor: null,
      detail: { why: 'wrong', by: 'passkey' },
    });
  });

  it('is kept without anything that could be used in its place', async () => {
    const { device } = await aHolder('member');
    const { challenge } = await signIns.ask();
    const kept = JSON.stringify(await trial.rows('select passkey_challenge::text as text from passkey_challenge'));
    expect(kept).not.toContain(challenge);
    expect(kept).not.toContain(Buffer.from(challenge, 'base64url').toString('hex'));
    expect(
      await trial.rows('select 1 from passkey where credential_id = $1', [device.id.toString('base64url')]),
    ).toHaveLength(1);
  });
});
