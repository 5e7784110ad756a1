import { randomUUID } from 'node:crypto';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenTesting } from '../../../../../test/support/given-testing';

let desk: Desk;
let testing: GivenTesting;
let other: string;
let roundId: string;
let href: string;
let course: { courseId: string; versionId: string };

async function aRound(title: string, more: object = {}): Promise<string> {
  course = await testing.aCourse(title, title.toLowerCase().replaceAll(' ', '-'));
  const testers = [await desk.who('tester'), other];
  return testing.aRound({ ...course, openedBy: await desk.who('officer'), testers, ...more });
}

beforeAll(async () => {
  desk = await Desk.open();
  testing = new GivenTesting(desk.database.source);
  other = await desk.given.aPerson({ name: 'Cleo Dunn', roles: ['member', 'tester'] });
  roundId = await aRound('Golf for members');
  href = `/testing/rounds/${roundId}`;
});
afterAll(() => desk.close());

describe('the steering group’s home', () => {
  it('says what waits for a tester, and how far each round is', async () => {
    const { status, text } = await desk.get('tester', '/testing');
    expect(status).toBe(200);
    expect(text).toContain('Preview Golf for members, version 1');
    expect(text).toContain('0 of 2 sign-offs needed');
    expect(text).toContain('Not started: Cleo Dunn, Tess Tester');
  });

  it.each(['champion', 'auditor', 'administrator'] as const)(
    'is read by a %s, who is asked for nothing',
    async (role) => {
      const { status, text } = await desk.get(role, '/testing');
      expect(status).toBe(200);
      expect(text).toContain('Golf for members');
      expect(text).not.toContain('Waiting for you');
      expect(text).not.toContain('Cleo Dunn');
    },
  );
});

describe('a round', () => {
  it('is read by champions and auditors, who get nothing to press', async () => {
    for (const role of ['champion', 'auditor', 'administrator'] as const) {
      const { status, body, text } = await desk.get(role, href);
      expect([role, status]).toEqual([role, 200]);
      expect(text).toContain('Round 1 on version 1');
      expect(body.match(/<form method="post"/g)).toHaveLength(1); // "Sign out"
    }
  });

  it('is not there for a tester who is not in it, nor is a page below it', async () => {
    const foreign = `/testing/rounds/${await aRound('Foreign', { testers: [other] })}`;
    for (const path of ['', '/sign-off', '/report', '/report.pdf'])
      expect([path, (await desk.get('tester', foreign + path)).status]).toEqual([path, 404]);
    for (const path of ['/preview', '/sign-off', '/could-not-finish'])
      expect([path, (await desk.post('tester', foreign + path, {})).status]).toEqual([path, 404]);
    expect((await desk.get('officer', `/testing/rounds/${randomUUID()}`)).status).toBe(404);
    expect((await desk.get('officer', '/testing/rounds/nonsense')).text).toContain('Test round not found');
  });

  it('refuses members, and everybody who only reads', async () => {
    expect((await desk.get('member', href)).status).toBe(403);
    for (const role of ['member', 'champion', 'auditor', 'administrator'] as const)
      for (const path of [
        '/preview',
        '/sign-off',
        '/could-not-finish',
        '/nudge',
        '/close',
        '/deadline',
        '/testers',
        '/report',
      ])
        expect([role, path, (await desk.post(role, href + path, {})).status]).toEqual([role, path, 403]);
    for (const path of ['/nudge', '/close', '/deadline', '/testers', '/report'])
      expect([path, (await desk.post('tester', href + path, {})).status]).toEqual([path, 403]);
    expect((await desk.post('officer', `${href}/sign-off`, {})).status).toBe(403);
  });
});

describe('an officer', () => {
  it('reminds those who have not decided, and not twice', async () => {
    const { headers } = await desk.post('officer', `${href}/nudge`, {});
    expect((await desk.get('officer', String(headers.location))).text).toContain('were reminded by mail');
    const again = await desk.post('officer', `${href}/nudge`, {});
    expect((await desk.get('officer', String(again.headers.location))).text).toContain('Nobody was reminded');
  });

  it('sets another last day, and is told what is wrong with one', async () => {
    const wrong = { 'deadline-day': '31', 'deadline-month': '2', 'deadline-year': '2027' };
    const { status, body, text } = await desk.post('officer', `${href}/deadline`, wrong);
    expect([status, body.includes('<title>Error: ')]).toEqual([400, true]);
    expect(body).toContain('href="#deadline-day">The last day must be a real date');
    expect(body).toContain('value="31"');
    expect(text).toContain('Change the last day');
    const good = { 'deadline-day': '4', 'deadline-month': '12', 'deadline-year': '2026' };
    const { headers } = await desk.post('officer', `${href}/deadline`, good);
    expect((await desk.get('officer', String(headers.location))).text).toContain(
      '17:00 on 4 December 2026, in 12 days',
    );
  });

  it('adds testers, who are no longer offered', async () => {
    const third = await desk.given.aPerson({ name: 'Dev Mehta', roles: ['tester'] });
    expect((await desk.post('officer', `${href}/testers`, {})).text).toContain('Select who is to test it as well');
    const { headers } = await desk.post('officer', `${href}/testers`, { testers: third });
    const { text, body } = await desk.get('officer', String(headers.location));
    expect(text).toContain('The testers were added');
    expect(body).not.toContain(`value="${third}"`);
  });

  it('closes a round early, but not by accident', async () => {
    const early = `/testing/rounds/${await aRound('Early')}`;
    expect((await desk.post('officer', `${early}/close`, {})).text).toContain(
      'Tick the box if you want to close the round',
    );
    const { headers } = await desk.post('officer', `${early}/close`, { sure: 'yes' });
    const { text, body } = await desk.get('officer', String(headers.location));
    expect(text).toContain('An officer closed it');
    expect(body).not.toContain('/nudge"');
    expect((await desk.post('officer', `${early}/close`, { sure: 'yes' })).status).toBe(409);
    expect((await desk.get('tester', `${early}/sign-off`)).status).toBe(409);
  });
});

