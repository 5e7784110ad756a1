import { FINDING_STATE_NAMES, FINDING_STATES, type FindingState, SEVERITIES, type Severity } from '@induct/steering';
import { z } from 'zod';
import { oneOf, pageNumber } from '../../lists/filter';
import { address } from '../../lists/paging';
import { SEVERITY_TAGS } from '../words';

const STATES = ['unsettled', ...FINDING_STATES] as const;
const FROM = ['this', 'carried'] as const;

/** Which of a round's findings the address asks for. What makes no sense is ignored: addresses get edited. */
export const FindingsFilter = z.object({
  severity: oneOf(SEVERITIES),
  state: oneOf(STATES),
  from: oneOf(FROM),
  page: pageNumber,
});
export type FindingsFilter = z.infer<typeof FindingsFilter>;

/** As the queries take it. */
export function asked({ severity, state, from }: FindingsFilter): {
  severity?: Severity;
  state?: FindingState;
  settled?: boolean;
  carried?: boolean;
} {
  return {
    ...(severity && { severity }),
    ...(state === 'unsettled' ? { settled: false } : state && { state }),
    ...(from && { carried: from === 'carried' }),
  };
}

export const isFiltered = ({ severity, state, from }: FindingsFilter): boolean => Boolean(severity || state || from);

/** @param path the round's page */
export function findingsAddress(path: string, filter: FindingsFilter, change: Partial<FindingsFilter> = {}): string {
  const { page, ...rest } = { ...filter, ...change };
  return `${address(path, { ...rest, page: page === 1 ? undefined : page })}#findings`;
}

const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });

/** What the selects offer. */
export const filterChoices = ({ severity, state, from }: FindingsFilter) => ({
  severities: [
    option('', 'Any', severity),
    ...SEVERITIES.map((value) => option(value, SEVERITY_TAGS[value].text, severity)),
  ],
  states: [
    option('', 'Any', state),
    option('unsettled', 'Not settled', state),
    ...FINDING_STATES.map((value) => option(value, FINDING_STATE_NAMES[value], state)),
  ],
  from: [option('', 'Any round', from), option('this', 'This round', from), option('carried', 'Earlier rounds', from)],
});
