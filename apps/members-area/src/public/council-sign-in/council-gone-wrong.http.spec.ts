import type { ServerResponse } from 'node:http';
import { CouncilSignInTrial, type KnownPerson } from '../../../../../test/support/council-sign-in-trial';
import { TravellingBrowser } from '../../../../../test/support/travelling-browser';

const HOUR = 3_600_000;
const CONFIGURATION = '/.well-known/openid-configuration';
const AWAY = '/sign-in/council/failed?why=away&next=%2Fmodules';
const REFUSED = '/sign-in/council/failed?why=refused&next=%2Fmodules';

let trial: CouncilSignInTrial;
let ida: KnownPerson;
beforeAll(async () => {
  trial = await CouncilSignInTrial.open();
  await trial.reset();
  ida = await trial.somebody();
  await trial.link(ida);
});
afterAll(() => trial?.close());
beforeEach(() => {
  // What the council says of itself is asked again.
  trial.desk.clock.advance(2 * HOUR);
});
afterEach(() => (trial.council.instead = undefined));

type Answer = (response: ServerResponse) => void;
const json =
  (body: unknown): Answer =>
  (response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

/** From now on one path of the council's server answers so. */
function spoil(path: string, answer: Answer): void {
  trial.council.instead = (request, response) => {
    if (request.url?.split('?', 1)[0] !== path) return false;
    answer(response);
    return true;
  };
}

/** What the council says of itself, with changes. */
const itself = async (changes: Record<string, unknown>) => ({
  ...((await (await fetch(trial.council.issuer + CONFIGURATION)).json()) as object),
  ...changes,
});

const start = async () => {
  const { status, to } = await trial.get(new TravellingBrowser(), '/sign-in/council?next=/modules');
  return [status, to?.replace(trial.site, '')];
};

/** An answer whose token is still to be asked for. @param path of the council's server that answers otherwise */
async function comeBack(path: string, answer: Answer) {
  const browser = new TravellingBrowser();
  const back = await trial.answerOf(browser, await trial.start(browser), ida.subject);
  spoil(path, answer);
  const since = performance.now();
  const { status, to } = await browser.ask(back.href);
  return { leads: [status, to?.replace(trial.site, '')], took: performance.now() - since };
}

/** A body that never ends, as fast as it is read. @returns how much of it was taken, in bytes */
function flood(response: ServerResponse, head: string): () => number {
  let sent = 0;
  const more = Buffer.alloc(64 * 1024, ' ');
  const write = () => {
    while (!response.destroyed && response.write(more)) sent += more.length;
    if (!response.destroyed) response.once('drain', write);
  };
  response.setHeader('content-type', 'application/json').write(head);
  write();
  return () => sent;
}

describe('a council whose server has gone wrong', () => {
  it.each<[string, Answer]>([
    ['a page', (response) => response.setHeader('content-type', 'text/html').end('<h1>Maintenance</h1>')],
    ['nothing', (response) => response.end()],
    ['null', json(null)],
    ['a list', json([])],
    ['half an answer', (response) => response.setHeader('content-type', 'application/json').end('{"issuer":')],
    ['another place', (response) => response.writeHead(302, { location: 'http://localhost:1/' }).end()],
  ])('and says %s of itself leads on by a letter', async (_what, answer) => {
    spoil(CONFIGURATION, answer);
    expect(await start()).toEqual([303, AWAY]);
  });

  it.each([
    [{ authorization_endpoint: undefined }],
    [{ authorization_endpoint: 'nowhere' }],
    [{ authorization_endpoint: 'javascript:alert(1)' }],
    [{ authorization_endpoint: 7 }],
  ])('and cannot say where one signs in leads on by a letter: %j', async (changes) => {
    spoil(CONFIGURATION, json(await itself(changes)));
    expect(await start()).toEqual([303, AWAY]);
  });

  it.each([[{ end_session_endpoint: 'nowhere' }], [{ end_session_endpoint: 'javascript:alert(1)' }]])(
    'and cannot say where one signs out lets people sign out here: %j',
    async (changes) => {
      spoil(CONFIGURATION, json(await itself(changes)));
      const page = await trial.get(new TravellingBrowser(), '/signed-out');
      expect([page.status, page.body.includes('/sign-in/council/sign-out')]).toEqual([200, false]);
      const there = await trial.get(new TravellingBrowser(), '/sign-in/council/sign-out');
      expect(there.to).toBe(`${trial.site}/signed-out`);
    },
  );

  it.each<[string, string, Answer, string]>([
    ['a page for a token', '/token', (response) => response.end('<h1>Maintenance</h1>'), AWAY],
    ['null for a token', '/token', json(null), REFUSED],
    ['a token without who it is about', '/token', json({ access_token: 'a', token_type: 'bearer' }), REFUSED],
    ['a token that is none', '/token', json({ access_token: 'a', token_type: 'bearer', id_token: 'x.y.z' }), AWAY],
    ['no keys', '/jwks', json({ keys: [] }), REFUSED],
    ['a page for its keys', '/jwks', (response) => response.end('<h1>Maintenance</h1>'), AWAY],
  ])('and gives %s leads on by a letter', async (_what, path, answer, leads) => {
    expect((await comeBack(path, answer)).leads).toEqual([303, leads]);
  });

  it('and sends more than anybody reads is stopped after a megabyte or so, whatever it is asked', async () => {
    for (const path of [CONFIGURATION, '/token', '/jwks']) {
      trial.desk.clock.advance(2 * HOUR);
      let taken = () => 0;
      const answer: Answer = (response) => (taken = flood(response, '{"a":"'));
      if (path === CONFIGURATION) spoil(path, answer);
      const leads = path === CONFIGURATION ? await start() : (await comeBack(path, answer)).leads;
      expect(leads).toEqual([303, AWAY]);
      // What the sockets hold comes on top.
      expect([path, taken() < 16 * 1024 * 1024]).toEqual([path, true]);
      trial.council.instead = undefined;
    }
  });

  it('and never comes to an end is waited for five seconds, and nobody else waits meanwhile', async () => {
    let begin!: () => void;
    const begun = new Promise<void>((done) => (begin = done));
    const slow: Answer = (response) => {
      response.setHeader('content-type', 'application/json').write('{');
      const drip = setInterval(() => response.write(' '), 200);
      response.once('close', () => clearInterval(drip));
      begin();
    };
    const answered: string[] = [];
    const waiting = comeBack('/token', slow).finally(() => answered.push('who waits'));
    await begun;
    const other = await trial.get(new TravellingBrowser(), '/sign-in');
    answered.push('somebody else');
    const { leads, took } = await waiting;
    // Three times as long, for a busy machine; without an end it would be for ever.
    expect([leads, took < 15_000, other.status]).toEqual([[303, AWAY], true, 200]);
    expect(answered).toEqual(['somebody else', 'who waits']);
  });

  it.each([
    ['nobody that can be stored', 'a\u0000b'],
    ['longer than the specification allows', 'x'.repeat(256)],
    ['not of ASCII', 'ŵ'],
  ])('and calls somebody by what is %s refuses them', async (_what, who) => {
    trial.council.accounts.set(who, { name: 'Nobody' });
    expect(await trial.signIn(new TravellingBrowser(), who)).toBe(REFUSED);
  });

  it('and says what nobody can store of somebody lets them in without it', async () => {
    const odd = await trial.somebody({
      name: 'Odd\u0000 one',
      groups: ['a', 'a\u0000b', 'a\ud800', 'x'.repeat(300_000)],
    });
    await trial.rows(
      `insert into role_rule (id, claim, value, role, proposed_by, since) values (gen_random_uuid(), 'groups', 'a', 'member', $1, now())`,
      [await trial.desk.who('administrator')],
    );
    expect(await trial.signIn(new TravellingBrowser(), odd.subject)).toBe('/sign-in/council/account');
    expect(await trial.rows('select told from council_account where subject = $1', [odd.subject])).toEqual([
      { told: { claims: { groups: ['a'] }, omitted: [] } },
    ]);
  });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a rule for a claim called %s keeps nobody out, and gives nobody anything',
  async (claim) => {
    await trial.rows(
      `insert into role_rule (id, claim, value, role, proposed_by, since) values (gen_random_uuid(), $1, 'x', 'champion', $2, now())`,
      [claim, await trial.desk.who('administrator')],
    );
    expect(await trial.signIn(new TravellingBrowser(), ida.subject)).toBe('/modules');
    expect(await trial.rows('select role from person_role where person_id = $1', [ida.id])).toEqual([
      { role: 'member' },
    ]);
  },
);
