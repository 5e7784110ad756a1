import { hash } from 'node:crypto';
import type { Day } from '@induct/platform';
import { whyNotPrintable } from '../../persons/printable-name';
import { type Choices, contentOf } from '../reading/choice';
import { championSees, groupsOf } from './champion-sees';
import { Claims } from './claims';
import type { CouncilNow, KnownBody, KnownPerson } from './council-now';
import type { FileRow } from '../reading/file-rows';
import { type ImportEffect, newId } from './import-effect';
import type { JudgedRow } from './judged-row';
import { leavers } from './leavers';
import { firstOutcome } from './outcome';
import { nameKey } from '../reading/person-words';
import { isFormula, type ReadRow, readRow } from '../reading/read-row';
import { RowJudge, RowProblem } from './row-judge';
import { dayBefore } from './seat-change';
import { whatStays } from './what-stays';
import { WhichBody } from './which-body';
import { type Somebody, Who } from './who';
import { WorkingCouncil } from './working-council';

/** How a file is to be understood. */
export interface ImportSettings {
  /** From when on counts what is said without a day, and the first day of which leavers are no longer part. */
  day: Day;
  /** Whoever is missing in the file leaves. */
  complete: boolean;
  /** The body that rows without one are about; null: the council itself. */
  bodyId: string | null;
}

export interface JudgedImport {
  /** Problems first, then leavers, then the file's order. */
  rows: JudgedRow[];
  effect: ImportEffect;
  /** Two imports with one digest say and do the same. */
  digest: string;
}

/**
 * Every row of a file, against what the council has: what becomes of it, in words, and all that is to be written. Nothing of a
 * row with a problem is written.
 * @param today in London
 * @param choices of rows whose name two people have
 */
export function judgeImport(
  file: readonly FileRow[],
  council: CouncilNow,
  settings: ImportSettings,
  today: Day,
  choices: Choices = new Map(),
): JudgedImport {
  const judging = new Judging(council, settings, today);
  const judged = judging.judge(
    file.map((row) => (choices.size === 0 ? readRow(row) : { ...readRow(row), choice: choices.get(contentOf(row)) })),
  );
  const effect = judging.working.effect();
  // Details are said in the rows, before and after; what no row speaks of may change meanwhile.
  const accepted = [judged, { ...effect, changedDetails: [] }];
  return { rows: judged, effect, digest: hash('sha256', JSON.stringify(accepted), 'hex') };
}

class Judging {
  readonly working: WorkingCouncil;
  private readonly who: Who;
  private readonly bodies: WhichBody;
  private readonly judgeOf: RowJudge;
  /** Of rows that bring somebody, by the number of the row. */
  private readonly brought = new Map<number, Somebody>();
  private readonly addresses = new Map<string, number>();
  private readonly failed = new Set<number>();
  /** Who is in the file, in a row with a problem: nobody can say that they are missing. */
  private readonly doubtful = new Set<string>();
  private readonly claims: Claims;
  /** Who stands in the file for which body, or for the council itself. */
  private readonly listed = new Map<string, Set<string>>();

  constructor(
    private readonly council: CouncilNow,
    private readonly settings: ImportSettings,
    private readonly today: Day,
  ) {
    this.working = new WorkingCouncil(council);
    this.who = new Who(council.people);
    this.bodies = new WhichBody(council.bodies);
    this.claims = new Claims(settings.day);
    const groupNames = new Set(council.people.flatMap(({ group }) => (group === null ? [] : [group])));
    const { working, bodies } = this;
    this.judgeOf = new RowJudge({ council, working, bodies, groupNames, day: settings.day });
  }

  judge(rows: readonly ReadRow[]): JudgedRow[] {
    this.countAddresses(rows);
    for (const row of rows) this.bring(row);
    const judged = this.inTurn(rows).map((row) => this.row(row));
    const left = this.settings.complete ? this.leavers(rows) : [];
    this.working.copyGroups(this.today);
    return [...judged, ...left].toSorted(
      (a, b) => rank(a) - rank(b) || (a.number ?? 0) - (b.number ?? 0) || (a.name < b.name ? -1 : 1),
    );
  }

  private countAddresses(rows: readonly ReadRow[]): void {
    const all = new Map<string, Set<string>>();
    for (const { name, email } of rows) {
      if (email === undefined) continue;
      const key = nameKey(name);
      all.set(key, (all.get(key) ?? new Set()).add(email.toLowerCase()));
    }
    for (const [key, addresses] of all) this.addresses.set(key, addresses.size);
  }

  /** Somebody whom nobody knows, and who has an address, is brought by the first row that names them. */
  private bring(row: ReadRow): void {
    const { name, number, externalId = null } = row;
    const found = name === '' ? undefined : this.who.find(row, this.addresses);
    const email = found?.is === 'nobody' ? (found.email ?? row.email) : undefined;
    if (email === undefined) return;
    const none = { group: null, district: null, division: null, externalId };
    const person = {
      id: newId(number),
      name,
      email,
      ...none,
      isActive: true,
      isMember: true,
      isChampion: false,
      broughtBy: number,
    };
    this.brought.set(number, person);
    this.who.add(person);
  }

