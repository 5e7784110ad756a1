import { Proposals } from '@induct/people';
import { type NewRule, RoleRules } from '@induct/sign-in';
import { CouncilSignInTrial, type KnownPerson } from '../../../../../test/support/council-sign-in-trial';
import { TravellingBrowser } from '../../../../../test/support/travelling-browser';

const DAY = 24 * 3_600_000;

let trial: CouncilSignInTrial;
beforeAll(async () => {
  trial = await CouncilSignInTrial.open();
});
afterAll(() => trial?.close());
beforeEach(() => trial.reset());

describe('roles', () => {
  const rules = () => trial.desk.app.get(RoleRules, { strict: false });
  const add = async (rule: NewRule) => rules().add(rule, await trial.desk.who('administrator'));
  const removeAll = async () => {
    for (const { id } of await rules().list()) await rules().remove(id, await trial.desk.who('administrator'));
  };
  const signIn = (subject: string) => trial.signIn(new TravellingBrowser(), subject);
  const rolesOf = async (id: string) =>
    (await trial.rows<{ role: string }>('select role from person_role where person_id = $1 order by 1', [id])).map(
      ({ role }) => role,
    );
  const agree = async () => {
    const proposals = trial.desk.app.get(Proposals, { strict: false });
    const [waiting] = (await proposals.waiting()).filter(({ kind }) => kind === 'rule');
    await proposals.agree(waiting!.id, await trial.desk.who('officer'));
  };
  beforeAll(async () => {
    await trial.reset();
    await trial.desk.who('officer');
  });
  beforeEach(removeAll);

  it('come with the letter that links, and go when the council no longer says so; those given here stay', async () => {
    await add({ claim: 'groups', value: 'champions', role: 'champion' });
    await add({ claim: 'groups', value: 'members', role: 'member' });
    const dee = await trial.somebody({ groups: ['champions', 'members'] });
    await trial.link(dee);
    expect(await rolesOf(dee.id)).toEqual(['champion', 'member']);
    trial.council.accounts.set(dee.subject, { groups: [] });
    await signIn(dee.subject);
    expect(await rolesOf(dee.id)).toEqual(['member']);
    trial.council.accounts.set(dee.subject, { groups: 'champions' });
    await signIn(dee.subject);
    expect(await rolesOf(dee.id)).toEqual(['champion', 'member']);
    await removeAll();
    expect(await signIn(dee.subject)).toBe('/modules');
    expect(await rolesOf(dee.id)).toEqual(['member']);
    const onRecord = await trial.rows(
      `select detail from audit_event where action = 'person.roles-by-rule' and subject_id = $1 order by id`,
      [dee.id],
    );
    expect(onRecord).toEqual(
      [
        [['champion'], []],
        [[], ['champion']],
        [['champion'], []],
        [[], ['champion']],
      ].map(([added, removed]) => ({ detail: { added, removed } })),
    );
  });

  it('that confirm come by a rule that two people agreed to, count a day later, and everybody at the desk is told', async () => {
    const eve = await trial.somebody({ roles: ['Members.Tester'] });
    await trial.link(eve);
    expect(await add({ claim: 'roles', value: 'Members.Tester', role: 'tester' })).toBe('waiting');
    await signIn(eve.subject);
    expect(await rolesOf(eve.id)).toEqual(['member']);
    await agree();
    await signIn(eve.subject);
    expect(await rolesOf(eve.id)).toEqual(['member', 'tester']);
    const [grant] = await trial.rows<{ from: Date; alone: boolean }>(
      `select confirms_from as "from", granted_alone as alone from person_role where person_id = $1 and role = 'tester'`,
      [eve.id],
    );
    expect(grant).toEqual({ from: new Date(trial.desk.clock.now().getTime() + DAY), alone: false });
    const told = await trial.rows<{ text: string }>(
      `select m.body_text as text from mail m join person p on p.email = m.recipient where p.id = $1 order by m.created_at, m.id`,
      [await trial.desk.who('officer')],
    );
    expect(told.some(({ text }) => text.includes('now has the role Tester'))).toBe(true);
  });

  it('are unchanged when the council leaves out what a rule asks for, and health says so', async () => {
    await add({ claim: 'groups', value: 'champions', role: 'champion' });
    const fay = await trial.somebody({ groups: ['champions'] });
    await trial.link(fay);
    trial.council.accounts.set(fay.subject, { _claim_names: { groups: 'src1' } });
    expect(await signIn(fay.subject)).toBe('/modules');
    expect(await rolesOf(fay.id)).toEqual(['champion', 'member']);
    const cookie = await trial.desk.cookie('administrator');
    const health = (await (await fetch(`${trial.site}/health`, { headers: { cookie } })).json()) as object;
    expect(health).toMatchObject({
      parts: { 'council sign-in': { ok: false, says: expect.stringMatching(/groups left out of a token.*app roles/) } },
    });
  });

  it('of administrators come and go by no rule', async () => {
    await expect(add({ claim: 'roles', value: 'Boss', role: 'administrator' as never })).rejects.toMatchObject({
      name: 'NotAllowed',
    });
    const gus = await trial.somebody({ roles: ['Boss'] }, ['administrator']);
    await trial.link(gus);
    expect(await rolesOf(gus.id)).toEqual(['administrator']);
    // Nobody raises themselves by a rule of their own either.
    await rules().add({ claim: 'roles', value: 'Boss', role: 'auditor' }, gus.id);
    await signIn(gus.subject);
    expect(await rolesOf(gus.id)).toEqual(['administrator']);
  });
});

