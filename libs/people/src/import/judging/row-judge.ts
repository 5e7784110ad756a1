import { britishDate, type Day } from '@induct/platform';
import { CAPACITIES_OF, CAPACITY_NAMES, type Capacity } from '../../council/council.words';
import { onDay, overlap, within } from '../../council/period';
import { foldName } from '../../persons/name-fold';
import type { CouncilNow, KnownBody } from './council-now';
import type { ImportOutcome } from './outcome';
import type { ReadRow } from '../reading/read-row';
import { changeSeat, dayBefore, inWords } from './seat-change';
import { electionOf, heldSeat } from './term-change';
import type { WhichBody } from './which-body';
import type { WorkingCouncil } from './working-council';
import { takesOffice } from '../../council/takes-office';

/** A row cannot be taken: thrown within this room only, and said at the row. */
export class RowProblem extends Error {}

/** What a row means for somebody, in sentences. */
export interface RowChanges {
  outcomes: Set<ImportOutcome>;
  says: string[];
}

export interface RowContext {
  council: CouncilNow;
  working: WorkingCouncil;
  bodies: WhichBody;
  /** Names that people have as their group, with or without a body of that name. */
  groupNames: ReadonlySet<string>;
  /** From when on counts what is said without a day. */
  day: Day;
}

/** The division, the election, the group and the seat of a row, in this order. @throws RowProblem */
export class RowJudge {
  constructor(private readonly given: RowContext) {}

  judge(personId: string, row: ReadRow, body: KnownBody | undefined): RowChanges {
    const changes: RowChanges = { outcomes: new Set(), says: [] };
    this.details(personId, row, changes);
    const takesOfficeOn = this.term(personId, row, body, changes);
    if (row.group !== undefined && body?.kind !== 'group') {
      this.group(personId, row.group, takesOfficeOn ?? this.given.day, changes);
    }
    if (body) this.seat(personId, body, row, changes);
    else if (row.capacity && row.capacity !== 'member') {
      changes.says.push(`“${CAPACITY_NAMES[row.capacity]}” is not used: the row names no committee.`);
    }
    return changes;
  }

  private details(personId: string, row: ReadRow, changes: RowChanges): void {
    const now = this.given.working.detailsOf(personId);
    for (const field of ['district', 'division'] as const) {
      const value = row[field];
      if (value === undefined || value === now[field]) continue;
      this.given.working.setDetails(personId, { [field]: value });
      const what = field === 'district' ? 'District' : 'Division';
      changes.says.push(now[field] === null ? `${what}: ${value}.` : `${what}: ${value} instead of ${now[field]}.`);
      changes.outcomes.add('changed');
    }
    if (row.externalId !== undefined && now.externalId === null) {
      this.given.working.setDetails(personId, { externalId: row.externalId });
      changes.says.push(`Number ${row.externalId} is noted.`);
      changes.outcomes.add('changed');
    }
  }

  /** @returns the day they take office, when the row says so */
  private term(personId: string, row: ReadRow, body: KnownBody | undefined, changes: RowChanges): Day | undefined {
    const { council, working } = this.given;
    const isAboutCouncil = body === undefined || body.kind === 'council';
    const terms = working.termsOf(personId);
    const found = electionOf(council.elections, row, isAboutCouncil);
    if (found !== undefined && 'problem' in found) throw new RowProblem(found.problem);
    if (found !== undefined) {
      const { election } = found;
      const from = takesOffice(election.heldOn);
      const until = isAboutCouncil ? (row.until ?? null) : null;
      const division = row.division ?? election.division ?? working.detailsOf(personId).division;
      const own = terms.find(({ electionId }) => electionId === election.id);
      if (!own) {
        if (division === null) throw new RowProblem('The division they were elected for is missing. Write it');
        const held = heldSeat(terms, from);
        if ('problem' in held) throw new RowProblem(held.problem);
        if (until !== null && until <= from) {
          throw new RowProblem(`It ends before they take office on ${britishDate(from)}. Correct the end`);
        }
        working.setTerms(personId, [...held.before, { electionId: election.id, division, from, until }]);
        const again = terms.length > 0;
        changes.says.push(
          `${again ? 'Re-elected' : 'Elected'} on ${britishDate(election.heldOn)} for ${division}: in office from ${britishDate(from)}.`,
        );
        changes.outcomes.add(again ? 're_elected' : 'new_membership');
        return from;
      }
      if (row.division !== undefined && foldName(own.division) !== foldName(row.division)) {
        throw new RowProblem(
          `They were elected for ${own.division} on ${britishDate(election.heldOn)}, not for ${row.division}. Correct one of the two`,
        );
      }
    }
    const { from } = row;
    if (found === undefined && isAboutCouncil && from !== undefined && !terms.some((term) => term.from === from)) {
      changes.says.push(
        `${britishDate(from)} is not used: nobody who was elected took office then. Write the day of the election.`,
      );
    }
    if (isAboutCouncil && row.until !== undefined) this.leaves(personId, row.until, changes);
    return undefined;
  }

