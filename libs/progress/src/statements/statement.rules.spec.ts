import { attemptStatements, type AttemptToTell } from './statement.rules';
import { uuidOf } from './uuid-of';

const attempt: AttemptToTell = {
  personId: 'ada',
  courseId: 'c1',
  registrationId: 'r1',
  versionId: 'v1',
  title: 'The code of conduct',
  number: 3,
  attemptId: 'a1',
  completion: 'completed',
  success: 'passed',
  score: '85.5',
  learningSeconds: 1_830,
  startedAt: new Date('2026-11-22T14:00:00Z'),
  recordedAt: new Date('2026-11-22T14:32:00Z'),
  completedAt: new Date('2026-11-22T14:31:00Z'),
  isDoubted: false,
};
const site = 'https://members.example';
const idOf = (of: AttemptToTell, verb: string) => attemptStatements(of, site).find((one) => one.verb === verb)?.id;

it('has an id that is worked out as RFC 9562 says', () => {
  // Its example: www.example.com in the namespace of DNS names.
  expect(uuidOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

it('is the same statement whenever it is worked out, and another for another attempt, verb or score', () => {
  expect(attemptStatements(attempt, site)).toEqual(attemptStatements({ ...attempt }, site));
  const ids = [attempt, { ...attempt, attemptId: 'a2' }].flatMap((one) =>
    attemptStatements(one, site).map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const better = { ...attempt, score: '90' };
  expect(idOf(better, 'scored')).not.toBe(idOf(attempt, 'scored'));
  expect(idOf(better, 'passed')).toBe(idOf(attempt, 'passed'));
});

it('says how long it took and what it came to', () => {
  const body = (verb: string) => attemptStatements(attempt, site).find((one) => one.verb === verb)!.body;
  expect(body('completed').result).toEqual({ completion: true, duration: 'PT30M30S' });
  expect(body('passed').result).toEqual({ success: true, score: { scaled: 0.855, raw: 85.5, min: 0, max: 100 } });
  expect(body('completed').timestamp).toBe('2026-11-22T14:31:00.000Z');
  expect(attemptStatements({ ...attempt, isDoubted: true }, site).map(({ verb }) => verb)).toEqual(['attempted']);
});
