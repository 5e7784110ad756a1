import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';

// The floor of the `commits` benchmark: the least a server can do that makes the same rows durable one request at a
// time. No token, no duplicates, no merge, no roll-up: it believes what it is told and writes it.

// `…/last` is the same for `completing`: the commit completes the person's last requirement.

interface Sent {
  seq: number;
  sco: string;
  run: number;
  final: boolean;
  shownMs: number;
  cmi: { suspend_data: string } & Record<string, unknown>;
}
interface Address {
  registration: string;
  attempt: string;
  launch: string;
}

const HASH = Buffer.alloc(32, 7);
const WRITE = `
  with registered as (
    update registration set revision = revision + 1, completion = 'incomplete', success = 'unknown', score = null,
      progress = null, learning_seconds = $4, recorded_at = $5, completed_at = null, completed_version_id = null
    where id = $1
  ), attempted as (
    update attempt set completion = 'incomplete', success = 'unknown', score = null, progress = null,
      learning_seconds = $4, recorded_at = $5, completed_at = null
    where id = $2
  ), merged as (
    insert into sco_state (attempt_id, sco, result, runtime, suspend_data, recorded_at)
    values ($2, $6, $7, $8, $9, $5)
    on conflict (attempt_id, sco) do update set result = excluded.result, runtime = excluded.runtime,
      suspend_data = excluded.suspend_data, recorded_at = excluded.recorded_at
  )
  insert into commit_log (opened_on, attempt_id, launch_id, seq, sco, run, final, hash, suspend_hash, cmi, shown_ms,
    received_at)
  values ($10, $2, $3, $11, $6, $12, $13, $14, $14, $15, $16, $5)`;

const COMPLETE = WRITE.replaceAll(`'incomplete'`, `'completed'`)
  .replace(
    'completed_at = null, completed_version_id = null',
    'completed_at = $5, completed_version_id = course_version.id',
  )
  .replace('where id = $1', 'from course_version where registration.id = $1')
  .replace('completed_at = null', 'completed_at = $5')
  .replace('= revision + 1', '= registration.revision + 1')
  // The first commit of a launch, as each is here, is written at the launch too.
  .replace('\n  insert into commit_log', ', launched as (update launch set last_commit_at = $5 where id = $3)$&');
const EVIDENCE = `
  with alone as materialized (select pg_advisory_xact_lock(hashtextextended('award ' || $1::uuid, 0))),
    marked as (insert into settling_mark (id, person_id) select gen_random_uuid(), $1 from alone)
  insert into evidence (id, person_id, requirement_id, kind, source, met_on, recorded_at)
  select gen_random_uuid(), $1, r.id, 'module', $2, $3::timestamptz::date, $3 from requirement r, alone`;
const AWARD = `
  insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
  select $1, scheme_id, id, $2, 1, $3, ($3::timestamptz + interval '48 months')::date, $4 from scheme_version`;
const CERTIFICATE = `
  insert into certificate (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at)
  values ($1, $2, $3, $4, $5, 'Member', $6, 'accreditation-1', $7)`;

async function main(): Promise<void> {
  const pool = new Pool({
    connectionString: process.env.FLOOR_DATABASE_URL,
    max: Number(process.env.FLOOR_POOL ?? 10),
  });
  const app = Fastify({ bodyLimit: 1536 * 1024 });
  app.post<{ Params: Address; Body: Sent }>('/:registration/:attempt/:launch/commits', async (request) => {
    const { now, values } = rowsOf(request.params, request.body, 'incomplete');
    await pool.query({ name: 'write', text: WRITE, values });
    return acknowledged(request.body, 'incomplete', now);
  });
  app.post<{ Params: Address & { person: string }; Body: Sent }>(
    '/:registration/:attempt/:launch/commits/:person/last',
    async (request) => {
      const { now, values } = rowsOf(request.params, request.body, 'completed');
      const { person, registration } = request.params;
      const [award, certificate] = [randomUUID(), randomUUID()];
      const shown = { title: 'The code of conduct', completedAt: now, score: null, learningSeconds: 60 };
      const number = `FLOOR-${certificate}`;
      const facts = { number, holder: 'Member', modules: [shown], signatories: [], learningSeconds: 60 };
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query({ name: 'complete', text: COMPLETE, values });
        await client.query({ name: 'evidence', text: EVIDENCE, values: [person, registration, now] });
        await client.query({ name: 'award', text: AWARD, values: [award, person, now, JSON.stringify([shown])] });
        const written = [certificate, award, person, number, certificate, JSON.stringify(facts), now];
        await client.query({ name: 'certificate', text: CERTIFICATE, values: written });
        await client.query('commit');
      } finally {
        client.release();
      }
      return acknowledged(request.body, 'completed', now);
    },
  );
  await app.listen({ port: Number(process.env.FLOOR_PORT), host: '127.0.0.1' });
}

function rowsOf(
  { registration, attempt, launch }: Address,
  { seq, sco, run, final, shownMs, cmi }: Sent,
  completion: string,
) {
  const { suspend_data: suspendData, ...said } = cmi;
  const now = new Date();
  const result = { completion, success: 'unknown', launches: { 1: { seq, elapsed: 0, runs: { 1: 0 } } } };
  const newest = { at: { launch: 1, run, seq }, suspendHash: HASH.toString('hex'), ended: final, said };
  const values = [
    registration,
    attempt,
    launch,
    60,
    now,
    sco,
    JSON.stringify(result),
    JSON.stringify({ newest, objectives: {}, interactions: {} }),
    JSON.stringify(suspendData),
    now,
    seq,
    run,
    final,
    HASH,
    JSON.stringify(cmi),
    shownMs,
  ];
  return { now, values };
}

const acknowledged = ({ seq }: Sent, completion: string, now: Date) => ({
  ok: true,
  seq,
  status: { completion, success: 'unknown', recordedAt: now.toISOString() },
});

process.on('SIGTERM', () => process.exit(0));
void main();
