import fc from 'fast-check';
import { daysLater } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { isOverdue } from '../retakes/retake.rules';
import { resultOf } from './registration-result';

const aRegistration = fc.record({
  completion: fc.constantFrom(null, 'not_attempted', 'incomplete', 'completed'),
  success: fc.constantFrom(null, 'unknown', 'failed', 'passed'),
  completedAt: fc.constantFrom(null, new Date('2026-11-28T09:00:00Z')),
});
const aDay = fc.integer({ min: -3, max: 3 }).map((days) => daysLater('2026-11-28', days));

describe('a rule that lists need in SQL', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database?.drop());

  it('says of a registration what the rule says', async () => {
    const registrations = fc.sample(aRegistration, 300);
    const rows = await database.source.query<{ result: string }[]>(
      `select registration_result(completion, success, completed_at) as result
         from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as r (completion, success, completed_at, nth)
        order by nth`,
      [
        registrations.map(({ completion }) => completion),
        registrations.map(({ success }) => success),
        registrations.map(({ completedAt }) => completedAt),
      ],
    );
    expect(rows.map(({ result }) => result)).toEqual(registrations.map(resultOf));
  });

  it('calls a retake overdue on the same day', async () => {
    const days = fc.sample(fc.tuple(aDay, aDay), 100);
    const rows = await database.source.query<{ late: boolean }[]>(
      `select is_overdue(due_on, day) as late
         from unnest($1::date[], $2::date[]) with ordinality as d (due_on, day, nth) order by nth`,
      [days.map(([dueOn]) => dueOn), days.map(([, day]) => day)],
    );
    expect(rows.map(({ late }) => late)).toEqual(days.map(([dueOn, day]) => isOverdue(dueOn, day)));
  });
});
