import { daysLater } from '@induct/platform';
import { BILINGUAL, GivenTemplates } from '../../../../test/support/given-templates';
import { Certificates } from '../acts/certificates.service';
import { Verification } from '../certificate/verification.service';
import { Drafts } from '../schemes/drafts.service';
import { SchemeQueries } from '../schemes/scheme.queries';
import { CORE_SKILLS } from '../tables/tables';
import { WelshNames } from '../welsh/welsh-names.service';
import { TemplateApproving } from './template-approving.service';
import { TemplateQueries } from './template.queries';

const TODAY = '2026-11-22';

describe('what certificates are issued with', () => {
  let given: GivenTemplates;
  let awarding: GivenTemplates['awarding'];
  let [officer, admin, conduct] = ['', '', ''];
  const part: GivenTemplates['part'] = (of) => given.part(of);
  const rows: GivenTemplates['rows'] = (sql, ...values) => given.rows(sql, ...values);
  const approving = () => part(TemplateApproving);
  const find = (number: number) => given.find(number);
  const certificate = () => given.certificate();
  const inUse = (day = TODAY, schemeId = CORE_SKILLS) => given.inUse(day, schemeId);

  beforeAll(async () => {
    given = await GivenTemplates.begin();
    ({ awarding, officer, admin, conduct } = given);
  });
  afterAll(() => awarding?.end());
  afterEach(() => given.noneIsInUse());

  it('is as it was until a template is approved, and that template from its day on', async () => {
    const before = await certificate();
    expect(before).toMatchObject({ template: 'accreditation-1', templateVersionId: null, version: null });
    const number = await given.drafted(CORE_SKILLS, BILINGUAL, daysLater(TODAY, 1));
    expect((await certificate()).templateVersionId).toBeNull();
    await given.propose(number);
    expect((await certificate()).templateVersionId).toBeNull();
    await given.approve(number);
    expect((await certificate()).templateVersionId).toBeNull();
    expect([await inUse(), await inUse(daysLater(TODAY, 1))]).toEqual([undefined, number]);
    awarding.clock.advance(86_400_000);
    const after = await certificate();
    awarding.clock.advance(-86_400_000);
    const { id } = await find(number);
    expect(after).toMatchObject({ template: 'accreditation-2', templateVersionId: id, version: BILINGUAL });
    // What takes its place is printed with what it was printed with.
    const [next, old] = await Promise.all(
      [after.id, before.id].map((one) => part(Certificates).replace(one, { by: officer, reason: 'A name' })),
    );
    expect(await part(Certificates).find(next!)).toMatchObject({ template: 'accreditation-2', templateVersionId: id });
    expect(await part(Certificates).find(old!)).toMatchObject({ template: 'accreditation-1', templateVersionId: null });
  });

  it('freezes what was entered in Welsh by then, and how each requirement was met', async () => {
    const names = part(WelshNames);
    const [requirement] = await rows<{ id: string }>(
      'select requirement_id as id from way where course_id = $1',
      conduct,
    );
    const { total } = await names.missing();
    expect(await names.missing()).toMatchObject({ council: true, names: expect.arrayContaining(['Core skills']) });
    await names.nameCouncil('Cyngor Sir Northmoor', officer);
    await names.name({ kind: 'scheme', id: CORE_SKILLS }, 'Sgiliau craidd', officer);
    await names.name({ kind: 'requirement', id: requirement!.id }, 'Y cod ymddygiad', officer);
    await names.name({ kind: 'requirement', id: requirement!.id }, 'Y cod ymddygiad', officer);
    expect(await names.missing()).toMatchObject({ council: false, total: total - 2 });
    await expect(names.name({ kind: 'scheme', id: requirement!.id }, 'Dim', officer)).rejects.toMatchObject({
      name: 'NoSuchName',
    });
    await given.approved();
    const { facts, number } = await certificate();
    await names.name({ kind: 'requirement', id: requirement!.id }, '', officer);
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

  it('is that of the scheme before that of every scheme, and the newest before those before', async () => {
    const every = await given.approved();
    expect([await inUse(), (await certificate()).templateVersionId]).toEqual([every, (await find(every)).id]);
    const own = await given.approved(CORE_SKILLS);
    const later = await given.approved(null, BILINGUAL, daysLater(TODAY, 5));
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
});
