import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, Queue, setDefaultBackendFactory } from 'bullmq';
import { embeddedPostgresHome, projectRoot, QUEUES } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { ask } from '../support/raw-request';

const NAME = 'Quillon Vantongeren';
const EMAIL = 'quillon.vantongeren@home.example';
const TOKEN = 'zQ8k3vTn0mYc5Rb1Xw7LdPfH2sJe9UgAo4iKtEyNzM_';
const PASSWORD = 'pa55wordOfTheMailServer';
const PLANTED = /Quillon|Vantongeren|zQ8k3vTn0|pa55wordOf/i;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** `npm start` as it is run, with everything written into its log that it would ever write. */
describe('what npm start writes down', () => {
  let database: TestDatabase;
  let induct: ChildProcess;
  let said = '';
  let site: number;
  let dataDir: string;
  const refusing = createServer((socket) => {
    socket.on('error', () => undefined).write('220 here\r\n');
    socket.on('data', (data) => {
      const answer = data.toString().startsWith('RCPT')
        ? `550 5.1.1 <${EMAIL}> ${NAME} does not live here`
        : '250 fine';
      socket.write(`${answer}\r\n`);
    });
  });

  beforeAll(async () => {
    database = await cloneDatabase();
    refusing.listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    site = await freePort();
    dataDir = mkdtempSync(join(tmpdir(), 'induct-log-'));
    const main = join(projectRoot, 'dist/apps/standalone/src/main.js');
    induct = spawn(process.execPath, [main, '--no-demo'], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        PORT: String(site),
        CONTENT_PORT: String(await freePort()),
        SMTP_URL: `smtp://relay:${PASSWORD}@127.0.0.1:${(refusing.address() as AddressInfo).port}`,
        LOG_LEVEL: 'trace',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [induct.stdout!, induct.stderr!])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    await until(() => said.includes('Induct is ready'));
  });
  afterAll(async () => {
    if (induct.exitCode === null) {
      induct.kill('SIGTERM');
      await once(induct, 'exit');
    }
    refusing.close();
    await database?.drop();
  });

  const until = async (happened: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 600; tries++) {
      if (await happened()) return;
      if (induct.exitCode !== null) throw new Error(`It ended:\n${said}`);
      await wait(100);
    }
    throw new Error(`It did not happen:\n${said.slice(-3000)}`);
  };
  const send = (path: string, body: string, headers: Record<string, string> = FORM) =>
    ask(site, path, { method: 'POST', headers: { origin: `http://localhost:${site}`, ...headers }, body });

  it('names nobody and opens nothing, whatever goes wrong', async () => {
    // Names and e-mail addresses in a person, in forms, in addresses, in what is uploaded and in what is no HTTP at all.
    await database.source.query(
      `insert into person (id, name, email, created_at) values (gen_random_uuid(), $1, $2, now())`,
      [NAME, EMAIL],
    );
    await send('/sign-in', `email=${encodeURIComponent(EMAIL)}`);
    await send('/verify/x', `name=${encodeURIComponent(NAME)}`);
    await send(
      '/verify/file',
      `--x\r\nContent-Disposition: form-data; name="pdf"; filename="${NAME}.pdf"\r\n\r\nno\r\n--x--\r\n`,
      {
        'content-type': 'multipart/form-data; boundary=x',
      },
    );
    for (const path of [
      `/sign-in/${TOKEN}`,
      `/verify/${TOKEN}?k=${TOKEN}`,
      `/${encodeURIComponent(NAME)}`,
      `/%E0%A4%A${TOKEN}`,
    ])
      await ask(site, path, {
        headers: { cookie: `induct=${TOKEN}`, authorization: `Bearer ${TOKEN}`, 'user-agent': NAME },
      });
    // A mail server that says no, with the name and the address in its answer.
    await until(async () => {
      const [row] = await database.source.query<[{ last_error: string | null }?]>(
        'select last_error from mail limit 1',
      );
      return row?.last_error?.includes('550') ?? false;
    });
    // A job that cannot be done.
    setDefaultBackendFactory(createPostgresBackend);
    const queue = new Queue(QUEUES.certificates, { connection: { connectionString: database.url, max: 1 } as never });
    queue.on('error', () => undefined);
    await queue.add('render', { certificateId: NAME, to: EMAIL }, { attempts: 1 });
    await until(() => said.includes('does not name a certificate'));
    await queue.close();
    // Queries that fail with a value in their message, and a table that is away.
    await database.source.query('select $1::uuid', [EMAIL]).catch(() => undefined);
    await database.source
      .query(`insert into person (id, name, email, created_at) values (gen_random_uuid(), $1, $2, now())`, [
        NAME,
        EMAIL,
      ])
      .catch(() => undefined);
    await database.asOwner('alter table sign_in_link rename to sign_in_link_away');
    const failed = await send('/sign-in', `email=${encodeURIComponent(EMAIL)}`);
    await database.asOwner('alter table sign_in_link_away rename to sign_in_link');
    expect(failed.status).toBeGreaterThanOrEqual(500);
    // Every connection is cut, the queue's among them.
    await database.asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(database.url).pathname.slice(1)}' and pid <> pg_backend_pid()`,
    );
    await until(() => /queue \w+: /.test(said) || said.includes('terminating connection'));

    expect(said).toMatch(/"route":"\/sign-in"/);
    expect(linesWith(said)).toEqual([]);
    const logs = [...filesBelow(dataDir), join(embeddedPostgresHome(join(projectRoot, '.data/test')), 'postgres.log')];
    for (const file of logs.filter((path) => path.endsWith('.log') && existsSync(path)))
      expect([file, linesWith(readFileSync(file, 'utf8'))]).toEqual([file, []]);
  });

  const linesWith = (text: string) => text.split('\n').filter((line) => PLANTED.test(line));
  const filesBelow = (folder: string) =>
    readdirSync(folder, { recursive: true })
      .map((file) => join(folder, String(file)))
      .filter((file) => statSync(file).isFile());
});
