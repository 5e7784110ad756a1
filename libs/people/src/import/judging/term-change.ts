import { britishDate, type Day } from '@induct/platform';
import { overlap } from '../../council/period';
import { takesOffice } from '../../council/takes-office';
import { foldName } from '../../persons/name-fold';
import type { KnownElection } from './council-now';
import type { ReadRow } from '../reading/read-row';
import { replaced } from './seat-change';
import type { Term } from './working-council';

/**
 * The election that a row speaks of: by the day of the poll, or, in a list of the council's members, by the day on which who was
 * elected then took office. Undefined: it speaks of none.
 */
export function electionOf(
  elections: readonly KnownElection[],
  row: ReadRow,
  isAboutCouncil: boolean,
): { election: KnownElection } | { problem: string } | undefined {
  const { electedOn, from } = row;
  const fits =
    electedOn !== undefined
      ? elections.filter(({ heldOn }) => heldOn === electedOn)
      : elections.filter(({ heldOn }) => isAboutCouncil && takesOffice(heldOn) === from);
  const there = fits.filter(({ division }) => division === null || sameDivision(division, row.division));
  const election = there.find(({ kind }) => kind === 'by_election' && row.division !== undefined) ?? there[0];
  if (election) return { election };
  if (electedOn === undefined) return undefined;
  if (fits.length > 0) {
    return {
      problem: `The by-election of ${britishDate(electedOn)} was for ${fits.map(({ division }) => division).join(' and ')}. Correct the day or the division`,
    };
  }
  const near = elections.toSorted((a, b) => apart(a.heldOn, electedOn) - apart(b.heldOn, electedOn))[0];
  const known = near ? ` The nearest was on ${britishDate(near.heldOn)}.` : '';
  return {
    problem: `No election on ${britishDate(electedOn)} is known.${known} Correct the day, or add the election to the council first`,
  };
}

/** The terms before a new one, with one that still runs ended by it. */
export function heldSeat(terms: readonly Term[], from: Day): { before: Term[] } | { problem: string } {
  const later = terms.find((term) => term.from >= from);
  if (later)
    return { problem: `They have a later term, from ${britishDate(later.from)}. Correct the day of the election` };
  return {
    before: terms.map((term) => {
      if (!overlap(term, { from, until: null })) return term;
      const { id: _id, replaces: _replaces, ...rest } = term;
      return { ...rest, ...replaced(term), until: from };
    }),
  };
}

const sameDivision = (one: string, other: string | undefined): boolean =>
  other === undefined || foldName(one) === foldName(other);

const apart = (one: Day, other: Day): number => Math.abs(Date.parse(one) - Date.parse(other));