describe('signing out at the council', () => {
  let hal: KnownPerson;
  beforeAll(async () => {
    await trial.reset();
    hal = await trial.somebody();
    await trial.link(hal);
  });
  const cameIn = async () => {
    const browser = new TravellingBrowser();
    expect(await trial.signIn(browser, hal.subject)).toBe('/modules');
    return browser;
  };
  /** @returns the status. What it says is read too: else the connection waits for whoever reads it. */
  const tell = async (form: Record<string, string>): Promise<number> => {
    const url = `${trial.site}/sign-in/council/back-channel`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    await answer.text();
    return answer.status;
  };

  it('ends every sign-in that the account began here, and no other', async () => {
    const [one, two, other] = [await cameIn(), await cameIn(), await trial.link(await trial.somebody())];
    const byLetter = new TravellingBrowser();
    await trial.send(byLetter, '/sign-in', { email: hal.email });
    await trial.send(byLetter, await trial.linkTo(hal.email), {});
    await trial.council.signOut(hal.subject);
    expect([await trial.isIn(one), await trial.isIn(two)]).toEqual([false, false]);
    expect([await trial.isIn(other), await trial.isIn(byLetter)]).toEqual([true, true]);
    const ended = await trial.rows(
      `select 1 from audit_event where action = 'sign_in.ended' and actor_id = $1 and detail ->> 'asked' = 'council'`,
      [hal.id],
    );
    expect(ended).toHaveLength(2);
  });

  it('is told once with each token', async () => {
    const told = { logout_token: await trial.council.sign(trial.council.logoutClaims(hal.subject, 'once')) };
    expect(await tell(told)).toBe(200);
    const browser = await cameIn();
    expect(await tell(told)).toBe(400);
    expect(await trial.isIn(browser)).toBe(true);
  });

  it.each<[string, (claims: Record<string, unknown>) => void, Record<string, string>]>([
    ['another issuer', (claims) => (claims['iss'] = 'https://elsewhere.example'), {}],
    ['another audience', (claims) => (claims['aud'] = 'another'), {}],
    ['no sign-out in it', (claims) => (claims['events'] = { 'https://elsewhere.example/event': {} }), {}],
    ['no events', (claims) => delete claims['events'], {}],
    ['a nonce', (claims) => (claims['nonce'] = 'of an ID token'), {}],
    ['nobody in it', (claims) => delete claims['sub'], {}],
    ['no number', (claims) => delete claims['jti'], {}],
    ['an old date', (claims) => Object.assign(claims, { iat: 1_600_000_000, exp: undefined }), {}],
    ['another kind', () => undefined, { typ: 'at+jwt' }],
    ['another key', () => undefined, { kid: 'unknown' }],
  ])('is not believed with %s', async (_what, change, header) => {
    const browser = await cameIn();
    const claims = trial.council.logoutClaims(hal.subject, `forged ${_what}`);
    change(claims);
    expect(await tell({ logout_token: await trial.council.sign(claims, header) })).toBe(400);
    expect(await trial.isIn(browser)).toBe(true);
  });

  it.each([{}, { logout_token: '' }, { logout_token: 'x' }, { logout_token: 'a.b.c' }])(
    'is not believed when it is no token: %j',
    async (form) => {
      expect(await tell(form as Record<string, string>)).toBe(400);
    },
  );

  it('is not believed with a signature that is none', async () => {
    const [head, body] = (await trial.council.sign(trial.council.logoutClaims(hal.subject, 'unsigned'))).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [`${none}.${body}.`, `${head}.${body}.${'A'.repeat(342)}`])
      expect(await tell({ logout_token: token })).toBe(400);
  });
});

describe('signing out here', () => {
  it('ends the sign-in here, and offers the council’s page to sign out', async () => {
    const browser = await trial.link(await trial.somebody());
    expect(await trial.send(browser, '/sign-out', {})).toBe('/signed-out');
    expect(await trial.isIn(browser)).toBe(false);
    expect((await trial.get(browser, '/signed-out')).body).toContain('/sign-in/council/sign-out');
    const { to } = await trial.get(browser, '/sign-in/council/sign-out');
    expect(to).toMatch(
      new RegExp(`^${trial.council.issuer}/session/end\\?post_logout_redirect_uri=.*signed-out&client_id=induct$`),
    );
  });
});
