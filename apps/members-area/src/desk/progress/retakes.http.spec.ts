import { Desk } from '../../../../../test/support/given-desk';
import { paging } from '../../lists/paging';

const completed = { completion: 'completed', success: 'passed', score: 85, done: true } as const;

let desk: Desk;
const people: Record<string, string> = {};
const names = (body: string) => [...body.matchAll(/\/admin\/members\/[^"]+">([^<]+)</g)].map(([, name]) => name);
const list = (query: string) => desk.get('officer', `/admin/progress?${query}`);

beforeAll(async () => {
  desk = await Desk.open();
  const { given } = desk;
  const code = await given.aModule({ title: 'The code of conduct', core: true, slug: 'code' });
  const data = await given.aModule({ title: 'Looking after data', slug: 'data' });
  for (const name of ['Ann Baker', 'Bob Cole', 'Cleo Dunn', 'Dev Evans'])
    people[name] = await given.aPerson({ name, group: 'Green' });
  for (const name of ['Ann Baker', 'Bob Cole']) {
    await given.aResult(people[name]!, code, { ...completed, at: '2026-09-01T10:00:00Z' });
    await given.aResult(people[name]!, data, { ...completed, at: '2026-09-02T10:00:00Z' });
  }
  await given.aResult(people['Cleo Dunn']!, code, { at: '2026-09-03T10:00:00Z', progress: 0.5 });
  const asked = new Date('2026-10-01T09:00:00Z');
  const first = await given.isRenewed(code, { policy: 'retake', retakeBy: '2026-11-21' }, asked);
  await given.isRenewed(data, { policy: 'retake', retakeBy: '2026-11-22' }, asked);
  await given.isTakenAgain(people['Bob Cole']!, first.versionId, new Date('2026-10-05T10:00:00Z'));
});
afterAll(() => desk.close());

it('shows who has to take a module again, by when, and when it was completed', async () => {
  const { text } = await list('');
  expect(text).toMatch(
    /Ann Baker Green Looking after data Retake due by 22 November 2026, score 85%\s*11:00 on 2 September 2026/,
  );
  expect(text).toMatch(/Ann Baker Green The code of conduct Retake overdue by 21 November 2026, score 85%/);
  expect(text).toMatch(/Bob Cole Green The code of conduct Completed score 85%/);
  expect(text).toMatch(/Cleo Dunn Green The code of conduct In progress/);
});

it.each([
  ['status=retake_due', ['Ann Baker', 'Bob Cole']],
  ['status=retake_overdue', ['Ann Baker']],
  ['status=retake_overdue&sort=newest', ['Ann Baker']],
  ['status=completed', ['Bob Cole']],
  ['status=retake_overdue&module=data', []],
])('filters by %s, and counts the same', async (query, found) => {
  const { body, text } = await list(query);
  expect(names(body)).toEqual(found);
  expect(text).toContain(paging(1, 25, found.length, String).says ?? 'Nobody matches');
});

it('is overdue from midnight in London on', async () => {
  desk.clock.set('2026-11-22T23:59:59Z');
  expect(names((await list('status=retake_overdue')).body)).toHaveLength(1);
  desk.clock.set('2026-11-23T00:00:00Z');
  expect(names((await list('status=retake_overdue')).body)).toHaveLength(3);
  desk.clock.set('2026-11-22T14:32:00Z');
});

it('has its column in the file', async () => {
  const { body } = await desk.get('officer', '/admin/progress.csv?status=retake_overdue');
  const lines = body.split('\r\n');
  expect(lines[0]).toMatch(/,Completed,Retake by$/);
  expect(lines[1]).toMatch(/^Ann Baker,Green,The code of conduct,Retake overdue,85,.*,2026-09-01 11:00,2026-11-21$/);
});

it('is on the member’s page, with the reason in words', async () => {
  const { text } = await desk.get('officer', `/admin/members/${people['Ann Baker']}`);
  expect(text).toMatch(/The code of conduct Retake overdue Core skills module/);
  expect(text).toContain(
    'Why is it to be taken again? The module was renewed: it was to be taken again by 21 November 2026, and has not been yet. What was completed at 11:00 on 1 September 2026 stays on record.',
  );
  expect((await desk.get('officer', `/admin/members/${people['Bob Cole']}`)).text).toContain(
    'The code of conduct Completed Core skills module',
  );
});

it('is counted on the overview, for officers; for auditors whoever completed it has', async () => {
  const { text } = await desk.get('officer', '/admin');
  expect(text).toContain('1 retake is overdue');
  expect(text).toMatch(/Module Completed Retake due Retake overdue In progress/);
  expect((await desk.get('auditor', '/admin')).text).not.toContain('Retake');
});
