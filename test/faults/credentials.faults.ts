import { createPublicKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CredentialCheck } from '@induct/accreditation';
import { Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { createMembersArea } from '../../apps/members-area/src';
import { openAwardTrial } from '../support/award-trial';
import { type RunningProcess, startProcess } from '../support/process';
import type { Trial } from '../support/trial';

const MAIN = join(__dirname, '../../apps/members-area/src/main.js');
/** So many that each kill meets some whose credential was not made yet. */
const CERTIFICATES = 400;
/** Together they have to come to one key. */
const SITES = 2;
/** For a site to begin and hand some out, on a machine that has other things to do as well. */
const PATIENCE_MS = 300_000;
/** Every so many kills come while a site begins; the others when some were handed out. */
const EARLY_EVERY = 4;
/** So long after it began, at most. */
const EARLY_MS = 3000;

interface Download {
  number: string;
  /** Of the credential: where it stands in the list, and what it is signed with. */
  place: string;
  key: string;
  file: Buffer;
}

/** Two sites make the credentials of 400 certificates for their holders, and are killed while they do. */
export async function credentialFaults(trial: Trial) {
  const awards = await openAwardTrial(trial);
  const keys = join(awards.config.DATA_DIR, 'keys');
  rmSync(keys, { recursive: true, force: true });
  for (let nth = 0; nth < CERTIFICATES; nth++) await awards.award(`Holder ${nth}`);
  const holders = await awards.source.query<{ number: string; personId: string; cookie: string }[]>(
    'select number, person_id as "personId" from certificate',
  );
  const check = awards.app.get(CredentialCheck, { strict: false });
  const area = await createMembersArea(awards.config, awards.source);
  const signIns = area.get(SignIns, { strict: false });
  for (const one of holders) {
    one.cookie = `induct=${await area.get(Transactions).run((tx) => signIns.signIn(tx, one.personId, { by: 'letter' }))}`;
  }
  const downloads: Download[] = [];
  /** What is no file, and no broken connection either: a database that is killed with it makes a 500. */
  const refused: number[] = [];
  let [kills, early, busy] = [0, 0, 0];

  const download = async (port: number): Promise<void> => {
    const { number, cookie } = holders[Math.floor(Math.random() * holders.length)]!;
    const name = Math.random() < 0.5 ? 'credential.json' : 'credential.jwt';
    const answer = await fetch(`http://127.0.0.1:${port}/certificates/${number}/wallet/${name}`, {
      headers: { cookie },
    });
    if (!answer.ok) {
      refused.push(answer.status);
      throw new Error(`${answer.status}`);
    }
    const file = Buffer.from(await answer.arrayBuffer());
    downloads.push({ number, file, ...saidBy(file.toString()) });
  };
  /** Until the site is gone. */
  const ask = async (port: number, isGone: () => boolean): Promise<void> => {
    // Nobody answers yet, or any more.
    while (!isGone()) await download(port).catch(() => wait(20));
  };
  const begin = (port: number): RunningProcess => {
    const { DATABASE_URL, DATA_DIR, SITE_ORIGIN } = awards.config;
    const settings = { DATABASE_URL, DATA_DIR, SITE_ORIGIN, PORT: String(port), DEMO: 'true', LOG_LEVEL: 'silent' };
    const compiled = join(trial.dataDir, 'compiled');
    return startProcess(MAIN, { ...settings, NODE_COMPILE_CACHE: compiled }, 'ignore');
  };
  /** One that ended by itself, as when its database was killed while it began, begins again: so does whoever runs it. */
  const keepUp = async (sites: RunningProcess[], nth: number, port: number, isGone: () => boolean): Promise<void> => {
    for (; !isGone(); await wait(500)) {
      const isUp = await sites[nth]!.listening(port).then(
        () => true,
        () => false,
      );
      if (isUp || isGone()) continue;
      await sites[nth]!.kill();
      sites[nth] = begin(port);
    }
  };
  return {
    get kills() {
      return kills;
    },
    /** Two sites begin, hand out what they are asked for, and are killed at some moment: of that, or now and then of their beginning. */
    async dieOnce(): Promise<void> {
      let gone = false;
      const isEarly = kills % EARLY_EVERY === EARLY_EVERY - 1;
      const before = downloads.length;
      const sites: RunningProcess[] = [];
      const asking: Promise<unknown>[] = [];
      for (let nth = 0; nth < SITES; nth++) {
        const port = await trial.freePort();
        sites.push(begin(port));
        asking.push(keepUp(sites, nth, port, () => gone));
        for (let browser = 0; browser < 3; browser++) asking.push(ask(port, () => gone));
      }
      if (isEarly) await wait(Math.random() * EARLY_MS);
      else {
        const enough = before + 1 + Math.floor(Math.random() * 15);
        for (const since = performance.now(); downloads.length < enough && performance.now() - since < PATIENCE_MS;)
          await wait(2);
        await wait(Math.random() * 150);
      }
      gone = true;
      await Promise.all(sites.map((site) => site.kill()));
      kills++;
      if (downloads.length > before) busy++;
      else if (isEarly) early++;
      await Promise.all(asking);
    },
    /** @returns how much is wrong */
    async judge(): Promise<number> {
      if (busy + early < kills) {
        trial.say(
          `credentials: ${kills - busy - early} of ${kills} kills came before a site had handed out any, in five minutes: it was not tried`,
        );
        return kills - busy - early;
      }
      const rows = await awards.source.query<{ number: string; place: string }[]>(
        `select c.number, r.list || '/' || r.list_index as place from credential r join certificate c on c.id = r.certificate_id`,
      );
      const kept = await awards.source.query<{ id: string; publicKey: Buffer }[]>(
        'select id, public_key as "publicKey" from issuer_key',
      );
      const pem = readFileSync(join(keys, 'issuer.pem'));
      const own = createPublicKey(pem).export({ format: 'jwk' }).x;
      const wrong: string[] = [];
      if (kept.length !== 1 || kept[0]!.publicKey.toString('base64url') !== own)
        wrong.push(`${kept.length} issuer keys`);
      if (new Set(rows.map(({ number }) => number)).size !== rows.length)
        wrong.push('a certificate has two credentials');
      if (new Set(rows.map(({ place }) => place)).size !== rows.length) wrong.push('two credentials have one place');
      const placeOf = new Map(rows.map(({ number, place }) => [number, place]));
      const odd = refused.filter((status) => status < 500);
      if (odd.length > 0) wrong.push(`${odd.length} holders were refused (${[...new Set(odd)].join(', ')})`);
      for (const one of downloads) {
        if (placeOf.get(one.number) !== one.place) wrong.push(`${one.number} was handed out with another place`);
        if (!one.key.endsWith(kept[0]?.id ?? '-')) wrong.push(`${one.number} was handed out with another key`);
        if ((await check.check(one.file)).outcome !== 'genuine')
          wrong.push(`${one.number} was handed out and is not genuine`);
      }
      trial.say(
        `credentials: ${downloads.length} handed out of ${rows.length} certificates, ${kept.length} issuer key, ${kills} kills of ${SITES} sites, ${busy} of them while they handed some out, ${refused.length} answers without a database, ` +
          `${wrong.length} wrong${wrong
            .slice(0, 5)
            .map((line) => `\n  ${line}`)
            .join('')}`,
      );
      return wrong.length;
    },
    async close(): Promise<void> {
      await area.close();
      await awards.close();
    },
  };
}

function saidBy(text: string): Pick<Download, 'place' | 'key'> {
  const isJwt = text.startsWith('eyJ');
  const part = (nth: number) => JSON.parse(Buffer.from(text.split('.')[nth]!, 'base64url').toString()) as never;
  const credential: {
    credentialStatus: { statusListIndex: string; statusListCredential: string }[];
    proof?: { verificationMethod: string };
  } = isJwt ? part(1) : (JSON.parse(text) as never);
  const [status] = credential.credentialStatus;
  const list = status!.statusListCredential.slice(status!.statusListCredential.lastIndexOf('/') + 1);
  const key = isJwt ? (part(0) as { kid: string }).kid : credential.proof!.verificationMethod;
  return { place: `${list}/${status!.statusListIndex}`, key };
}
