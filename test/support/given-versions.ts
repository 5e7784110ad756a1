import { Candidates, EventProposals, Programme, ProgrammeVersions, ShownVersions } from '@induct/events';
import { LONG } from './council-at-work';
import type { Desk } from './given-desk';
import { anEvent } from './given-programme';

/** A programme with long words: published, changed since, and its second version before the steering group; with candidates and a proposal. */
export async function givenVersions(desk: Desk): Promise<{ slug: string; proposal: string; candidate: string }> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const [versions, shown, programme] = [of(ProgrammeVersions), of(ShownVersions), of(Programme)];
  const officer = await desk.who('officer');
  const tester = await desk.given.aPerson({ name: 'Tom Confirms', roles: ['tester'] });
  const eventId = await programme.addEvent(
    anEvent(LONG, {
      kind: 'workshop',
      about: `${LONG}.\n\n${LONG}`,
      format: LONG,
      mandatory: true,
      series: LONG,
      seriesOrder: 1,
      outcomes: [LONG, 'Short'],
    }),
    officer,
  );
  const plan = (on: string) => ({
    eventId,
    place: LONG.slice(0, 90),
    onlineUrl: null,
    districts: [],
    note: null,
    parts: [{ on, from: '09:30', to: '12:30', topics: [] }],
    pools: [],
  });
  for (const on of ['2027-06-07', '2027-07-12']) await programme.addSession(plan(on), 'provisional', officer);
  const days = { firstDay: '2027-05-01', lastDay: '2028-04-30' };
  const slug = await versions.add({ title: LONG.slice(0, 140), ...days }, officer);
  const { id } = (await shown.of(slug)).programme;
  const latest = async () => (await shown.of(slug)).versions[0]!;
  const decided = { decision: 'approved', meetingOn: '2026-11-20', minute: `${LONG}\n\nAgreed.` } as const;
  const toTheGroup = async () => {
    await versions.freeze(id, officer);
    const versionId = (await latest()).id;
    await versions.propose(versionId, officer);
    await versions.decide({ versionId, ...decided }, officer);
    return { versionId, decisionId: (await latest()).decision!.id };
  };
  const first = await toTheGroup();
  await versions.confirm(first, tester);
  await versions.publish(first.versionId, officer);
  await programme.addSession(plan('2027-09-09'), 'provisional', officer);
  await toTheGroup();
  await of(Candidates).setPoll(id, '2027-05-06', officer);
  await of(Candidates).add(id, [{ name: LONG.slice(0, 90), email: 'ann@example.org' }], officer);
  const [candidate] = (await of(Candidates).page(id, { limit: 1, offset: 0 })).rows;
  const wish = { title: LONG.slice(0, 140), why: LONG, priority: LONG.slice(0, 150), outcomes: [LONG.slice(0, 150)] };
  const proposal = await of(EventProposals).propose({ ...wish, forWhom: 'the director of place' }, officer);
  return { slug, proposal, candidate: candidate!.id };
}
