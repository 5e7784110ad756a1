import { daysLater } from '@induct/platform';
import { aPerson } from '../../../../test/support/given-person';
import { BILINGUAL, GivenTemplates } from '../../../../test/support/given-templates';
import { Certificates } from '../acts/certificates.service';
import { PrintedCertificates } from '../printing/printed-certificates';
import { Verification } from '../certificate/verification.service';
import { Drafts } from '../schemes/drafts.service';
import { SchemeQueries } from '../schemes/scheme.queries';
import { StatutoryRegister } from '../sitting/statutory-register.service';
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

  it('is the second design as it came until a template is approved, and that template from its day on', async () => {
    const before = await certificate();
    expect(before).toMatchObject({ template: 'accreditation-2', templateVersionId: null, version: null });
    expect(before.facts).toMatchObject({ version: 2, languages: 'en', requirements: [{ how: 'module' }] });
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
    expect(await part(Certificates).find(old!)).toMatchObject({ template: 'accreditation-2', templateVersionId: null });
  });

  it('keeps what was issued with the first design as it was, and what takes its place', async () => {
    const { id, awardId, number } = await certificate();
    const facts = {
      language: 'en-GB',
      council: 'Northmoor County Council',
      holder: 'Siân Rees-Pritchard',
      scheme: 'Core skills',
      edition: 'Edition 1',
      learningSeconds: 60,
      awardedOn: TODAY,
      validUntil: null,
      number,
      signatories: [],
      modules: [{ title: 'The code of conduct', completedOn: TODAY, score: 90 }],
    };
    await rows(
      `update certificate set template = 'accreditation-1', facts = $2 where id = $1`,
      id,
      JSON.stringify(facts),
    );
    const old = (await part(Certificates).find(id))!;
    const kind = part(PrintedCertificates);
    expect((await kind.sheet(old)).body).toContain('Modules completed');
    expect(kind.expected(old).texts.map(({ text }) => text)).toContain('The code of conduct');
    const next = (await part(Certificates).find(
      (await part(Certificates).replace(id, { by: officer, reason: 'A name' }))!,
    ))!;
    expect(next).toMatchObject({ awardId, template: 'accreditation-1', facts: { modules: facts.modules } });
    expect((await part(Verification).check(next.number)) satisfies object).toMatchObject({
      certificate: { facts: { shown: 'Modules completed', modules: [{ result: '90%' }] } },
    });
  });

  it('says that it is the council’s own, but of what the authority has accredited on the day of the award', async () => {
    const lines = async () => {
      const issued = await certificate();
      return [issued.facts, (await part(PrintedCertificates).sheet(issued)).body.includes('319ZZA')];
    };
    const second = await aPerson(awarding.database.source, { name: 'Second', roles: ['officer'] });
    const accredited = async (from: string, until: string | null) => {
      const entry = { schemeId: CORE_SKILLS, requirementId: null, kind: null, reference: 'PA 7', from, until };
      const id = await part(StatutoryRegister).accredit(entry, officer);
      await part(StatutoryRegister).confirm('statutory_accreditation', id, second);
    };
    expect(await lines()).toEqual([expect.not.objectContaining({ statutory: true }), true]);
    await accredited('2026-01-01', null);
    expect(await lines()).toEqual([expect.objectContaining({ statutory: true }), false]);
    await accredited('2026-01-01', TODAY);
    expect(await lines()).toEqual([expect.not.objectContaining({ statutory: true }), true]);
  });

  it('freezes what was entered in Welsh by then, and how each requirement was met', async () => {
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
    await given.approved();
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
