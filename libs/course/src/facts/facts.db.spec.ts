import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditTrail, Council, PlatformModule, Transactions } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { scormPackage } from '../../../../test/support/packages';
import { publishedByRows } from '../../../../test/support/through-the-gate';
import { CourseModule } from '../course.module';
import { PackageUploads } from '../uploads/package-uploads.service';
import { VersionDeletion } from '../versions/version-deletion.service';
import { CouncilWordsOf } from './council-words.service';
import type { Declared } from '../declared/declared';
import { FactsRepository } from './facts.repository';
import { LocalFacts } from './local-facts.service';
import { LocalParagraphs } from './local-paragraphs.service';
import { Reviews } from './reviews.service';

const declared = (more: Partial<Declared> = {}): Declared => ({
  format: 1,
  reviewed: '2026-11-25',
  reviewBy: '2027-05-31',
  screens: [{ id: 'welcome', title: 'Welcome' }],
  facts: [
    { key: 'council_name', label: 'Council name', kind: 'text', says: 'Northmoor County Council' },
    { key: 'fraud_line', label: 'Fraud line', kind: 'phone', says: '01632 960 114' },
  ],
  lines: [{ screen: 'welcome', text: 'At {{council_name}}, ring {{fraud_line}}.' }],
  review: [
    { id: 'sum', asks: 'confirm', text: 'The sum is £50.' },
    { id: 'who', asks: 'localise', text: 'Who receives reports.' },
    { id: 'bill', asks: 'watch', text: 'A Bill.' },
  ],
  ...more,
});

