import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddedPostgresHome } from '@induct/platform';
import type { RunningInduct } from '../support/running-induct';
import { post, type SignedIn } from './abuse.people';

export interface Field {
  induct: RunningInduct;
  dataDir: string;
  attacker: SignedIn;
  officer: SignedIn;
  /** A launch of the attacker's own. */
  launch: string;
}

/** Does it for so long. @returns what came back, counted */
export type Attack = (field: Field, until: number) => Promise<Record<string, number>>;

const now = () => performance.now();
const portOf = (url: string) => Number(new URL(url).port);
const count = (counts: Record<string, number>, what: string | number) => (counts[what] = (counts[what] ?? 0) + 1);

/** So many at once, over and over. */
async function fire(
  at: number,
  until: number,
  one: (nth: number) => Promise<Response>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let nth = 0;
  const gun = async () => {
    while (now() < until) {
      const status = await one(nth++).then(
        async (reply) => {
          await reply.arrayBuffer();
          return reply.status;
        },
        () => 'no answer',
      );
      count(counts, status);
    }
  };
  await Promise.all(Array.from({ length: at }, gun));
  return counts;
}

const signInFlood: Attack = ({ induct }, until) =>
  fire(60, until, (nth) => post(`${induct.site}/sign-in`, induct.site, { email: `nobody${nth}@elsewhere.example` }));

/** 400 connections at either origin that send a byte now and then: half of them in the head, half in a body. */
const slowBodies: Attack = async ({ induct }, until) => {
  const counts: Record<string, number> = {};
  const drips = Array.from({ length: 400 }, (_, nth) => {
    const socket = connect(portOf(nth % 2 ? induct.site : induct.content), '127.0.0.1');
    const body = nth % 4 < 2 ? 'Content-Type: text/plain\r\nContent-Length: 200000\r\n\r\n' : 'X-Slow: ';
    socket.on('error', () => undefined).on('data', (data: Buffer) => count(counts, data.toString().slice(9, 12)));
    socket.on('close', () => count(counts, 'closed'));
    socket.write(`POST /sign-in HTTP/1.1\r\nHost: a\r\nOrigin: ${induct.site}\r\n${body}`);
    const timer = setInterval(() => socket.write('x'), 1000);
    return () => {
      clearInterval(timer);
      socket.destroy();
    };
  });
  // Longer than the patience with them, so that their end is seen.
  while (now() < Math.max(until, until + 20_000)) await pause(200);
  for (const end of drips) end();
  return counts;
};

const giantCommits: Attack = ({ launch }, until) => {
  const interactions = Array.from({ length: 240_000 }, () => ({}));
  const body = JSON.stringify({ seq: 1, sco: 'x', run: 1, final: false, shownMs: 1, cmi: { core: {}, interactions } });
  return fire(4, until, () =>
    fetch(`${launch}/commits`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  );
};

const forgedHeaders: Attack = ({ induct }, until) =>
  fire(10, until, (nth) =>
    fetch(`${induct.site}/verify/NMC-2026-AAAAA-BBBBB-${nth % 10}`, {
      headers: { 'x-forwarded-for': `198.51.${nth % 250}.${(nth * 7) % 250}`, forwarded: `for=203.0.113.${nth % 250}` },
    }),
  );

const parallelUploads: Attack = ({ induct, officer }, until) => {
  const zip = readFileSync(join(__dirname, '../../content/code-of-conduct.zip'));
  return fire(6, until, () => {
    const form = new FormData();
    form.append('module', '');
    form.append('package', new Blob([zip]), 'again.zip');
    return fetch(`${induct.site}/admin/uploads`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: induct.site, cookie: officer.cookie },
      body: form,
    });
  });
};

const killedPostgres: Attack = async ({ dataDir }, until) => {
  const pid = Number(
    readFileSync(join(embeddedPostgresHome(dataDir), 'cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  process.kill(pid, 'SIGKILL');
  while (now() < until) await pause(200);
  return { killed: 1 };
};

/** What this machine does when nobody attacks: the measure for the rest. */
const atRest: Attack = async (_, until) => {
  while (now() < until) await pause(200);
  return {};
};

export const ATTACKS: [string, Attack][] = [
  ['nothing', atRest],
  ['sign-in flood', signInFlood],
  ['slow bodies', slowBodies],
  ['giant commits', giantCommits],
  ['forged headers', forgedHeaders],
  ['parallel uploads', parallelUploads],
  ['killed PostgreSQL', killedPostgres],
];