  /** A list of the council's members says until when somebody is one. */
  private leaves(personId: string, until: Day, changes: RowChanges): void {
    const { working } = this.given;
    const term = working.termsOf(personId).find((one) => onDay(one, dayBefore(until)));
    if (term?.until === until) return;
    if (!term || term.until !== null) {
      throw new RowProblem('No term of theirs could end on that day. Correct the day, or leave it out');
    }
    working.leaves(personId, until);
    changes.says.push(`Leaves the council: the last day is ${britishDate(dayBefore(until))}. Seats end with it.`);
    changes.outcomes.add('ends');
  }

  private group(personId: string, name: string, from: Day, changes: RowChanges): void {
    const { working, bodies, groupNames, council } = this.given;
    const body = bodies.group(name);
    if (body) {
      const row = { group: name, problems: [], number: 0, name: '', typedName: '' };
      this.seat(personId, body, row, changes, from);
      return;
    }
    const known = [...groupNames].find((one) => foldName(one) === foldName(name));
    if (known === undefined) throw new RowProblem(bodies.unknownGroup(name, [...groupNames]));
    const before = working.detailsOf(personId).group;
    if (before === known) return;
    const held = council.bodies.filter(({ kind, id }) => kind === 'group' && working.seatsOn(personId, id).length > 0);
    if (held.length > 0)
      throw new RowProblem(
        `“${known}” is no group of the council that people are in by a day. Add it to the council first`,
      );
    working.setDetails(personId, { group: known });
    changes.says.push(
      before === null ? `Political group: ${known}.` : `Political group: ${known} instead of ${before}.`,
    );
    changes.outcomes.add('changed');
  }

  private seat(personId: string, body: KnownBody, row: ReadRow, changes: RowChanges, day = this.given.day): void {
    const { working } = this.given;
    if (body.kind === 'council' && (row.capacity ?? 'member') === 'member') {
      if (working.termsOf(personId).length === 0) {
        changes.says.push('Members of the council are elected: add the day of the election and the division.');
      }
      return;
    }
    const capacity = row.capacity;
    if (capacity && !CAPACITIES_OF[body.kind].includes(capacity)) {
      throw new RowProblem(`Nobody is ${CAPACITY_NAMES[capacity].toLowerCase()} of ${body.name}. ${allowed(body)}`);
    }
    const change = changeSeat(working.seatsOn(personId, body.id), { capacity, from: row.from, until: row.until, day });
    if (change.is === 'problem') throw new RowProblem(`${body.name}: ${change.says}`);
    if (change.is !== 'same') {
      if (!within(change.seat, body)) {
        const end = body.until === null ? '' : ` to ${britishDate(dayBefore(body.until))}`;
        throw new RowProblem(`${body.name} is there from ${britishDate(body.from)}${end} only. Correct the days`);
      }
      const left = body.kind === 'group' ? this.leavesOtherGroup(personId, body, change.seat.from) : undefined;
      working.setSeats(personId, body.id, change.after);
      const seat = inWords(change.seat);
      if (change.is === 'begins' && left !== undefined)
        changes.says.push(`Moves from ${left} to ${body.name}: ${seat}.`);
      else if (change.is === 'begins') changes.says.push(`${body.name}: ${seat}.`);
      else if (change.is === 'moves')
        changes.says.push(`${body.name}: ${seat}, ${CAPACITY_NAMES[change.before].toLowerCase()} before.`);
      else if (change.is === 'ends') changes.says.push(`${body.name}: ends, ${seat}.`);
      else changes.says.push(`${body.name}: lasts longer, ${seat}.`);
      changes.outcomes.add(OUTCOME_OF[left === undefined ? change.is : 'moves']);
    }
  }

  /** Nobody is in two groups. @returns the group they leave */
  private leavesOtherGroup(personId: string, body: KnownBody, from: Day): string | undefined {
    const { council, working } = this.given;
    let left: string | undefined;
    for (const other of council.bodies) {
      if (other.kind !== 'group' || other.id === body.id) continue;
      const seats = working.seatsOn(personId, other.id).filter((seat) => overlap(seat, { from, until: null }));
      if (seats.some((seat) => seat.from >= from)) {
        throw new RowProblem(
          `They are in ${other.name} at that time. Correct the day, or that membership on their page`,
        );
      }
      if (seats.length === 0) continue;
      left = other.name;
      working.leavesBody(personId, other.id, from);
    }
    return left;
  }
}

const OUTCOME_OF = {
  begins: 'new_membership',
  moves: 'moves',
  ends: 'ends',
  'lasts longer': 'changed',
} as const satisfies Record<string, ImportOutcome>;

const allowed = ({ kind }: KnownBody): string =>
  `It has ${CAPACITIES_OF[kind].map((capacity: Capacity) => CAPACITY_NAMES[capacity].toLowerCase()).join(', ')}`;