  /** Rows that bring somebody, then the others by the day on which they begin: a seat ends before the next one begins. */
  private inTurn(rows: readonly ReadRow[]): ReadRow[] {
    const turn = (row: ReadRow) => (this.brought.has(row.number) ? '' : (row.from ?? '9999'));
    return rows.toSorted((a, b) => (turn(a) < turn(b) ? -1 : turn(a) > turn(b) ? 1 : a.number - b.number));
  }

  private row(row: ReadRow): JudgedRow {
    const { number } = row;
    const said: JudgedRow = { number, outcome: 'problem', personId: null, name: row.name || row.typedName, says: [] };
    const found = this.who.find(row, this.addresses);
    const person = found.is === 'known' ? found.person : undefined;
    if (person) Object.assign(said, { personId: person.id, name: person.name });
    if ('couldBe' in found) Object.assign(said, { couldBe: found.couldBe });
    this.working.mark();
    try {
      said.says = [...row.problems];
      if (found.is === 'problem') said.says.push(found.says);
      if (found.is === 'nobody' && row.name !== '' && !isFormula(row.name)) said.says.push(NEEDS_ADDRESS);
      if (!person || said.says.length > 0) throw new RowProblem();
      const body = this.bodyOf(row);
      const place = this.place(person, row, body);
      this.addNew(person, row);
      const sees = this.seesAfter(person);
      const { outcomes, says } = this.judgeOf.judge(person.id, row, body);
      says.push(...sees());
      this.claims.add(person.id, place, row);
      this.listed.set(place, (this.listed.get(place) ?? new Set()).add(person.id));
      if (row.externalId !== undefined) this.who.note(person, row.externalId);
      if (person.broughtBy === number) outcomes.add('new_person');
      said.outcome = firstOutcome(outcomes);
      const isBrought = person.broughtBy === number;
      said.says = isBrought ? [`Gets an account as a member: ${person.email}.`] : whatStays(person, row);
      if (found.is === 'known' && found.by === 'choice') said.says.push(found.says);
      said.says.push(...says);
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      this.working.takeBack();
      this.failed.add(number);
      if (person) this.doubtful.add(person.id);
      if (error.message) said.says.push(error.message);
      said.says = said.says.map((words) => (/[.?!]$/.test(words) ? words : `${words}.`));
    }
    return said;
  }

  private bodyOf({ body: typed, from, until }: ReadRow): KnownBody | undefined {
    if (typed === undefined) return this.council.bodies.find(({ id }) => id === this.settings.bodyId);
    const found = this.bodies.find(typed, from ?? (until === undefined ? this.settings.day : dayBefore(until)));
    if ('problem' in found) throw new RowProblem(found.problem);
    return found.body;
  }

  /** A person stands once in a file for each body at a time. @returns the place that is theirs now */
  private place(person: Somebody, row: ReadRow, body: KnownBody | undefined): string {
    if (person.broughtBy !== undefined && person.broughtBy !== row.number && this.failed.has(person.broughtBy)) {
      throw new RowProblem(`Row ${person.broughtBy}, which says who this is, has a problem. Put that right first`);
    }
    const place = body?.id ?? COUNCIL;
    const twice = this.claims.before(person.id, place, row);
    if (twice !== undefined) {
      throw new RowProblem(
        `${person.name} is in row ${twice} already${body ? ` for ${body.name}` : ''}. Delete one of the two rows, or write when each begins and ends`,
      );
    }
    return place;
  }

  /** A list in which a row names a committee is of committees, and nobody leaves the council by it. */
  private leavers(rows: readonly ReadRow[]): JudgedRow[] {
    const { council, working, listed, doubtful, settings } = this;
    const isOfCommittees = settings.bodyId !== null || rows.some(({ body }) => body !== undefined);
    const members = isOfCommittees ? undefined : listed.get(COUNCIL);
    working.mark();
    const sees = new Map(council.people.map((person) => [person.id, this.seesAfter(person)]));
    const left = leavers({ council, working, listed, members, doubtful, day: settings.day });
    return left.map((one) => ({ ...one, says: [...one.says, ...(sees.get(one.personId ?? '')?.() ?? [])] }));
  }

  /** @returns asked after somebody's seats have changed, says what a champion sees then */
  private seesAfter({ id, isChampion, isActive }: KnownPerson): () => string[] {
    if (!isChampion || !isActive) return () => [];
    const groups = () => groupsOf(this.working, this.council, id);
    const before = groups();
    return () => {
      const says = championSees(before, groups(), this.today);
      return says === undefined ? [] : [says];
    };
  }

  private addNew(person: Somebody, row: ReadRow): void {
    if (person.broughtBy !== row.number) return;
    const why = whyNotPrintable(person.name);
    if (why !== undefined) throw new RowProblem(why);
    const { id, name, email, group, district, division, externalId } = person;
    this.working.addPerson({ id, name, email, group, district, division, externalId });
  }
}

/** Where those stand who are in the file for no body. */
const COUNCIL = 'council';

const NEEDS_ADDRESS =
  'Nobody of this name is known. Write an email address, with which they sign in, or correct the name';

const rank = ({ outcome }: JudgedRow): number => (outcome === 'problem' ? 0 : outcome === 'leaves' ? 1 : 2);
