import Fastify from 'fastify';
import { Pool } from 'pg';

// The floor of the `commits` benchmark: the least a server can do that makes the same rows durable one request at a
// time. No token, no duplicates, no merge, no roll-up: it believes what it is told and writes it.

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

async function main(): Promise<void> {
  const pool = new Pool({
    connectionString: process.env.FLOOR_DATABASE_URL,
    max: Number(process.env.FLOOR_POOL ?? 10),
  });
  const app = Fastify({ bodyLimit: 1536 * 1024 });
  app.post<{ Params: Address; Body: Sent }>('/:registration/:attempt/:launch/commits', async (request) => {
    const { registration, attempt, launch } = request.params;
    const { seq, sco, run, final, shownMs, cmi } = request.body;
    const { suspend_data: suspendData, ...said } = cmi;
    const now = new Date();
    const result = {
      completion: 'incomplete',
      success: 'unknown',
      launches: { 1: { seq, elapsed: 0, runs: { 1: 0 } } },
    };
    const newest = { at: { launch: 1, run, seq }, suspendHash: HASH.toString('hex'), ended: final, said };
    await pool.query({
      name: 'write',
      text: WRITE,
      values: [
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
      ],
    });
    return { ok: true, seq, status: { completion: 'incomplete', success: 'unknown', recordedAt: now.toISOString() } };
  });
  await app.listen({ port: Number(process.env.FLOOR_PORT), host: '127.0.0.1' });
}

process.on('SIGTERM', () => process.exit(0));
void main();
