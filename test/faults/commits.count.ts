import { Client } from 'pg';
import { type FaultyMember, SECONDS_A_COMMIT } from './faulty-member';

export interface Counts {
  /** Acknowledged, but not in the log. */
  lost: number;
  /** In the log, or in the learning time, more than once. */
  twice: number;
  /** Registrations whose result, bookmark or learning time is not what was sent. */
  wrong: number;
}

interface Kept {
  launch_id: string;
  logged: number;
  different: number;
  completion: string;
  learning_seconds: number;
  location: string;
}

/** What the database holds, beside what the members saw acknowledged. */
export async function countWhatIsKept(databaseUrl: string, members: readonly FaultyMember[]): Promise<Counts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Kept>(`
    select launch.id as launch_id, log.logged, log.different, registration.completion, registration.learning_seconds,
      sco_state.runtime -> 'newest' -> 'said' ->> 'location' as location
    from launch
    join attempt on attempt.id = launch.attempt_id
    join registration on registration.id = attempt.registration_id
    join sco_state on sco_state.attempt_id = attempt.id
    join lateral (
      select count(*)::int as logged, count(distinct seq)::int as different from commit_log where launch_id = launch.id
    ) log on true`);
  await client.end();
  const kept = new Map(rows.map((row) => [row.launch_id, row]));
  const counts: Counts = { lost: 0, twice: 0, wrong: 0 };
  for (const { launch, acknowledged, commits } of members) {
    const row = kept.get(launch.launchId);
    counts.lost += acknowledged - (row?.different ?? 0);
    counts.twice += (row?.logged ?? 0) - (row?.different ?? 0);
    const seconds = commits * SECONDS_A_COMMIT;
    if ((row?.learning_seconds ?? 0) > seconds) counts.twice++;
    const isRight =
      row?.completion === 'completed' && row.learning_seconds === seconds && row.location === `p${commits}`;
    if (!isRight) counts.wrong++;
  }
  return counts;
}
