import { Awards, CORE_SKILLS, Drafts, Simulations, TemplateDrafts } from '@induct/accreditation';
import type { Desk } from './given-desk';

const at = '2026-11-22T14:32:00Z';

const FOUND = {
  standard: 'scorm_2004',
  edition: '3rd',
  title: 'The code of conduct',
  organizations: 1,
  scos: [
    { id: 'one', title: 'Why there is a code', href: 'shared/launchpage.html?content=why' },
    { id: 'two', title: 'What it asks of you', href: 'shared/launchpage.html?content=what' },
  ],
  files: 120,
  bytes: 5_200_000,
};
/** Of the certificate that is in force. */
export const NUMBER = 'NMC-2026-7KQ4M-2XWPH-5';
const FACTS = {
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder: 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley',
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [
    { title: 'The code of conduct', completedOn: '2026-11-20', score: 87.5 },
    { title: 'Looking after data', completedOn: '2026-11-22', score: null },
  ],
  learningSeconds: 3900,
  awardedOn: '2026-11-22',
  validUntil: '2030-11-21',
  signatories: [
    { name: 'M Ellison', office: 'Chief Executive' },
    { name: 'D Okafor', office: 'Chair of the Member Development Steering Group' },
  ],
};
/** One upload of each state, with its report. */
export const UPLOADS = [
  [
    'accepted',
    {
      ...FOUND,
      accepted: true,
      findings: [
        {
          code: 'needs-sequencing',
          severity: 'warning',
          message: 'The package wants its parts done in a certain order. Members can open them in any order.',
          remedy: 'Tell members which part comes first, or export the package with free navigation.',
          where: 'imsmanifest.xml',
        },
        {
          code: 'junk',
          severity: 'note',
          message: 'Files that macOS adds were left out.',
          remedy: '',
          where: '__MACOSX',
        },
      ],
    },
  ],
  [
    'refused',
    {
      ...FOUND,
      accepted: false,
      findings: [
        {
          code: 'unsafe-path',
          severity: 'refused',
          message: 'A file wants to be written outside the package.',
          remedy: 'Export the package again with your authoring tool, and do not add files to the zip by hand.',
          where: `${'deep/'.repeat(40)}../../etc/passwd`,
        },
      ],
    },
  ],
  ['failed', null],
  ['importing', null],
] as const;

/** Three certificates: in force, revoked, and one whose PDF could not be made. */
export async function certificatesOf(desk: Desk, holderId: string): Promise<void> {
  const { given, database } = desk;
  await given.aCertificate(holderId, { number: NUMBER, at, validUntil: '2030-11-21' });
  const other = await given.aPerson({ name: 'Cleo Dunn', group: 'Labour' });
  await given.aCertificate(other, { number: 'NMC-2026-1KQ4M-2XWPH-1', at, validUntil: '2030-11-21', state: 'revoked' });
  const third = await given.aPerson({ name: 'Dev Mehta', group: 'Labour' });
  await given.aCertificate(third, { number: 'NMC-2026-2KQ4M-2XWPH-7', at, validUntil: '2030-11-21', rendered: false });
  await database.source.query(
    `update certificate set facts = $1::jsonb || jsonb_build_object('number', number), pdf_bytes = 84000,
       pdf_sha256 = decode(repeat('5c', 32), 'hex')`,
    [JSON.stringify(FACTS)],
  );
  await database.source.query(
    `update certificate set revoked_at = $1, revocation_reason = 'Issued to the wrong person of that name.\n\nThe holder was told by telephone.'
      where state = 'revoked'`,
    [at],
  );
  await database.source.query(
    `update certificate set render_error = 'Protocol error (Page.printToPDF): Target closed', render_attempts = 5
      where rendered_at is null`,
  );
}

/** A version of Core skills that asks for more than the one in effect, worked out. */
export async function schemesOf({ app, database, given }: Desk): Promise<void> {
  const by = await given.aPerson({ name: 'Second Officer', roles: ['officer'] });
  await app.get(Awards, { strict: false }).considerOverdue();
  const needs = await database.source.query<{ need: string }[]>('select id as need from requirement order by title');
  const drafts = app.get(Drafts, { strict: false });
  await drafts.beginVersion(CORE_SKILLS, by);
  await drafts.save(CORE_SKILLS, {
    effectiveFrom: '2027-01-01',
    validityMonths: 24,
    renewalOpensMonths: 3,
    graceDays: 30,
    forHolders: 'top_up',
    topUpBy: '2027-06-30',
    rule: { all: [{ core: true }, { any: [...needs, { n: 2, of: needs }] }] },
  });
  await app.get(Simulations, { strict: false }).ask(CORE_SKILLS, by);
  await app.get(Simulations, { strict: false }).workOutNext();
}

/** A template of certificates that is drafted, with previews that wait for the worker. */
export async function templateOf({ app, given }: Desk): Promise<void> {
  const by = await given.aPerson({ name: 'Bernadette Osei-Featherstonehaugh-Llewellyn', roles: ['officer'] });
  await app.get(TemplateDrafts, { strict: false }).begin({ schemeId: null, by });
}
