import type { LightMyRequestResponse } from 'fastify';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenTesting } from '../../../../../test/support/given-testing';
import { linkSentTo, SITE, SiteVisitor } from '../../../../../test/support/site-visitor';
import { SoftPasskey } from '../../../../../test/support/soft-passkey';

/** A link, and how a page that is there answers it. */
type Link = readonly [kind: string, path: string];

const ROLES = { member: ['member', 'tester'], officer: ['officer'] } as const;
type Who = keyof typeof ROLES;

let desk: Desk;
const people = {} as Record<Who, { id: string; email: string }>;
let links: Record<Who, readonly Link[]>;

beforeAll(async () => {
  desk = await Desk.open();
  const { given, database } = desk;
  for (const who of ['member', 'officer'] as const) {
    const id = await given.aPerson({ name: who, roles: ROLES[who] });
    people[who] = { id, email: `${id}@northmoor.example` };
  }
  await given.aModule({ title: 'The code of conduct', core: true });
  const testing = new GivenTesting(database.source);
  const course = await testing.aCourse('Golf for members', 'golf');
  const roundId = await testing.aRound({ ...course, openedBy: people.officer.id, testers: [people.member.id] });
  const finding = { ...course, roundId, authorId: people.member.id, severity: 'blocking' as const };
  const findingId = await testing.aFinding(finding);
  links = {
    member: [
      ['home', '/'],
      ['a module', '/modules/the-code-of-conduct'],
      ['modules, chosen', '/modules?show=open'],
      ['what is due', '/standing'],
      ['may I sit', '/standing/may-i-sit'],
      ['certificates', '/certificates'],
      ['who sees my name', '/certificates/shown'],
      ['the programme', '/programme'],
      ['bookings', '/bookings'],
      ['feedback', '/feedback'],
      ['checking in', '/check-in'],
      ['a proposal', '/proposals/new'],
      ['a round', `/testing/rounds/${roundId}`],
      ['a finding', `/testing/findings/${findingId}`],
      ['letters', '/account/letters'],
      ['needs', '/needs'],
    ],
    officer: [
      ['the desk', '/admin'],
      ['people, chosen', '/admin/people?role=officer'],
      ['a person', `/admin/people/${people.member.id}`],
      ['the certificates of all', '/admin/certificates'],
      ['a version', '/admin/modules/golf/versions/1'],
      ['a round', `/testing/rounds/${roundId}`],
      ['a finding', `/testing/findings/${findingId}`],
      ['the register', '/admin/register'],
      ['proposals', '/admin/proposals'],
    ],
  };
});
afterAll(() => desk.close());

/** Opened signed out: asked to sign in, and told where one goes on. */
async function askedFor(visitor: SiteVisitor, path: string): Promise<string> {
  const asked = await visitor.get(path);
  expect([path, asked.statusCode]).toEqual([path, 303]);
  const form = await visitor.get(String(asked.headers.location));
  return /name="next" value="([^"]*)"/.exec(form.body)![1]!;
}

async function expectToLandOn(path: string, visitor: SiteVisitor, signedIn: LightMyRequestResponse): Promise<void> {
  expect([path, signedIn.statusCode, signedIn.headers.location]).toEqual([path, 303, path]);
  expect([path, (await visitor.get(path)).statusCode]).toEqual([path, 200]);
}

async function byLetter(who: Who, next: string, visitor: SiteVisitor, form: Record<string, string> = {}) {
  const { email } = people[who];
  await visitor.post('/sign-in', { email, next });
  const used = await visitor.post(await linkSentTo(desk.database, email), form);
  // Letters to one address are counted.
  desk.clock.advance(4 * 60_000);
  return used;
}

/** Asked for more than a remembered device: by a letter. */
async function showMore(visitor: SiteVisitor, path: string): Promise<LightMyRequestResponse> {
  await visitor.post('/sign-in/again', { next: path });
  const used = await visitor.post(await linkSentTo(desk.database, people.member.email));
  desk.clock.advance(4 * 60_000);
  return used;
}

describe.each(['member', 'officer'] as const)('a link that is opened signed out by a %s', (who) => {
  it('lands where it pointed, by a letter', async () => {
    for (const [, path] of links[who]) {
      const visitor = new SiteVisitor(desk.app);
      await expectToLandOn(path, visitor, await byLetter(who, await askedFor(visitor, path), visitor));
    }
  });

  it('lands where it pointed, with a passkey', async () => {
    const visitor = new SiteVisitor(desk.app);
    const device = new SoftPasskey({ origin: SITE, rpId: 'localhost' });
    await byLetter(who, '/', visitor);
    const response = device.make((await visitor.post('/account/passkeys/challenge')).json());
    await visitor.post('/account/passkeys', { response });
    for (const [, path] of links[who]) {
      await visitor.post('/sign-out');
      const next = await askedFor(visitor, path);
      const challenge = (await visitor.post('/sign-in/passkey/challenge')).json<{ challenge: string }>();
      await expectToLandOn(
        path,
        visitor,
        await visitor.post('/sign-in/passkey', { response: device.use(challenge), next }),
      );
    }
  });
});

it('a link that is opened on one’s own device lands where it pointed, by a press, or by a letter where it can hurt', async () => {
  const visitor = new SiteVisitor(desk.app);
  await byLetter('member', '/', visitor, { own: 'yes' });
  const more: string[] = [];
  for (const [kind, path] of links.member) {
    await visitor.post('/sign-out');
    const pressed = await visitor.post('/sign-in/device', { next: await askedFor(visitor, path) });
    expect([path, pressed.headers.location]).toEqual([path, path]);
    const shown = await visitor.get(path);
    const asksForMore = shown.headers.location === `/sign-in/again?next=${encodeURIComponent(path)}`;
    if (asksForMore) more.push(kind);
    await expectToLandOn(path, visitor, asksForMore ? await showMore(visitor, path) : pressed);
  }
  expect(more).toEqual([
    'what is due',
    'may I sit',
    'certificates',
    'who sees my name',
    'a proposal',
    'a round',
    'a finding',
    'letters',
    'needs',
  ]);
});
