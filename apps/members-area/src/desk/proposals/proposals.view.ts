import { PROPOSAL_STATE_NAMES, PROPOSAL_STATES, type ProposalRow } from '@induct/events';
import { britishDate } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { proposalTag, proposedByWords } from '../../words/proposals';
import { proposals, type ProposalsFilter } from './proposals-filter';

export const PER_PAGE = 25;

export const proposalHref = (id: string): string => `/admin/proposals/${id}`;

export const PROPOSALS: readonly Column<ProposalRow>[] = [
  {
    head: 'Proposal',
    cell: ({ id, title }) => ({ text: title, href: proposalHref(id), classes: 'induct-breaks' }),
    file: ({ title }) => title,
  },
  {
    head: 'Proposed by',
    cell: (row) => ({ text: proposedByWords(row), classes: 'induct-breaks' }),
    file: proposedByWords,
  },
  { head: 'On', cell: ({ proposedAt }) => britishDate(proposedAt), file: ({ proposedAt }) => proposedAt },
  {
    head: 'Where it stands',
    cell: ({ state, eventTitle }) => ({ tag: proposalTag(state), more: eventTitle ?? undefined }),
    file: ({ state }) => PROPOSAL_STATE_NAMES[state],
  },
  { head: 'Event', file: ({ eventTitle }) => eventTitle },
  { head: 'Why', file: ({ why }) => why },
  { head: 'Priority', file: ({ priority }) => priority },
  { head: 'Outcomes', file: ({ outcomes }) => outcomes.join('; ') },
  { head: 'Answer', file: ({ reason }) => reason },
];

export const proposalsView = (filter: ProposalsFilter, rows: readonly ProposalRow[], total: number) => ({
  isFiltered: proposals.isFiltered(filter, ['state']),
  states: [
    { value: '', text: 'All' },
    ...PROPOSAL_STATES.map((value) => ({ value, text: PROPOSAL_STATE_NAMES[value], selected: filter.state === value })),
  ],
  list: listView({
    columns: PROPOSALS,
    rows,
    caption: 'Proposals for the programme, the latest first',
    page: filter.page,
    per: PER_PAGE,
    total,
    href: (page) => proposals.address(filter, { page }),
    file: (kind) => proposals.address(filter, { page: 1 }, `/admin/proposals.${kind}`),
  }),
});