describe('facts of the council', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let facts: LocalFacts;
  let words: CouncilWordsOf;
  let officer: string;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), CourseModule],
    }).compile();
    await module.init();
    facts = module.get(LocalFacts);
    words = module.get(CouncilWordsOf);
    officer = await aPerson(database.source, { name: 'Ruth Calloway', roles: ['officer'] });
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  async function uploaded(title: string, json: unknown, courseId?: string) {
    const uploads = module.get(PackageUploads);
    const files = { 'induct.json': typeof json === 'string' ? json : JSON.stringify(json) };
    const source = Readable.from([await scormPackage({ title, files })], { objectMode: false });
    const by = { fileName: 'a.zip', uploadedBy: officer, ...(courseId && { courseId }) };
    const { versionId, courseId: course, report } = await uploads.finished(await uploads.receive(source, by));
    const [row] = await database.source.query<{ slug: string }[]>('select slug from course where id = $1', [course]);
    return {
      versionId: versionId!,
      courseId: course!,
      slug: row!.slug,
      codes: report!.findings.map(({ code }) => code),
    };
  }
  const seen = async (key: string) => (await facts.one(key)).history[0]?.id;
  const bytes = (versionId: string) =>
    database.source.query(
      `select package_sha256, (select array_agg(sha256 order by path) from package_file where version_id = v.id) as files
         from course_version v where id = $1`,
      [versionId],
    );

  it('are said in the next launch, taken back, and kept as they were, while the bytes stay the same', async () => {
    const { versionId, codes } = await uploaded('Fraud', declared());
    expect(codes).toEqual([]);
    const before = await bytes(versionId);
    const { name } = { name: (await words.version(versionId))!.facts.council_name };
    expect(await words.version(versionId)).toEqual({ facts: { council_name: name }, paragraphs: {} });

    await facts.say('fraud_line', { words: ' 01632  960 999', seen: await seen('fraud_line') }, officer);
    expect((await words.version(versionId))!.facts.fraud_line).toBe('01632\u00a0960\u00a0999');
    await facts.say('council_name', { words: '"Our" council', seen: undefined }, officer);
    expect((await words.version(versionId))!.facts.council_name).toBe('“Our” council');

    await facts.say('fraud_line', { words: null, seen: await seen('fraud_line') }, officer);
    expect((await words.version(versionId))!.facts.fraud_line).toBeUndefined();
    const { history, places, cameWith } = await facts.one('fraud_line');
    expect(history.map(({ words: was, by }) => [was, by])).toEqual([
      [null, 'Ruth Calloway'],
      ['01632 960 999', 'Ruth Calloway'],
    ]);
    expect([cameWith, places.map(({ title, screen }) => [title, screen])]).toEqual([
      ['01632 960 114'],
      [['Fraud', 'Welcome']],
    ]);
    expect(await bytes(versionId)).toEqual(before);
    const audited = await database.source.query(
      `select detail from audit_event where action = 'local_fact.said' and subject_id = 'fraud_line' order by id`,
    );
    expect(audited.map(({ detail }: { detail: object }) => detail)).toEqual([
      { words: '01632 960 999', before: null },
      { words: null, before: '01632 960 999' },
    ]);
  });

  it('are whom to ask while another council than the invented one has not said them', async () => {
    const { versionId } = await uploaded('Elsewhere', declared({ builtFor: 'Northmoor County Council' }));
    const eastmere = { current: { ...module.get(Council).current, name: 'Eastmere Council', team: 'Member Services' } };
    const there = new CouncilWordsOf(module.get(FactsRepository), eastmere as Council);
    await facts.say('fraud_line', { words: null, seen: await seen('fraud_line') }, officer);
    await facts.say('council_name', { words: null, seen: await seen('council_name') }, officer);
    expect((await there.version(versionId))!.facts).toEqual({
      council_name: 'Eastmere Council',
      fraud_line: '[Fraud line: ask Member Services]',
    });
    expect((await words.version(versionId))!.facts.fraud_line).toBeUndefined();
    const desk = new LocalFacts(
      module.get(FactsRepository),
      module.get(Transactions),
      module.get(AuditTrail),
      clock,
      eastmere as Council,
    );
    const missing = async () =>
      (await desk.all()).filter(({ isToFillIn }) => isToFillIn).map(({ key, reads }) => [key, reads]);
    expect(await missing()).toEqual([['fraud_line', '[Fraud line: ask Member Services]']]);
    await desk.say('fraud_line', { words: '01632 960 777', seen: await seen('fraud_line') }, officer);
    expect([await missing(), (await there.version(versionId))!.facts.fraud_line]).toEqual([
      [],
      '01632\u00a0960\u00a0777',
    ]);
    expect((await facts.all()).filter(({ isToFillIn }) => isToFillIn)).toEqual([]);
  });

  it('are typed by one at a time, in their kind, and only where a module says them', async () => {
    const last = await seen('fraud_line');
    await facts.say('fraud_line', { words: '01632 960 200', seen: last }, officer);
    const late = facts.say('fraud_line', { words: '01632 960 300', seen: last }, officer);
    await expect(late).rejects.toMatchObject({ title: 'Somebody else has changed this since you opened it' });
    const wrong = facts.say('fraud_line', { words: 'ring us', seen: await seen('fraud_line') }, officer);
    await expect(wrong).rejects.toMatchObject({ title: 'Enter a telephone number, like 01632 960 041' });
    await expect(facts.say('nowhere', { words: 'x', seen: undefined }, officer)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await facts.all()).find(({ key }) => key === 'fraud_line')!.said!.words).toBe('01632 960 200');
  });

  it('are changed and deleted by nobody, and go with their module', async () => {
    for (const table of ['local_fact', 'local_paragraph', 'review_answer', 'review_date'])
      for (const change of [`update ${table} set id = default`, `delete from ${table}`])
        await expect(database.source.query(change)).rejects.toThrow('permission denied');
    await expect(database.asOwner(`update local_fact set words = 'x'`)).rejects.toThrow('never changed or deleted');
    await expect(database.asOwner('delete from local_fact')).rejects.toThrow('never changed or deleted');
    const { slug, versionId, courseId } = await uploaded('Gone', declared());
    await module.get(LocalParagraphs).say(slug, 'welcome', { words: 'Ours.', seen: undefined }, officer);
    await module.get(Reviews).confirm(slug, { items: ['sum'], seen: undefined }, officer);
    await module.get(Reviews).reviewAgainBy(slug, '2027-01-31', officer);
    await module.get(VersionDeletion).delete(versionId, officer);
    expect(await database.source.query('select from course where id = $1', [courseId])).toEqual([]);
  });

  it('have no place in a package that was made elsewhere', async () => {
    const { versionId, codes } = await uploaded('Elsewhere', '{"format":"theirs"}');
    expect(codes).toEqual(['declared-unreadable']);
    expect(await words.version(versionId)).toBeUndefined();
  });

  it('stand beside a paragraph of the council’s own after a screen', async () => {
    const paragraphs = module.get(LocalParagraphs);
    const { slug, versionId } = await uploaded('Own', declared());
    const said = 'We meet on Thursdays.\r\n\r\nAsk <b>us</b>.';
    await paragraphs.say(slug, 'welcome', { words: said, seen: undefined }, officer);
    expect((await words.version(versionId))!.paragraphs).toEqual({
      welcome: ['We meet on Thursdays.', 'Ask <b>us</b>.'],
    });
    const late = paragraphs.say(slug, 'welcome', { words: 'Other.', seen: undefined }, officer);
    await expect(late).rejects.toMatchObject({ kind: 'conflict' });
    await expect(paragraphs.say(slug, 'nowhere', { words: 'x', seen: undefined }, officer)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const [screen] = await paragraphs.screens(slug);
    await paragraphs.say(slug, 'welcome', { words: null, seen: screen!.history[0]!.id }, officer);
    expect((await words.version(versionId))!.paragraphs).toEqual({});
  });

  it('are followed by who has checked the module, when everything was confirmed, and by nothing before', async () => {
    const reviews = module.get(Reviews);
    const farid = await aPerson(database.source, { name: 'Farid Begum', roles: ['officer'] });
    const { slug, versionId, courseId } = await uploaded('Checked', declared());
    await publishedByRows(database.source, { courseId, versionId });
    const checked = async (version = versionId) => (await words.version(version))!.checked;
    await reviews.confirm(slug, { items: ['sum'], seen: undefined }, officer);
    expect(await checked()).toBeUndefined();
    await reviews.needsChange(slug, 'who', 'A shared team now.', farid);
    expect([await checked(), await reviews.of(slug)]).toEqual([
      undefined,
      expect.objectContaining({ confirmed: 1, changed: 1, open: 0, due: 'in-time', reviewBy: '2027-05-31' }),
    ]);
    const late = reviews.confirm(slug, { items: ['sum', 'who'], seen: undefined }, officer);
    await expect(late).rejects.toMatchObject({ kind: 'conflict' });
    const said = (await reviews.of(slug))!.answers.find(({ item }) => item === 'who')!;
    await reviews.confirm(slug, { items: ['who'], seen: said.id }, farid);
    expect(await checked()).toMatch(/^Checked for .+ by Ruth Calloway and Farid Begum on \d{1,2} \w+ \d{4}$/);
    for (const item of ['bill', 'old'])
      await expect(reviews.confirm(slug, { items: [item], seen: undefined }, farid)).rejects.toMatchObject({
        kind: 'not-found',
      });

    // What is unchanged in the next version stays confirmed; what is new is open.
    const again = await uploaded('Checked', declared(), courseId);
    expect(await checked(again.versionId)).toBe(await checked());
    const more = declared({ review: [...declared().review, { id: 'new', asks: 'confirm', text: 'New.' }] });
    expect(await checked((await uploaded('Checked', more, courseId)).versionId)).toBeUndefined();

    // Nor does a package take over what was confirmed of another sentence, by calling its own the same.
    const renamed = declared().review.map((item) =>
      item.id === 'sum' ? { ...item, text: 'The sum is £5,000.' } : item,
    );
    const forged = await uploaded('Checked', declared({ review: renamed }), courseId);
    expect(await checked(forged.versionId)).toBeUndefined();
    const standing = 'select asked, confirmed from version_review where version_id = $1';
    expect(await database.source.query(standing, [forged.versionId])).toEqual([{ asked: 2, confirmed: 1 }]);
    expect(await checked()).toBeDefined();

    await reviews.reviewAgainBy(slug, '2026-01-31', officer);
    expect((await reviews.overdue()).map((review) => [review.slug, review.dateSaid!.by])).toEqual([
      [slug, 'Ruth Calloway'],
    ]);
  });
});
