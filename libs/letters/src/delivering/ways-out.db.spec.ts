import type { Job } from 'bullmq';
import { calendarFile, SystemIds } from '@induct/platform';
import { simpleParser } from 'mailparser';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FakeNotify } from '../../../../test/support/fake-notify';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { MailCatcher } from '../../../../test/support/mail-catcher';
import { Deliveries } from '../outbox/deliveries';
import type { LetterLanguages } from '../outbox/letter-languages';
import { Outbox } from '../outbox/outbox';
import { Letter, paragraphsOf } from '../writing/letter';
import { MailProcessor } from './mail.processor';
import { Postman } from './postman';

/** A letter as it has come. */
interface Got {
  to: string;
  subject: string;
  /** All of it, as its reader sees it. */
  words: string;
  /** Where it leads. */
  links: string[];
}
interface Way {
  settings: Record<string, string>;
  got(): Promise<Got[]>;
  close(): void;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database?.drop());

/** What Markdown shows, where only what it says of links and backslashes is used. */
const shown = (markdown: string) =>
  markdown
    .replaceAll(/(?<!\\)\[([^\]]+)\]\(([^)]+)\)/g, '$1')
    .replaceAll(/\\([^a-z\d\s])/gi, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
const partsOf = (html: string): Pick<Got, 'words' | 'links'> => {
  const parts = paragraphsOf(html);
  return {
    words: parts.map((part) => (typeof part === 'string' ? part : part.text)).join('\n\n'),
    links: parts.flatMap((part) => (typeof part === 'string' ? [] : part.url)),
  };
};

const WAYS: Record<string, () => Promise<Way>> = {
  'a mail server': async () => {
    const catcher = await MailCatcher.open();
    return {
      settings: { SMTP_URL: catcher.url },
      got: async () => {
        const mails = await Promise.all(catcher.letters.map((raw) => simpleParser(raw)));
        return mails.map(({ to, subject = '', html }) => ({
          to: [to].flat()[0]!.text,
          subject,
          ...partsOf(html || ''),
        }));
      },
      close: () => catcher.close(),
    };
  },
  'GOV.UK Notify': async () => {
    const notify = await FakeNotify.open();
    return {
      settings: notify.settings,
      got: async () =>
        notify.sent.map(({ to, subject, body }) => ({
          to,
          subject,
          words: shown(body),
          links: [...body.matchAll(/(?<!\\)\]\(([^)]+)\)/g)].map(([, url]) => url!),
        })),
      close: () => notify.close(),
    };
  },
  'the local mailbox': async () => ({
    settings: {},
    got: async () => {
      const rows = await database.source.query<{ to: string; subject: string; html: string }[]>(
        `select recipient as to, subject, body_html as html from letter_standing where sent_at is not null order by created_at`,
      );
      return rows.map(({ html, ...said }) => ({ ...said, ...partsOf(html) }));
    },
    close: () => undefined,
  }),
};

const letter = Letter.of({
  subject: 'Your link',
  name: '# [Free](https://evil.example) *Ann* <b> & \\ O’Neil',
  parts: ['9.30am to 1pm\n- in Room_3', { url: 'https://members.example/in?a=1', text: 'Go in' }, '1. of [two]'],
});

/** The worker's side, with a clock of its own. */
async function atWork(way: Pick<Way, 'settings'>) {
  await database.source.query('delete from mail');
  const clock = new FixedClock();
  const deliveries = new Deliveries(database.source, clock);
  const postman = new Postman(testConfig(database.url, way.settings));
  const processor = new MailProcessor(deliveries, postman);
  const post = (more: object = {}) =>
    database.source.transaction((tx) =>
      new Outbox(clock, new SystemIds(), { of: () => Promise.resolve('en') } as unknown as LetterLanguages).post(tx, {
        once: ['x', '1'],
        recipient: 'ann@example.org',
        letter: () => letter,
        ...more,
      }),
    ) as Promise<string>;
  return {
    clock,
    deliveries,
    post,
    deliver: (mailId: string) => processor.process({ data: { mailId } } as Job),
    row: async () =>
      (
        await database.source.query<{ error: string | null; next: Date | null; sent: Date | null }[]>(
          'select last_error as error, next_attempt_at as next, sent_at as sent from mail',
        )
      )[0]!,
    end: () => postman.onApplicationShutdown(),
  };
}

