import { Mandates, MarksRepository, type NewMandate, Settling } from '@induct/accreditation';
import { FixedDates, Programme } from '@induct/events';
import { Transactions } from '@induct/platform';
import type { Desk } from './given-desk';
import { certificatesOf, schemesOf, templateOf, UPLOADS } from './given-desk-rows';

const at = '2026-11-22T14:32:00Z';
/** A title as long as they get, with a word that no line holds. */
export const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';
const GROUPS = ['Conservative', 'Green Valleys', 'Independent', 'Labour', 'Liberal Democrat'];
const LONG_NAME = 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley';

/**
 * Forty members of five groups who are somewhere in three modules; a draft, an upload of each state, certificates, schemes,
 * and two modules that are asked again.
 * @param uploadIds by state
 * @returns one with a long name, who holds the certificates, and one who has something to take again
 */
export async function aCouncilAtWork(desk: Desk, uploadIds: Readonly<Record<string, string>>) {
  const { given } = desk;
  const modules = [];
  for (const title of ['The code of conduct', 'Looking after data', LONG]) {
    const slug = title.slice(0, 12).toLowerCase().replaceAll(' ', '-');
    modules.push(await given.aModule({ title, core: title.length < 50, slug }));
  }
  const members: string[] = [];
  for (let nth = 0; nth < 40; nth += 1) {
    const id = await given.aPerson({ name: nth === 3 ? LONG_NAME : `Member ${nth + 10}`, group: GROUPS[nth % 5] });
    members.push(id);
    for (const [which, module] of modules.entries()) {
      const draw = (nth * 7 + which * 3) % 10;
      const passed = { completion: 'completed', success: 'passed', score: 80 + draw, done: true } as const;
      if (draw < 4) await given.aResult(id, module, { at, ...passed });
      else if (draw < 6) await given.aResult(id, module, { at, progress: 0.45 });
      else if (draw === 6)
        await given.aResult(id, module, { at, completion: 'completed', success: 'failed', score: 60 });
    }
  }
  const [retakerId, , , memberId] = members as [string, string, string, string];
  await uploadsOf(desk, uploadIds);
  await certificatesOf(desk, memberId);
  await schemesOf(desk);
  await templateOf(desk);
  const then = new Date('2026-11-20T09:00:00Z');
  await given.isRenewed(modules[1]!, { policy: 'retake', retakeBy: '2026-11-21' }, then);
  await given.isRenewed(modules[2]!, { policy: 'retake', retakeBy: '2027-03-01' }, then);
  return { memberId, retakerId };
}

/** A draft of the first module, and an upload of each state. */
async function uploadsOf(desk: Desk, uploadIds: Readonly<Record<string, string>>): Promise<void> {
  const officer = await desk.who('officer');
  await desk.database.source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count, bytes,
       package_sha256, uploaded_by, uploaded_at)
     select gen_random_uuid(), id, 2, 'draft', slug || '-2', 'scorm_2004', '3rd', title, '{}', 120, 5200000, '\\x00', $1, $2
       from course where slug = 'the-code-of-'`,
    [officer, desk.clock.now()],
  );
  for (const [state, report] of UPLOADS) {
    await desk.database.source.query(
      `insert into package_upload (id, file_name, bytes, state, report, progress, uploaded_by, created_at, alive_until,
         version_id, course_id)
       select $1, $2, 5200000, $3, $4, $5, $6, $7, now() + interval '1 year',
              case when $3 = 'accepted' then v.id end, case when $3 = 'accepted' then v.course_id end
         from course_version v where v.state = 'draft'`,
      [
        uploadIds[state],
        `${state}-module-with-a-rather-long-file-name-as-authoring-tools-make-them_v2_FINAL.zip`,
        state,
        report && JSON.stringify(report),
        state === 'importing' ? { done: 120, total: 300 } : null,
        officer,
        desk.clock.now(),
      ],
    );
  }
}

/**
 * A mandate in force that everybody is late with, and one that waits.
 * @param title of the one in force
 * @returns both, somebody who is late, and the officer who may decide
 */
export async function mandatesOf(desk: Desk, title: string) {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service as never, { strict: false });
  const second = await desk.given.aPerson({ name: 'Oscar Third', roles: ['officer'] });
  const [course] = await desk.database.source.query<[{ id: string }]>(
    `select id from course where slug = 'the-code-of-'`,
  );
  const mandate: NewMandate = {
    title,
    source: title,
    who: 'role',
    role: 'member',
    bodyId: null,
    capacities: [],
    personId: null,
    requirementId: null,
    courseId: course.id,
    schemeId: null,
    anchor: 'fixed',
    fixedOn: '2026-11-20',
    count: 0,
    unit: 'day',
    beforeSitting: false,
    anew: false,
    from: '2026-11-01',
    until: null,
    by: await desk.who('officer'),
  };
  const { id } = await of(Mandates).propose(mandate);
  const waits = await of(Mandates).propose({ ...mandate, title: 'Waits', until: '2028-01-01' });
  await of(Mandates).adopt(id, second);
  for (const personId of await of(MarksRepository).marked(500))
    await of(Transactions).run((tx) => of(Settling).settle(tx, personId, '2026-11-22'));
  const [late] = await desk.database.source.query<[{ id: string }]>(
    'select person_id as id from obligation where met_on is null limit 1',
  );
  return { id, waitsId: waits.id, lateId: late.id, second };
}

/** A programme with a session of each state, one of which meets a fixed date. @returns addresses of an event and a session */
export async function aProgramme(desk: Desk, title: string) {
  const programme = desk.app.get(Programme, { strict: false });
  const by = await desk.who('officer');
  const eventId = await programme.addEvent(
    {
      title,
      slug: 'long',
      kind: 'workshop',
      about: `${title}.\n\n${title}`,
      format: title,
      bring: 'A question from your division',
      facilitator: title,
      officers: title,
      mandatory: true,
      audience: 'everyone',
      bodyId: null,
      series: title,
      seriesOrder: 1,
      sessionsPromised: 9,
      note: title,
      outcomes: [title, 'Short'],
    },
    by,
  );
  const topics = ['the-code-of-', 'looking-afte'];
  const plan = (day: string) => ({
    eventId,
    place: title,
    onlineUrl: `https://meet.example/${'a'.repeat(90)}`,
    districts: [title, 'North'],
    note: title,
    parts: [
      { on: day, from: '09:30', to: '12:30', topics },
      { on: day, from: '13:30', to: '16:00', topics: topics.slice(1) },
    ],
    pools: [
      { seat: 'room' as const, audience: 'member' as const, places: 20, opensToAllOn: null },
      { seat: 'online' as const, audience: 'any' as const, places: 100, opensToAllOn: null },
    ],
  });
  for (const [nth, state] of (['idea', 'hold', 'provisional', 'delivered'] as const).entries())
    await programme.addSession(plan(`2026-12-0${nth + 1}`), state, by);
  await programme.addSession({ ...plan(''), parts: [] }, 'provisional', by);
  const cancelled = await programme.addSession(plan('2026-12-14'), 'confirmed', by);
  await programme.setState(cancelled, 'cancelled', { by, revision: 1, reason: title });
  const session = await programme.addSession(plan('2026-12-15'), 'confirmed', by);
  const dates = desk.app.get(FixedDates, { strict: false });
  await dates.add({ on: '2026-12-15', kind: 'meeting', title }, by);
  await dates.add({ on: '2027-05-06', kind: 'poll', title: 'Poll' }, by);
  return { event: '/admin/programme/events/long', session: `/admin/programme/sessions/${session}` };
}
