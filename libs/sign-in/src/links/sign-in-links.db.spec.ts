import { createHash } from 'node:crypto';
import { Deliveries, Letter, Outbox } from '@induct/letters';
import { HOME, MINUTE, PeopleTrial, START } from '../../../../test/support/people-trial';

let trial: PeopleTrial;
beforeAll(async () => {
  trial = await PeopleTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

const hex = (text: string) => Buffer.from(text).toString('hex');

/** Another code than this. */
const wrongFor = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

describe('a sign-in link', () => {
  it('signs in by a button press in the browser that asked, once', async () => {
    const { id, email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email.toUpperCase());
    const token = await trial.tokenSentTo(email);
    const mine = { secret, address: HOME };
    expect(await trial.links.open(token, mine)).toEqual({ state: 'ready', sameBrowser: true, nextPath: '/modules' });
    expect(await trial.links.use(token, mine)).toEqual({ state: 'used now', personId: id, nextPath: '/modules' });
    expect(await trial.links.open(token, mine)).toEqual({ state: 'used' });
    expect(await trial.links.use(token, mine)).toEqual({ state: 'used' });
  });

  it('is not used up by being opened, nor by a scanner that presses the button', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const code = await trial.codeShown(email, secret);
    const token = await trial.tokenSentTo(email);
    const scanner = { address: '198.51.100.9' };
    for (let scan = 0; scan < 20; scan++) {
      expect(await trial.links.open(token, scanner)).toMatchObject({ state: 'ready' });
      for (const typed of [undefined, '', ' ', 'x', '123456']) {
        expect(await trial.links.use(token, { ...scanner, code: typed })).toEqual({ state: 'no code' });
      }
    }
    expect(await trial.links.use(token, { ...scanner, code })).toMatchObject({ state: 'used now' });
  });

  it('asks another browser for the code, and binds whoever types it wrongly five times, nobody else', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const code = await trial.codeShown(email, secret);
    const stranger = { secret: 'another', address: '198.51.100.9' };
    expect(await trial.links.open(token, stranger)).toMatchObject({ state: 'ready', sameBrowser: false });
    for (let guess = 0; guess < 4; guess++) {
      expect(await trial.links.use(token, { ...stranger, code: wrongFor(code) })).toEqual({ state: 'wrong code' });
    }
    expect(await trial.links.use(token, { ...stranger, code: wrongFor(code) })).toEqual({
      state: 'too many wrong codes',
    });
    expect(await trial.links.use(token, { ...stranger, code })).toEqual({ state: 'too many wrong codes' });
    expect(await trial.links.open(token, stranger)).toEqual({ state: 'too many wrong codes' });
    expect(await trial.links.open(token, { secret, address: stranger.address })).toMatchObject({ sameBrowser: true });
    expect(await trial.links.open(token, { address: HOME })).toMatchObject({ state: 'ready', sameBrowser: false });
    expect(await trial.links.use(token, { address: HOME, code })).toMatchObject({ state: 'used now' });
  });

  it('always opens in the browser that asked, whoever has typed what', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const code = wrongFor(await trial.codeShown(email, secret));
    for (let guess = 0; guess < 6; guess++) await trial.links.use(token, { address: HOME, code });
    expect(await trial.links.use(token, { address: HOME, secret })).toMatchObject({ state: 'used now' });
  });

  it('is guessed by nobody who has many addresses: five tries a network, a thousand in all', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const code = await trial.codeShown(email, secret);
    const wrong = wrongFor(code);
    for (let guess = 0; guess < 5; guess++)
      await trial.links.use(token, { address: `2001:db8:0:1::${guess}`, code: wrong });
    expect(await trial.links.use(token, { address: '2001:db8:0:1::77', code })).toEqual({
      state: 'too many wrong codes',
    });
    await trial.rows(`update sign_in_wrong_code set times = 999 where email = $1`, [email]);
    expect(await trial.links.use(token, { address: '203.0.113.1', code: wrong })).toEqual({
      state: 'too many wrong codes',
    });
    expect(await trial.links.use(token, { address: '203.0.113.2', code })).toEqual({ state: 'too many wrong codes' });
    expect(await trial.links.use(token, { address: HOME, secret })).toMatchObject({ state: 'used now' });
  });

  it('takes the code as people type it', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const code = await trial.codeShown(email, secret);
    const token = await trial.tokenSentTo(email);
    const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `;
    expect(await trial.links.use(token, { address: HOME, code: typed })).toMatchObject({ state: 'used now' });
  });

  it('takes the code that the browser shows for each letter that it asked for, the first and the fifth', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const first = await trial.codeShown(email, secret);
    for (let times = 1; times < 5; times++) {
      trial.clock.advance(1000);
      expect(await trial.ask(email, HOME, secret)).toEqual({ secret, isSent: true });
    }
    trial.clock.advance(1000);
    expect(await trial.ask(email, HOME, secret)).toEqual({ secret, isSent: false });
    const shown = await trial.links.waitingFor({ email, secret, address: HOME });
    expect(shown).toEqual({
      code: first,
      until: new Date(START.getTime() + 4000 + 15 * MINUTE),
      nextAt: new Date(START.getTime() + 15 * MINUTE),
    });
    const tokens = await trial.lettersTo(email);
    expect(tokens).toHaveLength(5);
    for (const token of tokens) {
      expect(await trial.links.use(token, { address: '203.0.113.5', code: shown.code })).toMatchObject({
        state: 'used now',
      });
    }
  });

  it('shows no code when no letter of that browser lives', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    expect(await trial.links.waitingFor({ email, secret: 'another', address: HOME })).toMatchObject({
      code: undefined,
    });
    trial.clock.advance(15 * MINUTE);
    expect(await trial.links.waitingFor({ email, secret, address: HOME })).toEqual({});
  });

  it('ends after fifteen minutes', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    trial.clock.advance(15 * MINUTE);
    expect(await trial.links.use(token, { secret, address: HOME })).toEqual({ state: 'expired' });
  });

  it('is used by one of ten who try at once', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const tries = Array.from({ length: 10 }, () => trial.links.use(token, { secret, address: HOME }));
    const results = await Promise.all(tries);
    expect(results.filter(({ state }) => state === 'used now')).toHaveLength(1);
  });

  it('is not sent to an address that nobody has, and the answer is the same, to the sixth', async () => {
    const { email } = await trial.aPerson('member');
    const answers = async (to: string) => {
      const { secret } = await trial.ask(to);
      const said: unknown[] = [];
      for (let times = 1; times < 7; times++) {
        said.push((await trial.ask(to, HOME, secret)).isSent);
        const { code, ...rest } = await trial.links.waitingFor({ email: to, secret, address: HOME });
        said.push(rest, /^\d{8}$/.test(code!));
      }
      return said;
    };
    expect(await answers('nobody@northmoor.example')).toEqual(await answers(email));
    expect(await trial.rows('select 1 from mail where recipient = $1', ['nobody@northmoor.example'])).toEqual([]);
  });

  it('is posted five times in a quarter of an hour to one account from one place, and others there are not locked out', async () => {
    const { email } = await trial.aPerson('member');
    for (let times = 0; times < 8; times++) await trial.ask(email);
    expect(await trial.rows('select 1 from mail where recipient = $1', [email])).toHaveLength(5);
    const colleague = await trial.aPerson('member');
    await trial.ask(colleague.email);
    expect(await trial.rows('select 1 from mail where recipient = $1', [colleague.email])).toHaveLength(1);
    await trial.ask(email, '198.51.100.7');
    expect(await trial.rows('select 1 from mail where recipient = $1', [email])).toHaveLength(6);
    trial.clock.advance(16 * MINUTE);
    await trial.ask(email);
    expect(await trial.rows('select 1 from mail where recipient = $1', [email])).toHaveLength(7);
  });

  it('keeps neither token nor code nor network address', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email, '203.0.113.77');
    const code = await trial.codeShown(email, secret);
    await trial.links.use(await trial.tokenSentTo(email), { address: '203.0.113.78', code: wrongFor(code) });
    const stored = JSON.stringify(
      await trial.rows(
        `select sign_in_link::text as text from sign_in_link where email = $1
         union all select sign_in_wrong_code::text from sign_in_wrong_code where email = $1`,
        [email],
      ),
    );
    const hashed = createHash('sha256').update(code).digest('hex');
    for (const kept of [await trial.tokenSentTo(email), code, '203.0.113.77', '203.0.113.78', secret]) {
      expect(stored).not.toContain(kept);
      expect(stored).not.toContain(hex(kept));
    }
    expect(stored).not.toContain(hashed);
  });
});

describe('a letter with a link', () => {
  const words = async (email: string) =>
    JSON.stringify(await trial.rows('select body_text, body_html from mail where recipient = $1', [email]));

  it('is forgotten with the act that uses the link', async () => {
    const { email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    await trial.links.use(token, { secret, address: HOME });
    expect(await words(email)).not.toContain(token);
    expect(await words(email)).toContain('has been used');
  });

  it('is forgotten, and sent no more, when its time is over; other letters stay', async () => {
    const { email } = await trial.aPerson('member');
    await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const outbox = trial.parts.get(Outbox);
    const other = Letter.of({ subject: 'Your certificate', name: 'Ada', parts: ['It is here'] });
    const posted = { once: ['other', email] as const, recipient: email, letter: () => other };
    await trial.transactions.run((tx) => outbox.post(tx, posted));
    const deliveries = trial.parts.get(Deliveries);
    await deliveries.forgetOver();
    expect(await words(email)).toContain(token);
    const [{ id }] = (await trial.rows<{ id: string }>(`select id from mail where recipient = $1 and subject <> $2`, [
      email,
      other.subject,
    ])) as [{ id: string }];
    trial.clock.advance(15 * MINUTE);
    expect(await deliveries.take(id)).toBeUndefined();
    await deliveries.forgetOver();
    expect(await words(email)).not.toContain(token);
    expect(await words(email)).toContain('It is here');
    expect(await deliveries.due(1000)).not.toContain(id);
    expect(await trial.transactions.run((tx) => deliveries.retry(tx, id))).toBe(false);
  });
});

describe('attempts that are denied', () => {
  it('are on record twice for each link and hour, however many they are', async () => {
    const { id, email } = await trial.aPerson('member');
    const { secret } = await trial.ask(email);
    const token = await trial.tokenSentTo(email);
    const code = wrongFor(await trial.codeShown(email, secret));
    for (let guess = 0; guess < 30; guess++) await trial.links.use(token, { address: HOME, code });
    expect(await trial.audited(id)).toEqual([
      { action: 'sign_in.denied', actor: null, detail: { why: 'wrong code' } },
      { action: 'sign_in.denied', actor: null, detail: { why: 'too many wrong codes' } },
    ]);
    await trial.links.use(token, { secret, address: HOME });
    for (let again = 0; again < 5; again++) await trial.links.use(token, { secret, address: HOME });
    expect((await trial.audited(id)).slice(2)).toEqual([
      { action: 'sign_in.denied', actor: null, detail: { why: 'used' } },
    ]);
    // Others above were denied somewhat later than `start`.
    trial.clock.advance(2 * 60 * MINUTE);
    await trial.links.use('no such link', { address: HOME });
    expect((await trial.audited(id)).slice(3).map(({ detail }) => detail)).toEqual([
      { why: 'wrong code', more: 3 },
      { why: 'too many wrong codes', more: 25 },
      { why: 'used', more: 4 },
    ]);
  });

  it('are on record for links that there are not, without telling them from each other', async () => {
    const before = (await trial.audited('unknown')).length;
    for (let nth = 0; nth < 50; nth++) await trial.links.use(`made up ${nth}`, { address: HOME });
    expect((await trial.audited('unknown')).length).toBeLessThanOrEqual(before + 2);
  });
});
