import { Leaving } from '@induct/people';
import { dayInLondon, daysLater, FileStore } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { aPerson } from '../../../../test/support/given-person';
import { previewsArePrinted } from '../../../../test/support/given-previews-of-templates';
import { Certificates } from '../acts/certificates.service';
import { Drafts } from '../schemes/drafts.service';
import { SchemeQueries } from '../schemes/scheme.queries';
import { Verification } from '../certificate/verification.service';
import { WelshNames } from '../welsh/welsh-names.service';
import { CORE_SKILLS } from '../tables/tables';
import { FIRST_TEMPLATE } from './first-template';
import { PreviewRepository } from './preview.repository';
import type { Template } from '../certificate/template';
import { TemplateApproving } from './template-approving.service';
import { TemplateDrafts } from './template-drafts.service';
import { TemplateQueries } from './template.queries';
import { TemplateRepository } from './template.repository';

const TODAY = '2026-11-22';
const bilingual: Template = { ...FIRST_TEMPLATE, layout: { ...FIRST_TEMPLATE.layout, languages: 'both' } };

describe('templates of certificates', () => {
  let awarding: Awarding;
  let [officer, admin, conduct] = ['', '', ''];
  const part = <T>(of: new (...given: never[]) => T): T => awarding.nest.get(of, { strict: false });
  const drafts = () => part(TemplateDrafts);
  const approving = () => part(TemplateApproving);
  const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);
  const find = async (number: number) => (await part(TemplateRepository).find(number))!;
  const printed = () => previewsArePrinted(awarding.nest);
  const drafted = async (schemeId: string | null = null, template = bilingual, fromDay: string | null = null) => {
    const number = await drafts().begin({ schemeId, by: officer });
    await drafts().save(number, { template, fromDay, by: officer });
    await printed();
    return number;
  };
  const propose = async (number: number, by = officer) =>
    approving().propose(number, { revision: (await find(number)).revision, by });
  const approve = async (number: number, by = admin) =>
    approving().approve(number, { revision: (await find(number)).revision, by });
  const approved = async (...given: Parameters<typeof drafted>) => {
    const number = await drafted(...given);
    await propose(number);
    await approve(number);
    return number;
  };
  const someone = (name: string, ...roles: ('officer' | 'administrator')[]) =>
    aPerson(awarding.database.source, { name, roles });
  const certificate = async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    return (await part(Certificates).byPerson(person))[0]!;
  };
  const inUse = async (day = TODAY, schemeId = CORE_SKILLS) =>
    (await part(TemplateRepository).inUse(awarding.database.source.manager, schemeId, day))?.number;

  beforeAll(async () => {
    awarding = await Awarding.begin();
    officer = await someone('Olive', 'officer');
    admin = await someone('Adam', 'administrator');
    conduct = await awarding.given.aPublishedCoreModule();
  });
  afterAll(() => awarding?.end());
  afterEach(async () => {
    const left = await rows<{ number: number }>(`select number from template_version where state = 'approved'`);
    for (const { number } of left) await approving().withdraw(number, { by: admin, words: 'The test is over' });
  });

  it('leave certificates as they were until one is approved, and issue them with it from its day on', async () => {
    const before = await certificate();
    expect(before).toMatchObject({ template: 'accreditation-1', templateVersionId: null, version: null });
    const number = await drafted(CORE_SKILLS, bilingual, daysLater(TODAY, 1));
    expect((await certificate()).templateVersionId).toBeNull();
    await propose(number);
    expect((await certificate()).templateVersionId).toBeNull();
    await approve(number);
    expect((await certificate()).templateVersionId).toBeNull();
    expect([await inUse(), await inUse(daysLater(TODAY, 1))]).toEqual([undefined, number]);
    awarding.clock.advance(86_400_000);
    const after = await certificate();
    awarding.clock.advance(-86_400_000);
    const { id } = await find(number);
    expect(after).toMatchObject({ template: 'accreditation-2', templateVersionId: id, version: bilingual });
    // What takes its place is printed with what it was printed with.
    const [next, old] = await Promise.all(
      [after.id, before.id].map((one) => part(Certificates).replace(one, { by: officer, reason: 'A name' })),
    );
    expect(await part(Certificates).find(next!)).toMatchObject({ template: 'accreditation-2', templateVersionId: id });
    expect(await part(Certificates).find(old!)).toMatchObject({ template: 'accreditation-1', templateVersionId: null });
  });

  it('freeze what was entered in Welsh by then, and how each requirement was met', async () => {
    const names = part(WelshNames);
    const [requirement] = await rows<{ id: string }>(
      'select requirement_id as id from way where course_id = $1',
      conduct,
    );
    const missing = await names.howManyMissing();
    const { names: without } = await names.page({ onlyMissing: true }, 10, 0);
    expect(without.map(({ english }) => english)).toEqual(
      expect.arrayContaining(['Core skills', 'The code of conduct']),
    );
    const council = await names.council();
    const naming = (kind: 'scheme' | 'requirement', id: string, before: string | null, welsh: string | null) =>
      names.save([{ kind, id, before, welsh }], officer);
    const [scheme, module] = [
      { kind: 'scheme', id: CORE_SKILLS, before: null, welsh: 'Sgiliau craidd' } as const,
      { kind: 'requirement', id: requirement!.id, before: null, welsh: 'Y cod ymddygiad' } as const,
    ];
    await names.save([{ ...council, before: null, welsh: 'Cyngor Sir Northmoor' }, scheme, module], officer);
    await names.save([module, { ...module, before: 'Y cod ymddygiad' }], officer);
    expect(await names.howManyMissing()).toBe(missing - 3);
    await expect(naming('scheme', requirement!.id, null, 'Dim')).rejects.toMatchObject({ name: 'NoSuchName' });
    // All of them or none, and never over what somebody else has entered meanwhile.
    const meanwhile = names.save(
      [
        { ...scheme, before: 'Sgiliau craidd', welsh: null },
        { ...module, welsh: 'Cod' },
      ],
      officer,
    );
    await expect(meanwhile).rejects.toMatchObject({ name: 'NamedMeanwhile', of: { welsh: 'Y cod ymddygiad' } });
    await approved();
    const { facts, number } = await certificate();
    await naming('requirement', requirement!.id, 'Y cod ymddygiad', '');
    expect(facts).toEqual({
      version: 2,
      languages: 'both',
      council: 'Northmoor County Council',
      councilCy: 'Cyngor Sir Northmoor',
      holder: expect.any(String),
      scheme: 'Core skills',
      schemeCy: 'Sgiliau craidd',
      edition: { number: 1, en: 'Edition 1', cy: 'Argraffiad 1' },
      requirements: [
        {
          title: 'The code of conduct',
          titleCy: 'Y cod ymddygiad',
          how: 'module',
          on: TODAY,
          score: expect.any(Number),
        },
      ],
      learningSeconds: expect.any(Number),
      awardedOn: TODAY,
      validUntil: '2030-11-22',
      number,
      signatories: expect.any(Array),
    });
    expect((await certificate()).facts).toMatchObject({ requirements: [{ title: 'The code of conduct' }] });
    expect((await part(Verification).check(number)) satisfies object).toMatchObject({
      certificate: {
        facts: { scheme: 'Core skills', edition: 'Edition 1' },
        welsh: { scheme: { text: 'Sgiliau craidd' } },
      },
    });
    const trail = await rows<{ action: string }>(
      `select action from audit_event where action like '%named-in-welsh' order by action`,
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'council.named-in-welsh',
      'requirement.named-in-welsh',
      'requirement.named-in-welsh',
      'scheme.named-in-welsh',
    ]);
  });

  it('of a scheme come before that of every scheme, and the newest before those before', async () => {
    const every = await approved();
    expect([await inUse(), (await certificate()).templateVersionId]).toEqual([every, (await find(every)).id]);
    const own = await approved(CORE_SKILLS);
    const later = await approved(null, bilingual, daysLater(TODAY, 5));
    await part(Drafts).beginScheme('Planning', officer);
    const planning = (await part(SchemeQueries).all()).find(({ name }) => name === 'Planning')!.id;
    expect([await inUse(), await inUse(TODAY, planning)]).toEqual([own, every]);
    expect([await inUse(daysLater(TODAY, 5)), await inUse(daysLater(TODAY, 5), planning)]).toEqual([own, later]);
    await approving().withdraw(own, { by: admin, words: 'The Welsh is wrong' });
    expect(await inUse()).toBe(every);
    const { templates, total } = await part(TemplateQueries).list(3, 0);
    expect(total).toBeGreaterThan(3);
    expect(templates.map(({ number, state, isInUse, scheme }) => [number, state, isInUse, scheme])).toEqual([
      [later, 'approved', false, null],
      [own, 'withdrawn', false, 'Core skills'],
      [every, 'approved', true, null],
    ]);
  });

  it('begin as a copy of what is in use', async () => {
    expect((await find(await drafts().begin({ schemeId: null, by: officer }))).template).toEqual(FIRST_TEMPLATE);
    await approved(CORE_SKILLS);
    expect((await find(await drafts().begin({ schemeId: CORE_SKILLS, by: officer }))).template).toEqual(bilingual);
    await expect(drafts().begin({ schemeId: officer, by: officer })).rejects.toMatchObject({ name: 'SchemeIsGone' });
  });

  it('are proposed only as they were read, and once every preview is printed', async () => {
    const number = await drafts().begin({ schemeId: null, by: officer });
    await expect(propose(number)).rejects.toMatchObject({ name: 'PreviewsAreNotPrinted' });
    await printed();
    await drafts().save(number, { template: bilingual, fromDay: null, by: officer });
    await expect(propose(number)).rejects.toMatchObject({ name: 'PreviewsAreNotPrinted' });
    await printed();
    await expect(approving().propose(number, { revision: 1, by: officer })).rejects.toMatchObject({
      name: 'TemplateWasChanged',
    });
    await propose(number);
    const changed = drafts().save(number, { template: bilingual, fromDay: null, by: officer });
    await expect(changed).rejects.toMatchObject({ name: 'TemplateIsNoDraft' });
    await expect(approving().approve(number, { revision: 1, by: admin })).rejects.toMatchObject({
      name: 'TemplateWasChanged',
    });
  });

  it('are kept only when every text can be printed', async () => {
    const number = await drafts().begin({ schemeId: null, by: officer });
    const words = { ...FIRST_TEMPLATE.words.en!, heading: '<b>Award</b>' };
    const template = { ...FIRST_TEMPLATE, words: { en: words } };
    await expect(drafts().save(number, { template, fromDay: null, by: officer })).rejects.toMatchObject({
      name: 'TemplateCannotBePrinted',
      problems: [{ field: 'en-heading', text: expect.stringContaining('Take <b> out') as string }],
    });
    expect((await find(number)).template).toEqual(FIRST_TEMPLATE);
  });

  it('are approved by an administrator who did not write them', async () => {
    const both = await someone('Both', 'officer', 'administrator');
    const number = await drafts().begin({ schemeId: null, by: both });
    await printed();
    await propose(number, officer);
    await expect(approve(number, both)).rejects.toMatchObject({ name: 'OwnTemplate' });
    await expect(approve(number, officer)).rejects.toMatchObject({ name: 'NotAllowed' });
    await expect(
      rows(
        `update template_version set state = 'approved', from_day = $2, approved_by = $3, approved_at = now() where number = $1`,
        number,
        TODAY,
        both,
      ),
    ).rejects.toThrow('template_version_takes_two');
    await approving().sendBack(number, { by: admin, words: 'The heading is too long' });
    expect(await find(number)).toMatchObject({
      state: 'draft',
      proposedBy: null,
      sentBackWhy: 'The heading is too long',
    });
    await propose(number, both);
    const tries = await Promise.allSettled([1, 2, 3].map(() => approve(number)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await find(number)).toMatchObject({
      state: 'approved',
      fromDay: TODAY,
      approvedBy: admin,
      approvedAlone: false,
    });
  });

  it('are in use one a scheme and day; what is too late comes into use when it is approved', async () => {
    await approved(null, bilingual, daysLater(TODAY, 3));
    const other = await drafted(null, bilingual, daysLater(TODAY, 3));
    await expect(propose(other)).rejects.toMatchObject({ name: 'OtherTemplateFromThatDay' });
    const late = await drafted(CORE_SKILLS, bilingual, daysLater(TODAY, -9));
    await propose(late);
    expect(await approve(late)).toBe(dayInLondon(awarding.clock.now()));
  });

  it('stay as they were approved, and are never deleted', async () => {
    const number = await approved(CORE_SKILLS);
    const { id } = await certificate();
    expect((await part(Certificates).find(id))!.version).toEqual(bilingual);
    const set = (change: string) => rows(`update template_version set ${change} where number = $1`, number);
    for (const change of [`template = '{}'`, 'from_day = null', `state = 'draft'`, `scheme_id = null`, 'revision = 9'])
      await expect(set(change)).rejects.toThrow(/as it was drafted|check constraint/);
    await expect(rows('delete from template_version where number = $1', number)).rejects.toThrow('only drafts');
    await expect(rows('truncate template_version cascade')).rejects.toThrow(/only drafts|permission/);
    await expect(drafts().discard(number, officer)).rejects.toMatchObject({ name: 'TemplateIsNoDraft' });
    await approving().withdraw(number, { by: admin, words: 'Another chair' });
    await expect(set(`state = 'approved'`)).rejects.toThrow(/as it was drafted|check constraint/);
    await expect(approving().withdraw(number, { by: admin, words: 'Again' })).rejects.toMatchObject({
      name: 'TemplateIsNotApproved',
    });
    expect((await part(Certificates).find(id))!.version).toEqual(bilingual);
  });

  it('go with their previews while they are drafts', async () => {
    const number = await drafted();
    const { id } = await find(number);
    const sha256 = (await part(PreviewRepository).of(id))[0]!.sha256!;
    const files = part(FileStore);
    expect(await files.has(sha256)).toBe(true);
    expect(await rows(`select file_is_needed(decode($1, 'hex')) as needed`, sha256)).toEqual([{ needed: true }]);
    await drafts().discard(number, officer);
    expect([await files.has(sha256), await part(TemplateRepository).find(number)]).toEqual([false, undefined]);
  });

  it('fall back to the draft when whoever proposed them leaves', async () => {
    const leaver = await someone('Leaver', 'officer');
    const number = await drafted();
    await propose(number, leaver);
    await part(Leaving).deactivate(admin, leaver);
    expect(await find(number)).toMatchObject({ state: 'draft', proposedBy: null });
    const actions = await rows<{ action: string }>(
      'select action from audit_event where subject_id = $1 order by id',
      (await find(number)).id,
    );
    expect(actions.map(({ action }) => action.replace('template.', ''))).toEqual([
      'drafted',
      'changed',
      'proposed',
      'sent-back',
    ]);
  });

  it('are approved alone where there is nobody else, and say so', async () => {
    await rows(`delete from person_role where role in ('officer', 'administrator')`);
    // Whoever left counts for thirty days as if they were there.
    awarding.clock.advance(31 * 86_400_000);
    const only = await someone('Only', 'officer', 'administrator');
    const number = await drafts().begin({ schemeId: CORE_SKILLS, by: only });
    await printed();
    await propose(number, only);
    await approve(number, only);
    expect(await find(number)).toMatchObject({ state: 'approved', approvedBy: only, approvedAlone: true });
    await approving().withdraw(number, { by: only, words: 'The test is over' });
  });
});
