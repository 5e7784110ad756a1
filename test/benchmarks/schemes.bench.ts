import { Test } from '@nestjs/testing';
import { AccreditationModule, Adopting, CORE_SKILLS, Drafts, SchemeQueries, Simulations } from '@induct/accreditation';
import { openDatabase, PlatformModule, QueueModule } from '@induct/platform';
import { testConfig } from '../support/config';
import { aPerson } from '../support/given-person';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { aBigCouncil, MEMBERS } from './big-council';
import { type Figure, round } from './figure';

/** In seconds: an officer waits for it. */
const REQUEST = 3;
/** Rows of evidence, twelve a person. */
const EVIDENCE = 120_000;
const SECONDS = 10;

/**
 * What a version of a scheme would change for 10,000 people with 120,000 rows of evidence, as the worker works it out and
 * writes it, and what the request takes that adopts it, beside one statement that reads the same rows and no more.
 */
export async function schemesBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const { officerId } = await aBigCouncil(source);
  const nest = await Test.createTestingModule({
    imports: [
      PlatformModule.with(testConfig(database.url), source),
      QueueModule.forUrl(database.url),
      AccreditationModule,
    ],
  }).compile();
  await nest.init();
  try {
    await source.query(
      `insert into requirement (id, slug, title, core_during)
       select gen_random_uuid(), 'need-' || i, 'Requirement ' || i, '{[2020-01-01,)}' from generate_series(1, 12) i`,
    );
    await source.query(
      `insert into evidence (id, person_id, requirement_id, kind, source, met_on, accepted_by, recorded_at)
       select gen_random_uuid(), p.id, r.id, 'recording', gen_random_uuid(), current_date - 100, $1, now()
         from (select id from person where id <> $1 order by id limit $2) p, requirement r where r.slug like 'need-%'`,
      [officerId, EVIDENCE / 12],
    );
    await nest.get(Drafts).beginScheme('Bench', officerId);
    const { id } = (await nest.get(SchemeQueries).all()).find(({ name }) => name === 'Bench')!;
    const needs = await source.query<{ need: string }[]>(`select id as need from requirement where slug like 'need-%'`);
    await nest.get(Drafts).save(id, {
      effectiveFrom: new Date().toISOString().slice(0, 10),
      validityMonths: 24,
      renewalOpensMonths: 3,
      graceDays: 0,
      forHolders: 'keep',
      topUpBy: null,
      rule: { any: [{ n: 8, of: needs }, { award: CORE_SKILLS }] },
    });
    await database.asOwner('vacuum analyze');
    const floors: number[] = [];
    const ours: number[] = [];
    let read = '';
    for (let time = 0; time < 3; time++) {
      floors.push(
        await timed(() => source.query('select * from evidence where withdrawn_at is null order by person_id, id')),
      );
      read = await nest.get(Simulations).ask(id, officerId);
      ours.push(await timed(() => nest.get(Simulations).workOutNext()));
    }
    const second = await aPerson(source, { roles: ['officer'] });
    await nest.get(Adopting).propose(id, read, officerId);
    const adopting = (await timed(() => nest.get(Adopting).adopt(id, read, second))) / 1000;
    const [best, floor] = [Math.min(...ours), Math.min(...floors)];
    const [seconds, reading] = [best / 1000, floor / 1000];
    trial.say(`schemes: ${MEMBERS} people`);
    return {
      simulation: {
        seconds: round(seconds),
        floor: round(reading),
        ratio: round(seconds / reading),
        goal: `${SECONDS} s for 10,000 people and 120,000 rows of evidence`,
        met: seconds < SECONDS,
      },
      adoption: {
        seconds: round(adopting),
        floor: round(reading),
        ratio: round(adopting / reading),
        goal: `${REQUEST} s for the same, in the request`,
        met: adopting < REQUEST,
      },
    };
  } finally {
    await nest.close();
    await source.destroy();
    await database.drop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
