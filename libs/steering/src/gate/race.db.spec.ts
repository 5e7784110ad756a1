import { createHash, randomBytes } from 'node:crypto';
import { Publishing, VersionIntake } from '@induct/course';
import { DomainError } from '@induct/platform';
import { aTree } from '../../../../test/support/given-learning';
import { SteeringGroup } from '../../../../test/support/steering-group';

/** Every pair of who goes ahead and how many must sign off comes up at least three times. RACE_ROUNDS plays more. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 30);
const ACTS = 50;
/** Of what is drawn: SEED draws again what a run that failed has drawn. */
const { SEED } = process.env;

type Kind = 'publish' | 'sign off' | 'refuse' | 'withdraw' | 'upload';
interface Act {
  kind: Kind;
  run: () => Promise<unknown>;
}
/** Who goes ahead of the others, round by round: nobody, or those by whom it comes to be published, or not. */
const AHEAD: (Kind | undefined)[] = [undefined, 'sign off', 'publish'];

describe('fifty people at one version at the same moment', () => {
  let group: SteeringGroup;
  let officers: string[];
  let testers: string[];

  beforeAll(async () => {
    group = await SteeringGroup.gather();
    officers = await Promise.all(['Olive', 'Oscar'].map((name) => group.aPerson(name, 'officer')));
    testers = await Promise.all(['Ada', 'Ben', 'Cat', 'Dev'].map((name) => group.aPerson(name, 'tester')));
  });
  afterAll(() => group?.leave());

  /** Twelve publish, eighteen sign off, ten take their sign-off back, five withdraw the module, five upload. */
  const actsOn = (courseId: string, versionId: string, roundId: string): Act[] => {
    const tester = (nth: number) => testers[nth % testers.length]!;
    const officer = (nth: number) => officers[nth % officers.length]!;
    const times = (count: number, kind: Kind, act: (nth: number) => Promise<unknown>) =>
      Array.from({ length: count }, (_, nth) => ({ kind, run: () => act(nth) }));
    return [
      ...times(12, 'publish', (nth) => group.publish(versionId, officer(nth))),
      ...times(18, 'sign off', (nth) => group.signOff(roundId, tester(nth))),
      ...times(10, 'refuse', (nth) => group.refuse(roundId, tester(nth))),
      ...times(5, 'withdraw', (nth) => group.module.get(Publishing).withdraw(courseId, officer(nth))),
      ...times(5, 'upload', (nth) => upload(courseId, officer(nth))),
    ];
  };
  /** As the import of a package ends. */
  const upload = (courseId: string, uploadedBy: string) =>
    group.module.get(VersionIntake, { strict: false }).take(
      { id: 'race', accept: () => Promise.resolve(true) },
      {
        tree: aTree({ one: {} }),
        files: [],
        report: { accepted: true, bytes: 1000, findings: [] } as never,
        folder: '',
        sha256: randomBytes(32),
        by: { courseId, uploadedBy },
      },
    );
  /** At least 0, less than 1. */
  const drawn = (round: number, what: string): number =>
    createHash('sha256').update(`${SEED}, ${round}, ${what}`).digest().readUInt32BE() / 2 ** 32;
  const shuffled = (acts: readonly Act[], round: number): Act[] =>
    acts
      .map((act, place) => ({ act, at: drawn(round, `place ${place}`) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ act }) => act);

  /**
   * All at once; or some go ahead, and the others begin while they are at it: in every second of these rounds when all of
   * them have come back, in the others when a number that is drawn has.
   */
  const raced = async (acts: readonly Act[], round: number): Promise<PromiseSettledResult<unknown>[]> => {
    const kind = AHEAD[round % AHEAD.length];
    const ahead = acts.filter((act) => act.kind === kind).map(({ run }) => run());
    const whole = Math.floor(round / AHEAD.length) % 2 === 0;
    const enough = whole ? ahead.length : Math.floor(drawn(round, 'ahead') * ahead.length);
    await someSettled(ahead, enough);
    const others = acts.filter((act) => act.kind !== kind).map(({ run }) => run());
    return await Promise.allSettled([...ahead, ...others]);
  };

  /** Publications and published versions without enough sign-offs of their very bytes: asked of the rows alone. */
  const unsigned = (): Promise<unknown[]> =>
    group.database.source.query(`
      select v.id from course_version v
        left join publication p on p.version_id = v.id
        left join test_round r on r.id = p.round_id and r.version_id = v.id and r.state = 'closed'
       where (v.state = 'published' or v.published_at is not null or p.id is not null)
         and coalesce(r.quorum, 1) > (
           select count(*) from sign_off s
            where s.round_id = r.id and s.decision = 'signed_off' and s.package_sha256 = v.package_sha256)`);

  it(`never publish what nobody signed off, in ${ROUNDS} rounds drawn from ${SEED}`, async () => {
    const came = { published: 0, notPublished: 0 };
    for (let nth = 0; nth < ROUNDS; nth++) {
      const { courseId, versionId } = await group.aCourse();
      const roundId = await group.aRound(officers[0]!, versionId, testers, 2 + (Math.floor(nth / AHEAD.length) % 3));
      const results = await raced(shuffled(actsOn(courseId, versionId, roundId), nth), nth);
      expect(results).toHaveLength(ACTS);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
      // Only our own rules say no: the walls of the database were never reached, and nobody waited for another in a circle.
      expect(refused.filter((error) => !(error instanceof DomainError))).toEqual([]);
      // Five uploads, and the sign-offs of a quorum.
      expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(7);
      const [row] = await group.database.source.query<[{ at: Date | null; versions: number; states: number }]>(
        `select v.published_at as at, (select count(*) from course_version where course_id = $2)::int as versions,
           (select count(*) from course_version where course_id = $2 and state = 'published')::int as states
         from course_version v where v.id = $1`,
        [versionId, courseId],
      );
      expect(row.versions).toBe(6);
      expect(row.states).toBeLessThanOrEqual(1);
      came[row.at ? 'published' : 'notPublished']++;
    }
    expect(await unsigned()).toEqual([]);
    // Races that always end in the same way would prove little. Both ends come up however acts are scheduled: a round ends
    // surely so when all that went ahead had come back.
    expect(came.published).toBeGreaterThan(0);
    expect(came.notPublished).toBeGreaterThan(0);
  }, 600_000);
});

/** Waits until so many of them are done, or have failed. */
function someSettled(all: readonly Promise<unknown>[], enough: number): Promise<void> {
  return new Promise((go) => {
    let settled = 0;
    const count = () => {
      if (settled++ === enough) go();
    };
    count();
    for (const one of all) one.then(count, count);
  });
}