describe('closed rounds', () => {
  beforeAll(async () => {
    const last = await aRound('Last');
    for (const tester of [other, await desk.who('tester')]) await testing.aSignOff(last, tester, 'signed_off');
    await testing.closed(last, 'quorum', 'approved', '2026-11-22T14:32:00Z');
  });

  const rowsOf = async (role: 'tester' | 'champion') => {
    const { status, headers, body } = await desk.get(role, '/testing/closed-rounds.json');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    return (JSON.parse(body) as { rows: { module: string }[] }).rows;
  };

  it('are a list with a bar, and links that say which round they are about', async () => {
    const { body, text } = await desk.get('champion', '/testing');
    expect(text).toContain('Showing all 2 Download as CSV : Closed rounds, the last closed first or JSON');
    expect(text).toContain('Report on Last, version 1, round 1');
    expect(body).toMatch(/data-label="Sign-offs"><span>2 of 2\s*<svg class="induct-bar"/);
  });

  it('are taken away by whoever reads them, testers those they were in, and nobody else', async () => {
    const foreign = await aRound('Foreign and closed', { testers: [other] });
    await testing.closed(foreign, 'officer');
    expect((await rowsOf('champion')).map(({ module }) => module)).toEqual(
      expect.arrayContaining(['Last', 'Foreign and closed']),
    );
    const own = await rowsOf('tester');
    expect(own.map(({ module }) => module)).not.toContain('Foreign and closed');
    expect(own).toContainEqual({
      module: 'Last',
      version: 1,
      round: 1,
      result: expect.any(String),
      signOffs: 2,
      signOffsNeeded: 2,
      refused: 0,
      findings: 0,
      closed: expect.stringMatching(/^2026-11-22T/),
    });
    const { headers, body } = await desk.get('tester', '/testing/closed-rounds.csv');
    expect(headers['content-disposition']).toBe('attachment; filename="closed-rounds-2026-11-22.csv"');
    expect(body.split('\r\n')[0]).toBe(
      '\uFEFFModule,Version,Round,Result,Sign-offs,Sign-offs needed,Refused,Findings,Closed',
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'closed-rounds.exported', detail: { as: 'csv' } });
    expect((await desk.get('member', '/testing/closed-rounds.csv')).status).toBe(403);
  });
});

describe('the findings of a round', () => {
  it('are cut into pages and filtered', async () => {
    const many = await aRound('Many');
    const authorId = await desk.who('tester');
    for (let nth = 0; nth < 45; nth += 1)
      await testing.aFinding({
        ...course,
        roundId: many,
        authorId,
        severity: nth % 3 === 0 ? 'blocking' : 'suggestion',
      });
    const shown = async (query: string) => (await desk.get('officer', `/testing/rounds/${many}${query}`)).text;
    expect(await shown('')).toContain('Showing 1 to 20 of 45');
    expect(await shown('?page=3')).toContain('Showing 41 to 45 of 45');
    expect(await shown('?page=99')).toContain('Showing 41 to 45 of 45');
    expect(await shown('?severity=blocking')).toContain('Showing all 15');
    expect(await shown('?state=fixed')).toContain('No finding matches');
    expect(await shown('?severity=fatal&from=mars')).toContain('Showing 1 to 20 of 45');
  });
});

describe('the report', () => {
  it('says how an open round stands, and is made into a PDF when an officer asks', async () => {
    const { status, text } = await desk.get('champion', `${href}/report`);
    expect(status).toBe(200);
    expect(text).toContain('Report on round 1, version 1');
    expect(text).toContain('The PDF is made when the round closes');
    expect((await desk.get('champion', `${href}/report.pdf`)).status).toBe(409);
    const { headers } = await desk.post('officer', `${href}/report`, {});
    const asked = await desk.get('officer', String(headers.location));
    expect(asked.text).toContain('The PDF is being made');
    expect(asked.body).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
  });
});
