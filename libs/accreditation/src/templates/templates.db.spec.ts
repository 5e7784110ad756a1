import { Leaving, PeopleService } from '@induct/people';
import { dayInLondon, daysLater, FileStore } from '@induct/platform';
import { aPerson } from '../../../../test/support/given-person';
import { previewsArePrinted } from '../../../../test/support/given-previews-of-templates';
import { BILINGUAL, GivenTemplates } from '../../../../test/support/given-templates';
import { Certificates } from '../acts/certificates.service';
import { ApprovalLetters } from '../approvals/approval-letters.service';
import { ApprovalsWorkModule } from '../approvals/approvals-work.module';
import { CORE_SKILLS } from '../tables/tables';
import { FIRST_TEMPLATE } from './first-template';
import { PreviewRepository } from './preview.repository';
import { TemplateApproving } from './template-approving.service';
import { TemplateDrafts } from './template-drafts.service';
import { TemplateRepository } from './template.repository';

const TODAY = '2026-11-22';

describe('templates of certificates', () => {
  let given: GivenTemplates;
  let awarding: GivenTemplates['awarding'];
  let [officer, admin] = ['', ''];
  const part: GivenTemplates['part'] = (of) => given.part(of);
  const rows: GivenTemplates['rows'] = (sql, ...values) => given.rows(sql, ...values);
  const drafts = () => part(TemplateDrafts);
  const approving = () => part(TemplateApproving);
  const printed = () => previewsArePrinted(awarding.nest);
  const find = (number: number) => given.find(number);
  const drafted: GivenTemplates['drafted'] = (...wished) => given.drafted(...wished);
  const approved: GivenTemplates['approved'] = (...wished) => given.approved(...wished);
  const propose = (number: number, by?: string) => given.propose(number, by);
  const approve = (number: number, by?: string) => given.approve(number, by);
  const someone = (name: string, ...roles: ('officer' | 'administrator')[]) =>
    aPerson(awarding.database.source, { name, roles });

  beforeAll(async () => {
    given = await GivenTemplates.begin([ApprovalsWorkModule]);
    ({ awarding, officer, admin } = given);
  });
  afterAll(() => awarding?.end());
  afterEach(() => given.noneIsInUse());

  it('begin as a copy of what is in use', async () => {
    expect((await find(await drafts().begin({ schemeId: null, by: officer }))).template).toEqual(FIRST_TEMPLATE);
    await approved(CORE_SKILLS);
    expect((await find(await drafts().begin({ schemeId: CORE_SKILLS, by: officer }))).template).toEqual(BILINGUAL);
    await expect(drafts().begin({ schemeId: officer, by: officer })).rejects.toMatchObject({ name: 'SchemeIsGone' });
  });

  it('are proposed only as they were read, and once every preview is printed', async () => {
    const number = await drafts().begin({ schemeId: null, by: officer });
    await expect(propose(number)).rejects.toMatchObject({ name: 'PreviewsAreNotPrinted' });
    await printed();
    await drafts().save(number, { template: BILINGUAL, fromDay: null, by: officer });
    await expect(propose(number)).rejects.toMatchObject({ name: 'PreviewsAreNotPrinted' });
    await printed();
    await expect(approving().propose(number, { revision: 1, by: officer })).rejects.toMatchObject({
      name: 'TemplateWasChanged',
    });
    await propose(number);
    const changed = drafts().save(number, { template: BILINGUAL, fromDay: null, by: officer });
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

  it('that wait are told to whoever may approve them, in letter hours and once a proposal', async () => {
    const both = await someone('Both', 'officer', 'administrator');
    const [to, toBoth] = await Promise.all(
      [admin, both].map(async (id) => (await part(PeopleService).find(id))!.email),
    );
    const number = await drafts().begin({ schemeId: CORE_SKILLS, by: both });
    await printed();
    await propose(number);
    const writers = [0, 1].map(() => awarding.nest.get(ApprovalLetters));
    const write = () => Promise.all(writers.map((one) => one.work()));
    // A Sunday.
    await write();
    expect(await awarding.lettersTo(to!)).toEqual([]);
    awarding.clock.advance(86_400_000);
    await write();
    await write();
    const about = async (address = to!) =>
      (await awarding.lettersTo(address)).filter(({ subject }) => subject.startsWith(`Template ${number} `));
    const letters = await about();
    expect(letters.map(({ subject }) => subject)).toEqual([
      `Template ${number} of certificates waits for you to approve it`,
    ]);
    expect(letters[0]!.text).toContain(`/admin/templates/${number}`);
    expect(letters[0]!.text).toContain('Olive proposed template');
    // Whoever wrote it does not approve it, and officers do not.
    expect(await about(toBoth)).toEqual([]);
    await approving().sendBack(number, { by: admin, words: 'Another heading' });
    awarding.clock.advance(1000);
    await propose(number);
    await write();
    expect(await about()).toHaveLength(2);
    await approving().sendBack(number, { by: admin, words: 'The test is over' });
    awarding.clock.advance(-86_401_000);
  });

  it('are in use one a scheme and day; what is too late comes into use when it is approved', async () => {
    await approved(null, BILINGUAL, daysLater(TODAY, 3));
    const other = await drafted(null, BILINGUAL, daysLater(TODAY, 3));
    await expect(propose(other)).rejects.toMatchObject({ name: 'OtherTemplateFromThatDay' });
    const late = await drafted(CORE_SKILLS, BILINGUAL, daysLater(TODAY, -9));
    await propose(late);
    expect(await approve(late)).toBe(dayInLondon(awarding.clock.now()));
  });

  it('stay as they were approved, and are never deleted', async () => {
    const number = await approved(CORE_SKILLS);
    const { id } = await given.certificate();
    expect((await part(Certificates).find(id))!.version).toEqual(BILINGUAL);
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
    expect((await part(Certificates).find(id))!.version).toEqual(BILINGUAL);
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
