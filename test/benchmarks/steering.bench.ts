import type { AddressInfo } from 'node:net';
import { openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import fastify from 'fastify';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, percentiles, round } from './figure';
import { steeringYears } from './steering-years';
import { figure, timed, Visitor } from './visits';

const TIMES = 300;
const GOAL_MS = 30;

/** The steering group's pages through the real application; the floor is a bare Fastify that answers the same bytes. */
export async function steeringBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const port = await trial.freePort();
  const app = await createMembersArea(testConfig(database.url, { PORT: String(port) }), source);
  const visitor = new Visitor();
  const bare = fastify();
  let bytes: Buffer = Buffer.alloc(0);
  bare.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(bytes));
  try {
    trial.say('  60 rounds of ten testers, 200 findings in the newest …');
    const { officerId, testerIds, roundId } = await steeringYears(source);
    await database.asOwner('vacuum analyze');
    await app.listen(port, '127.0.0.1');
    await bare.listen({ port: 0, host: '127.0.0.1' });
    const barePort = (bare.server.address() as AddressInfo).port;
    const signIns = app.get(SignIns, { strict: false });
    const signIn = (id: string) => app.get(Transactions).run((tx) => signIns.signIn(tx, id, { by: 'letter' }));
    const officer = await signIn(officerId);
    const tester = await signIn(testerIds[0]!);
    const measure = async (signedIn: string, paths: readonly string[]) => {
      bytes = await visitor.page(port, signedIn, paths[0]!);
      const floor = percentiles(await timed(TIMES, () => visitor.visit(barePort, signedIn, '/'))).p50 / 1000;
      const all = await timed(TIMES, (nth) => visitor.visit(port, signedIn, paths[nth % paths.length]!));
      return figure(all, round(floor), GOAL_MS);
    };
    const page = `/testing/rounds/${roundId}`;
    const looks = [
      page,
      `${page}?page=2`,
      `${page}?page=10`,
      `${page}?severity=blocking`,
      `${page}?state=unsettled`,
      `${page}?from=carried`,
    ];
    return {
      officersHome: await measure(officer, ['/testing', '/testing?page=2', '/testing?page=3']),
      testersHome: await measure(tester, ['/testing', '/testing?page=2']),
      officersRound: await measure(officer, looks),
      testersRound: await measure(tester, looks),
      report: await measure(officer, [`${page}/report`]),
    };
  } finally {
    visitor.leave();
    await bare.close();
    await app.close();
    await source.destroy();
    await database.drop();
  }
}
