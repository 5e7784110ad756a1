import { openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { Client } from 'pg';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { aFullProgramme } from './full-programme';
import { type Figure, percentiles } from './figure';
import { figure, timed, Visitor } from './visits';

/** The least that shows a page of what comes. */
const PROGRAMME_SQL = `
  select s.id, s.state, s.place, e.slug, e.title, e.about, p."on", p."from", p."to"
    from session_part p join programme_session s on s.id = p.session_id join programme_event e on e.id = s.event_id
   where p.number = 1 and p."on" >= $1 and s.state in ('provisional', 'confirmed')
   order by p."on", p."from", s.id limit 20`;

/** What members see of a programme of 10,000 sessions, half of them still to come, through the real application. */
export async function programmeBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const bare = new Client({ connectionString: database.url });
  await bare.connect();
  const port = await trial.freePort();
  const app = await createMembersArea(testConfig(database.url, { PORT: String(port) }), source);
  const visitor = new Visitor();
  try {
    trial.say('  10,000 sessions, 1,000 members …');
    const memberIds = await aFullProgramme(source);
    await database.asOwner('vacuum analyze');
    await app.listen(port, '127.0.0.1');
    const signIns = app.get(SignIns, { strict: false });
    const signIn = (id: string) => app.get(Transactions).run((tx) => signIns.signIn(tx, id, { by: 'letter' }));
    const members = await Promise.all(memberIds.slice(0, 50).map(signIn));
    const visits = (path: string) => timed(300, (nth) => visitor.visit(port, members[nth % members.length]!, path));
    const today = new Date().toISOString().slice(0, 10);
    const floor = await timed(300, async () => {
      const { rows } = await bare.query({ name: 'programme', text: PROGRAMME_SQL, values: [today] });
      return JSON.stringify(rows).length;
    });
    const seconds = percentiles(floor).p50 / 1000;
    return {
      coming: figure(await visits('/programme'), seconds, 40),
      past: figure(await visits('/programme?show=past'), seconds, 40),
      needed: figure(await visits('/programme?need=yes'), seconds, 40),
      home: figure(await visits('/'), seconds, 40),
    };
  } finally {
    visitor.leave();
    await app.close();
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}
