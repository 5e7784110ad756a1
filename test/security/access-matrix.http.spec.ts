import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, type Role, ROLES } from '@induct/people';
import { Transactions } from '@induct/platform';
import {
  decideAccess,
  type DeclaredRoute,
  declaredRoutes,
  isProofEnough,
  type ProofOf,
  SignIns,
  type Way,
} from '@induct/sign-in';
import { createCourseService } from '../../apps/course-service/src';
import { createMembersArea } from '../../apps/members-area/src';
import { createProgressTracker } from '../../apps/progress-tracker/src';
import { testConfig } from '../support/config';
import { cloneDatabase, type TestDatabase } from '../support/database';

const SITE = 'http://localhost:3000';
/** Routes that Nest does not know: files, and the queue board with its own guard. */
const OTHERS = [/^\/assets\//, /^\/admin\/queues(\/|$)/];

let app: NestFastifyApplication;
let database: TestDatabase;
let declared: DeclaredRoute[];
const registered: { method: string; url: string }[] = [];
/** Where somebody comes who pressed "Continue as …" on their own device. */
const ON_A_REMEMBERED_DEVICE = [
  '/',
  '/bookings',
  '/bookings.csv',
  '/bookings.json',
  '/bookings/:id',
  '/bookings/:id/cancel',
  '/bookings/:id/move',
  '/bookings/new/:session',
  '/check-in',
  '/check-in/:code',
  '/feedback',
  '/feedback/:session',
  '/first-weeks',
  '/first-weeks/:stepId',
  '/handbook',
  '/handbook/:slug',
  '/handbook/changes',
  '/handbook/editions/:number.pdf',
  '/kept-form',
  '/kept-form/draft',
  '/kept-form/throw-away',
  '/library',
  '/library/:id',
  '/library/:id/:format',
  '/library/:id/film',
  '/minutes',
  '/modules',
  '/modules/:slug',
  '/modules/:slug/choose',
  '/modules/:slug/finished',
  '/modules/:slug/from-the-beginning',
  '/modules/:slug/note',
  '/modules/:slug/start',
  '/programme',
  '/programme/:slug',
  '/programme/:slug/:session.ics',
  '/programme/:slug/interest',
  '/search',
  '/sign-in/again',
  '/sign-in/left',
  '/sign-in/stay',
];
/** Where a council with FRESH_PROOF asks for a letter or a passkey of the last quarter of an hour. */
const ON_A_FRESH_PROOF = [
  '/admin/certificates/:number/revoke',
  '/admin/certificates/:number/revoke/decision',
  '/admin/certificates/:number/suspend',
  '/admin/certificates/:number/suspend/decision',
  '/admin/modules/:slug/versions/:number/override',
  '/admin/modules/:slug/versions/:number/override/confirm',
  '/admin/modules/:slug/versions/:number/override/withdraw',
  '/admin/people',
  '/admin/people/:id/agree',
  '/admin/people/:id/correct',
  '/admin/people/:id/leave',
  '/admin/people/:id/roles',
  '/admin/people/new',
  '/admin/people/waiting/:proposalId',
  '/admin/role-rules',
  '/admin/role-rules/:id/remove',
];
const visitors: { who: string; roles: Role[] | undefined; id?: string }[] = [
  { who: 'a stranger', roles: undefined },
  { who: 'somebody without a role', roles: [] },
  ...ROLES.map((role) => ({ who: `a person who is ${role} only`, roles: [role] })),
];

beforeAll(async () => {
  database = await cloneDatabase();
  app = await createMembersArea(testConfig(database.url, { DEMO: 'true' }), database.source);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: { method: string | string[]; url: string }) => {
      for (const one of [method].flat()) registered.push({ method: one, url });
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  declared = declaredRoutes(app);
  const people = app.get(PeopleService, { strict: false });
  await app.get(Transactions).run(async (tx) => {
    for (const visitor of visitors) {
      if (!visitor.roles) continue;
      const email = `${visitor.roles[0] ?? 'none'}@northmoor.example`;
      [visitor.id] = await people.add(tx, [{ name: visitor.who, email, roles: visitor.roles }], null);
    }
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Parameters name what does not exist. */
const addressOf = (path: string) =>
  path.replace(/:(\w+)/g, (_, name: string) =>
    /id$/i.test(name) ? '00000000-0000-4000-8000-000000000000' : 'missing',
  );

/** Who asks, with a sign-in that is kept from one request to the next. */
class Visit {
  private cookie: string | undefined;

  constructor(
    private readonly personId: string | undefined,
    private readonly by: Way = 'letter',
  ) {}

  async ask(route: DeclaredRoute, accept: string) {
    this.cookie ??= await this.signIn();
    const method = (route.method === 'ALL' ? 'GET' : route.method) as 'GET';
    const form = method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { accept, origin: SITE, ...form, ...(this.cookie && { cookie: this.cookie }) };
    const payload = method === 'GET' ? {} : { payload: '' };
    const reply = await app.inject({ method, url: addressOf(route.path), headers, ...payload });
    // What was let in may have ended it.
    if (method !== 'GET' && reply.statusCode < 400) this.cookie = undefined;
    return reply;
  }

  private async signIn(): Promise<string> {
    if (!this.personId) return '';
    const { personId, by } = this;
    const signIns = app.get(SignIns, { strict: false });
    return `induct=${await app.get(Transactions).run((tx) => signIns.signIn(tx, personId, { by }))}`;
  }
}

/** What an answer says about access, as far as it can be seen from outside. */
function seen(status: number, location: unknown): string {
  if (status === 403) return 'refuse';
  if (status === 401 || (status === 303 && /^\/sign-in(\/again)?\?next=/.test(String(location))))
    return 'ask to sign in';
  return status < 500 ? 'let in' : `${status}`;
}

describe('every route', () => {
  it('declares who may use it', () => {
    const silent = declared.filter(({ permissions }) => !permissions?.length);
    expect(silent.map(({ method, path, handler }) => `${method} ${path} (${handler})`)).toEqual([]);
    expect(declared.length).toBeGreaterThan(20);
  });

  it('is known to the matrix, or is a file, or belongs to the queue board', () => {
    const known = new Set(declared.map(({ method, path }) => `${method} ${path}`));
    const unknown = registered.filter(
      ({ method, url }) =>
        !['HEAD', 'OPTIONS'].includes(method) &&
        !known.has(`${method} ${url}`) &&
        !known.has(`ALL ${url}`) &&
        !OTHERS.some((pattern) => pattern.test(url)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(visitors)('lets $who in, or not, as it declares', async ({ roles, id }) => {
    const differences: string[] = [];
    const visit = new Visit(id);
    for (const route of declared) {
      const expected = decideAccess(route.permissions, roles);
      for (const accept of ['text/html', 'application/json']) {
        const reply = await visit.ask(route, accept);
        const actual = seen(reply.statusCode, reply.headers.location);
        if (actual !== expected) differences.push(`${route.method} ${route.path}: ${expected}, but ${actual}`);
      }
    }
    expect(differences).toEqual([]);
  });

  const wanting = (proof: ProofOf) =>
    [...new Set(declared.filter((route) => route.proof === proof).map(({ path }) => path))].toSorted();

  it('takes a remembered device where one learns and books, and where one shows more; nowhere else', async () => {
    expect(wanting('any')).toEqual(ON_A_REMEMBERED_DEVICE);
    const person = { name: 'Every Role', email: 'every@northmoor.example', roles: [...ROLES] };
    const people = app.get(PeopleService, { strict: false });
    const [id] = await app.get(Transactions).run((tx) => people.add(tx, [person], null));
    const differences: string[] = [];
    const visit = new Visit(id, 'device');
    for (const route of declared) {
      const permissions = route.permissions ?? [];
      const cameIn = { way: 'device' as const, at: new Date() };
      const asked = { declared: route.proof, permissions, asksForFresh: false, asksForKey: false };
      const expected = isProofEnough(asked, cameIn, cameIn.at) ? 'let in' : 'ask to sign in';
      const reply = await visit.ask(route, 'text/html');
      const actual = seen(reply.statusCode, reply.headers.location);
      // What is there, and whether it is theirs, comes after.
      if (actual !== expected && !(expected === 'let in' && actual === 'refuse'))
        differences.push(`${route.method} ${route.path}: ${expected}, but ${actual}`);
    }
    expect(differences).toEqual([]);
  });

  it('asks for a fresh proof where an act at the desk can hurt', () => {
    expect(wanting('fresh')).toEqual(ON_A_FRESH_PROOF);
  });

  it('is refused when it declares nothing', () => {
    for (const { roles } of visitors) expect(decideAccess(undefined, roles)).toBe('refuse');
  });
});

describe('the content origin', () => {
  it.each([
    ['the player and the package files', createCourseService],
    ['the run-time API', createProgressTracker],
  ])('has only public routes and those that a launch token opens: %s', async (_, create) => {
    const origin = await create(testConfig(database.url), database.source);
    await origin.init();
    const closed = declaredRoutes(origin).filter(
      ({ permissions }) => !permissions?.every((one) => one === 'public' || one === 'launch-token'),
    );
    expect(closed).toEqual([]);
    await origin.close();
  });
});

describe('the queue board', () => {
  it.each(visitors)('is open to administrators, not to $who', async ({ roles, id }) => {
    const visit = new Visit(id);
    for (const path of ['/admin/queues', '/admin/queues/api/queues', '/admin/%71ueues', '/ADMIN/queues']) {
      const reply = await visit.ask(
        { method: 'GET', path, handler: '', permissions: [], proof: undefined },
        'text/html',
      );
      const isAdministrator = roles?.includes('administrator') ?? false;
      expect([path, seen(reply.statusCode, reply.headers.location)]).toEqual([
        path,
        isAdministrator ? 'let in' : decideAccess(['administrator'], roles),
      ]);
    }
  });
});