it('no mail server is told to give a letter to anybody beside its reader', async () => {
  const way = await WAYS['a mail server']!();
  const { post, deliver, end } = await atWork(way);
  await deliver(await post({ recipient: 'ann@example.org, evil@example.com' })).catch(() => undefined);
  const told = (await way.got()).map(({ to }) => to.replaceAll(/"[^"]*"/g, 'quoted'));
  expect(told.filter((to) => to.includes('evil@'))).toEqual([]);
  await end();
  way.close();
});

describe.each(Object.entries(WAYS))('a letter by %s', (name, open) => {
  it('comes once, in its words, with what leads somewhere and nothing else that does', async () => {
    const way = await open();
    const { post, deliver, row, end } = await atWork(way);
    const id = await post();
    await deliver(id);
    await deliver(id);
    expect(await way.got()).toEqual([
      {
        to: 'ann@example.org',
        subject: 'Your link',
        words: [
          'Dear # [Free](https://evil.example) *Ann* <b> & \\ O’Neil,',
          '9.30am to 1pm\n- in Room_3',
          'Go in',
          '1. of [two]',
        ].join('\n\n'),
        links: ['https://members.example/in?a=1'],
      },
    ]);
    expect(await row()).toMatchObject({ error: null, next: null, sent: expect.any(Date) as Date });
    await end();
    way.close();
  });

  if (name === 'the local mailbox') return;

  it('is tried again when nobody is there, and its row says so', async () => {
    const way = await open();
    way.close();
    const { post, deliver, row, clock, end } = await atWork(way);
    const id = await post();
    await expect(deliver(id)).rejects.toThrow(/ECONN|reached/);
    expect(await row()).toMatchObject({
      error: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) as string,
      next: new Date(clock.now().getTime() + 60_000),
      sent: null,
    });
    await end();
  });
});

describe('GOV.UK Notify', () => {
  let notify: FakeNotify;
  let worker: Awaited<ReturnType<typeof atWork>>;
  let id: string;
  beforeEach(async () => {
    notify = await FakeNotify.open();
    worker = await atWork(notify);
    id = await worker.post();
  });
  afterEach(async () => {
    await worker.end();
    notify.close();
  });

  it.each([
    [429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds'],
    [500, 'Exception', 'Internal server error'],
    [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds'],
  ])('that answers %i is asked again a minute later', async (status, error, message) => {
    notify.refuse(status, error, message);
    await expect(worker.deliver(id)).rejects.toThrow(`GOV.UK Notify answered ${status}: ${error}: ${message}`);
    expect((await worker.row()).next).not.toBeNull();
    worker.clock.advance(60_000);
    await worker.deliver(id);
    expect(notify.sent.map(({ reference }) => reference)).toEqual([id]);
  });

  it('that refuses a letter is not asked again until an officer says so, and the row says what it said', async () => {
    notify.refuse(400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key');
    await expect(worker.deliver(id)).rejects.toThrow('team-only');
    expect(await worker.row()).toMatchObject({ error: expect.stringContaining('team-only') as string, next: null });
    worker.clock.advance(30 * 24 * 3_600_000);
    expect(await worker.deliveries.due(10)).not.toContain(id);
    await database.source.transaction((tx) => worker.deliveries.retry(tx, id));
    await worker.deliver(id);
    expect(notify.sent).toHaveLength(1);
  });

  it('that took a letter and could not answer is not given it twice; one that it failed with, it is', async () => {
    notify.next = 'no answer';
    await expect(worker.deliver(id)).rejects.toThrow('could not be reached');
    worker.clock.advance(60_000);
    await worker.deliver(id);
    expect([notify.sent.length, (await worker.row()).sent]).toEqual([1, expect.any(Date)]);

    const other = await worker.post({ once: ['x', '2'] });
    notify.next = 'no answer';
    await expect(worker.deliver(other)).rejects.toThrow('could not be reached');
    notify.sent.at(-1)!.status = 'permanent-failure';
    worker.clock.advance(60_000);
    await worker.deliver(other);
    expect(notify.sent.filter(({ reference }) => reference === other)).toHaveLength(2);
  });

  it('gets the way to a calendar’s entry as a link, and never more of us than it must know', async () => {
    const text = calendarFile([], { product: 'x', method: 'REQUEST', madeAt: worker.clock.now() });
    const url = 'https://members.example/calendar/bookings/1.ics';
    await worker.deliver(await worker.post({ once: ['x', '3'], calendar: { method: 'REQUEST', text, url } }));
    expect(notify.sent.at(-1)!.body).toMatch(
      /\n\n\[The entry for your calendar\]\(https:\/\/members\.example\/calendar\/bookings\/1\.ics\)$/,
    );
    await worker.deliver(await worker.post({ once: ['x', '4'], calendar: { method: 'REQUEST', text } }));
    expect(notify.sent.at(-1)!.body).not.toContain('calendar');
    const wrong = await atWork({
      settings: { ...notify.settings, NOTIFY_API_KEY: notify.settings.NOTIFY_API_KEY.replace(/0$/, '1') },
    });
    await expect(wrong.deliver(await wrong.post())).rejects.toThrow(
      /^GOV\.UK Notify answered 403: AuthError: Invalid token/,
    );
    expect(JSON.stringify(await wrong.row())).not.toMatch(/Bearer|eyJ|3d844edf/);
  });
});
