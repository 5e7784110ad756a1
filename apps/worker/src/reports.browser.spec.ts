import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type FrozenSession, PrintedProgrammes, Programme, SignInSheets } from '@induct/events';
import { Editions, HandbookTexts, PaperWishes } from '@induct/handbook';
import { britishTimeAndDate, FileStore, QUEUES, quietLogger } from '@induct/platform';
import { checkPrinted, Printer, printJob } from '@induct/printing';
import { type ReportPdf, RoundReports } from '@induct/steering';
import type { Queue } from 'bullmq';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { GivenCouncil } from '../../../test/support/given-council';
import { GivenTesting } from '../../../test/support/given-testing';
import { aBookable } from '../../../test/support/given-programme';
import { readPdf } from '../../../test/support/pdf';
import { WorkerModule } from './worker.module';

const HOSTILE = `<img src=x onerror=alert(1)></p><script>alert(1)</script>{{council}}`;
const squeezed = (text: string) => text.replace(/\s+/g, '');

// Each prints with a browser of its own, and a busy machine takes long to start one.
jest.setTimeout(180_000);

describe('the worker, about reports and programmes', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  let reports: RoundReports;
  let given: GivenTesting;
  let [ann, olive]: string[] = [];
  let rounds = 0;

  beforeAll(async () => {
    database = await cloneDatabase();
    given = new GivenTesting(database.source);
    const council = new GivenCouncil(database.source);
    ann = await council.aPerson({ name: 'Ann Tester', roles: ['tester'] });
    olive = await council.aPerson({ name: 'Olive Officer', roles: ['officer'] });
    const config = testConfig(database.url, { WELSH: 'true' });
    worker = await NestFactory.createApplicationContext(WorkerModule.with(config, database.source), {
      logger: quietLogger(config),
    });
    reports = worker.get(RoundReports, { strict: false });
  });
  afterAll(async () => {
    await worker?.close();
    await database?.drop();
  });

  const aClosedRound = async () => {
    const course = await given.aCourse('Golf', `golf-${rounds++}`);
    // The worker goes by today, and closes what is over.
    const deadline = new Date(Date.now() + 86_400_000).toISOString();
    const roundId = await given.aRound({ ...course, openedBy: olive!, testers: [ann!, olive!], quorum: 2, deadline });
    await given.aPreview(roundId, ann!);
    await given.aSignOff(roundId, ann!, 'signed_off');
    await given.aSignOff(roundId, olive!, 'signed_off');
    await given.aFinding({ ...course, roundId, authorId: ann!, text: HOSTILE });
    await given.closed(roundId, 'quorum');
    return roundId;
  };
  const printed = async (roundId: string) => {
    for (;;) {
      const pdf: ReportPdf = await reports.pdf(roundId);
      if (pdf.state === 'made') return pdf;
      if (pdf.state === 'failed') throw new Error('It was given up');
      await wait(50);
    }
  };

  it('prints what is asked for, finds it in the table alone, and keeps every word a word', async () => {
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const { sha256, bytes } = await printed(roundId);
    const pdf = await worker.get(FileStore).read(sha256);
    expect(pdf).toHaveLength(bytes);
    const { texts, title, tagged } = await readPdf(pdf, 1);
    expect({ title, tagged }).toEqual({ title: 'Report on test round 1: Golf', tagged: true });
    const text = squeezed(texts.join(' '));
    for (const words of ['Ann Tester', 'Version 1 was signed off, with 2 of 2 needed sign-offs.', HOSTILE])
      expect(text).toContain(squeezed(words));
  });

  it('prints once what is asked for five times', async () => {
    const print = jest.spyOn(worker.get(Printer, { strict: false }), 'printPictured');
    const queue = worker.get<Queue>(getQueueToken(QUEUES.reports), { strict: false });
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const job = printJob({ id: roundId, revision: 1 });
    await queue.addBulk([1, 2, 3, 4].map((at) => ({ ...job, opts: { ...job.opts, jobId: `${roundId}-again-${at}` } })));
    const { sha256 } = await printed(roundId);
    while ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) > 0) await wait(50);
    expect(await printed(roundId)).toMatchObject({ sha256 });
    expect(print).toHaveBeenCalledTimes(1);
    print.mockRestore();
  });

  it('prints a programme by month, a day of talks as one line, and every word a word', async () => {
    const session = (at: number, more: Partial<FrozenSession> = {}): FrozenSession => ({
      id: String(at),
      title: `Session ${at}`,
      kind: 'training',
      about: 'What it is about. '.repeat(12),
      format: null,
      series: null,
      outcomes: ['Know it'],
      mandatory: true,
      body: null,
      districts: [],
      state: 'confirmed',
      place: 'County Hall',
      isOnline: false,
      parts: [
        { on: `2027-${at < 20 ? '06' : '07'}-${String(1 + (at % 20)).padStart(2, '0')}`, from: '09:30', to: '12:30' },
      ],
      ...more,
    });
    const talk = (from: string, to: string): Partial<FrozenSession> => ({
      title: 'A talk with the leader',
      kind: 'one-to-one',
      parts: [{ on: '2027-07-30', from, to }],
    });
    const sessions = [
      session(0, { title: HOSTILE, bring: 'Your laptop', series: 'First steps', districts: ['East'] }),
      ...Array.from({ length: 38 }, (_, at) => session(at + 1)),
      session(40, talk('09:30', '09:50')),
      session(41, talk('09:50', '10:10')),
      session(42, { title: `Llanfair${'pwllgwyngyll'.repeat(9)}`, parts: [], place: null, state: 'provisional' }),
    ];
    const facts = { title: 'Induction 2027–28', firstDay: '2027-05-01', lastDay: '2028-04-30', sessions };
    const paper = { number: 3, meetingOn: '2027-04-20', facts, language: 'en' as const };
    const document = worker.get(PrintedProgrammes, { strict: false });
    const pdf = await worker.get(Printer, { strict: false }).print(document.sheet(paper));
    checkPrinted(pdf, document.expected(paper));
    const { texts, title, language, tagged, pages, collisions } = await readPdf(pdf, 1);
    expect({ title, language, tagged, collisions }).toEqual({
      title: 'Programme: Induction 2027–28',
      language: 'en-GB',
      tagged: true,
      collisions: [],
    });
    expect(pages).toBeGreaterThan(2);
    for (const [at, text] of texts.entries()) expect(squeezed(text)).toContain(`Page${at + 1}of${pages}`);
    const text = squeezed(texts.join(' '));
    const said = [
      'Version 3, approved by the Member Development Steering Group on 20 April 2027',
      'June 2027',
      HOSTILE,
      'Training, mandatory. Part of “First steps”',
      'For members of the district East',
      'Afterwards: Know it.',
      'Please bring: Your laptop',
      'July 2027',
      'Friday 30 July 2027, 9.30am to 10.10am',
      'One-to-one, 2 talks',
      'Date to be confirmed',
      'Place to be confirmed',
    ].map(squeezed);
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
    const months = ['June2027', 'July2027', 'Datestobeconfirmed'].map((month) => text.indexOf(month));
    expect(months.every((place, at) => place >= 0 && (at === 0 || place > months[at - 1]!))).toBe(true);
    expect(text.split(squeezed('A talk with the leader'))).toHaveLength(2);

    const inWelsh = { ...paper, language: 'cy' as const };
    const welsh = await worker.get(Printer, { strict: false }).print(document.sheet(inWelsh));
    checkPrinted(welsh, document.expected(inWelsh));
    const read = await readPdf(welsh, 1);
    expect(read).toMatchObject({ title: 'Rhaglen: Induction 2027–28', language: 'cy', tagged: true, collisions: [] });
    for (const [at, page] of read.texts.entries()) expect(squeezed(page)).toContain(`Tudalen${at + 1}o${read.pages}`);
    const welshText = squeezed(read.texts.join(' '));
    for (const words of ['20 Ebrill 2027', 'Mehefin 2027', HOSTILE, 'Hyfforddiant, gorfodol', 'Dewch â hyn gyda chi'])
      expect(welshText).toContain(squeezed(words));
  });

  it('prints a sign-in sheet for whom it is asked, with its head on each page, and anew when somebody else has a place', async () => {
    const council = new GivenCouncil(database.source);
    const names = Array.from({ length: 40 }, (_, at) => `Bea Signer ${String(at + 10)}`);
    const { id } = await aBookable(worker.get(Programme, { strict: false }), olive!, {
      title: HOSTILE,
      place: 'The old chamber',
      parts: [
        { on: '2027-01-12', from: '09:30', to: '12:30', topics: [] },
        { on: '2027-01-12', from: '13:30', to: '16:00', topics: [] },
      ],
    });
    const book = async (name: string, number: number) => {
      const person = await council.aPerson({ name, group: 'Meadow Group', roles: ['member'] });
      await database.source.query(
        `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at)
         values (gen_random_uuid(), $1, $2, 'member', 'room', 'booked', $3, now())`,
        [id, person, number],
      );
    };
    for (const [at, name] of [...names, HOSTILE].entries()) await book(name, at + 1);
    const sheets = worker.get(SignInSheets, { strict: false });
    const made = async () => {
      await sheets.ask(id, olive!);
      for (;;) {
        const paper = await sheets.paper(id);
        if (paper.state === 'made') return { ...paper, pdf: await worker.get(FileStore).read(paper.sha256) };
        if (paper.state === 'failed') throw new Error('It was given up');
        await wait(50);
      }
    };
    const first = await made();
    const { texts, title, language, tagged, pages, collisions } = await readPdf(first.pdf, 1);
    expect({ language, tagged, collisions }).toEqual({ language: 'en-GB', tagged: true, collisions: [] });
    expect(title).toContain('Sign-in sheet: ');
    expect(pages).toBeGreaterThan(1);
    for (const [at, page] of texts.entries())
      for (const words of ['Name Group', 'Part 1', '9.30am to 12.30pm', 'Part 2', `Page ${at + 1} of ${pages}`])
        expect([words, squeezed(page).includes(squeezed(words))]).toEqual([words, true]);
    const text = squeezed(texts.join(' '));
    for (const words of [
      ...names,
      HOSTILE,
      'Meadow Group',
      'Tuesday 12 January 2027',
      'The old chamber',
      `as of ${britishTimeAndDate(first.madeAt)}`,
    ])
      expect([words, text.includes(squeezed(words))]).toEqual([words, true]);

    await book('Zoe Latecomer', 60);
    expect(await sheets.paper(id)).toEqual({ state: 'overtaken' });
    const second = await made();
    expect(squeezed((await readPdf(second.pdf, 1)).texts.join(' '))).toContain('ZoeLatecomer');
    expect(await worker.get(FileStore).has(first.sha256)).toBe(false);
  });

  it('prints an edition of the handbook once for each district, with the pages that its contents name', async () => {
    const [texts, editions] = [HandbookTexts, Editions].map((service) => worker.get(service, { strict: false })) as [
      HandbookTexts,
      Editions,
    ];
    const papers = worker.get(PaperWishes, { strict: false });
    const council = new GivenCouncil(database.source);
    for (const district of ['Dunsey', 'Kelderby']) await council.aPerson({ name: `Of ${district}`, district });
    const general = { titleCy: null, bodyCy: null, until: null, isAtOnce: false };
    const long = Array.from({ length: 60 }, (_, at) => `Line ${at} of [it](https://a.example/${at}).`).join('\n\n');
    for (const [at, title] of ['Who is who', `Papers ${HOSTILE}`].entries()) {
      const chapter = await texts.add('chapter', null, { ...general, title, body: '', position: at + 1 }, olive!);
      for (const name of ['First', 'Second'])
        await texts.add(
          'section',
          chapter,
          { ...general, title: `${name} of ${at + 1}`, body: long, position: 1 },
          olive!,
        );
    }
    await texts.tell(
      'first-of-1',
      'Kelderby',
      { body: 'Ring Jo at the Old Station', bodyCy: null },
      { seen: 0, by: olive! },
    );
    await texts.change(
      'second-of-1',
      { ...general, title: 'Second of 1', titleCy: 'Yr ail', body: long, bodyCy: 'Ffoniwch ni', position: 1 },
      { seen: 1, by: olive! },
    );
    await editions.draft({ number: 6, title: 'Autumn 2026' }, olive!);
    // The worker goes by today: an edition is planned for a time to come, and that comes.
    const publishAt = new Date(Date.now() + 3_600_000);
    await editions.plan(6, { title: 'Autumn 2026', publishAt }, olive!);
    await database.source.query('update handbook_edition set publish_at = $1 where number = 6', [new Date()]);
    await editions.publishDue();
    const { id } = await editions.find(6);
    const made = async () => {
      for (;;) {
        const copies = await papers.of(id);
        if (copies.some(({ error }) => error !== null)) throw new Error(copies.map(({ error }) => error).join());
        if (copies.every(({ madeAt }) => madeAt !== null)) return copies;
        await wait(50);
      }
    };
    const before = await made();
    // Those whom other tests have added live in the first.
    expect(before.map(({ district, language }) => `${district} ${language}`)).toEqual(
      [null, 'Aldermere', 'Dunsey', 'Kelderby'].flatMap((district) => [`${district} en`, `${district} cy`]),
    );
    const files = await Promise.all(before.map(({ sha256 }) => worker.get(FileStore).read(sha256!.toString('hex'))));
    const read = await Promise.all([0, 4, 6, 7].map((at) => readPdf(files[at]!, 2)));
    const [everybody, dunsey, kelderby, welsh] = read;
    const text = ({ texts: pages }: { texts: string[] }) => squeezed(pages.join(' '));
    const jo = squeezed('Ring Jo at the Old Station');
    expect([everybody!, dunsey!, kelderby!].map((pdf) => text(pdf).includes(jo))).toEqual([false, false, true]);
    expect(kelderby).toMatchObject({ title: 'Members handbook: edition 6, Kelderby', tagged: true, collisions: [] });
    expect(kelderby!.qr).toMatch(/\/handbook\/changes\?edition=6&district=Kelderby$/);
    // In Welsh what is written in Welsh, and the rest as it is; its second print too.
    expect(welsh).toMatchObject({ title: 'Llawlyfr yr aelodau: argraffiad 6, Kelderby', language: 'cy', tagged: true });
    const [cover, contents, ...more] = welsh!.texts.map(squeezed);
    expect(cover).toContain('Argraffiad6,Autumn2026');
    for (const words of ['Cynnwys', 'Firstof1', 'Yrail', 'Firstof2']) expect(contents).toContain(words);
    expect(more.join('')).toContain('Ffoniwchni');
    for (const [at, page] of welsh!.texts.entries()) expect(squeezed(page)).toContain(`${at + 1}o${welsh!.pages}`);
    expect(welsh!.qr).toMatch(/\/handbook\/changes\?edition=6&district=Kelderby$/);
    const { pages, texts: printedPages } = kelderby!;
    expect(pages).toBeGreaterThan(6);
    for (const [at, page] of printedPages.entries()) expect(squeezed(page)).toContain(`${at + 1}of${pages}`);
    for (const heading of [
      'Whoiswho',
      'Firstof1',
      'Secondof1',
      squeezed(`Papers ${HOSTILE}`),
      'Firstof2',
      'Secondof2',
    ]) {
      const at = printedPages.findLastIndex((page) => squeezed(page).includes(heading));
      expect(squeezed(printedPages[1]!)).toContain(`${heading}${at + 1}`);
    }
    // Whatever is said since, and whoever asks the queue again: next year it has the same bytes.
    await texts.tell('first-of-1', 'Dunsey', { body: 'Ring Sam', bodyCy: null }, { seen: 0, by: olive! });
    const queue = worker.get<Queue>(getQueueToken(QUEUES.handbooks), { strict: false });
    await queue.addBulk(before.map((copy) => printJob({ id: copy.id, revision: 2 })));
    while ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) > 0) await wait(50);
    expect(await made()).toEqual(before);
    const again = await Promise.all(before.map(({ sha256 }) => worker.get(FileStore).read(sha256!.toString('hex'))));
    expect(again.map((file, at) => file.equals(files[at]!))).toEqual(files.map(() => true));
  });

  it('takes over what a killed worker had begun', async () => {
    const roundId = await aClosedRound();
    // As the dead one left it: a lease that nobody renews, and a file that no row is about.
    const left = await worker.get(FileStore).put(Buffer.from(`left of ${roundId}`));
    const [lease] = await database.source.query<[{ until: Date }]>(
      `insert into round_report (round_id, wanted_at, attempts, leased_by, leased_until, storing_sha256)
       values ($1, now(), 1, $2, now() + interval '2 seconds', decode($3, 'hex')) returning leased_until as until`,
      [roundId, randomUUID(), left],
    );
    await printed(roundId);
    const [report] = await database.source.query<[{ at: Date }]>(
      'select made_at as at from round_report where round_id = $1',
      [roundId],
    );
    // Not before the dead one's lease was over.
    expect(report.at.getTime()).toBeGreaterThan(lease.until.getTime());
    expect(await worker.get(FileStore).has(left)).toBe(false);
  });

  it('tries again when the browser dies, and keeps nothing that is no report', async () => {
    const printer = worker.get(Printer, { strict: false });
    const empty = await printer.print({ language: 'en-GB', title: 'Report on test round 1', head: '', body: '' });
    const print = jest
      .spyOn(printer, 'printPictured')
      .mockRejectedValueOnce(new Error('Target closed'))
      .mockResolvedValueOnce({ pdf: empty });
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const { sha256 } = await printed(roundId);
    expect(print).toHaveBeenCalledTimes(3);
    const { texts } = await readPdf(await worker.get(FileStore).read(sha256), 1);
    expect(squeezed(texts.join(' '))).toContain('AnnTester');
    print.mockRestore();
  });
});
