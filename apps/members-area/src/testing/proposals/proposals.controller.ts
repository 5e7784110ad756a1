import { Get, Query, Render } from '@nestjs/common';
import { EventProposals, type ProposalRow } from '@induct/events';
import { britishDate } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { proposalTag, proposedByWords } from '../../words/proposals';
import { WORKERS } from '../readers';

const PER_PAGE = 25;

const PROPOSALS: readonly Column<ProposalRow>[] = [
  {
    head: 'Proposal',
    cell: ({ title, why }) => ({ text: title, classes: 'induct-breaks', notes: [{ text: why }] }),
  },
  {
    head: 'Proposed by',
    cell: (row) => ({ text: proposedByWords(row), classes: 'induct-breaks', more: britishDate(row.proposedAt) }),
  },
  {
    head: 'Where it stands',
    cell: ({ state, eventTitle, reason }) => ({
      tag: proposalTag(state),
      more: eventTitle ?? undefined,
      notes: reason ? [{ text: reason }] : [],
    }),
  },
];

/** What people want to see in the programme, for the steering group to read. */
@Screen({ path: 'testing/proposals', access: WORKERS, title: 'Proposals for the programme' })
export class GroupProposalsController {
  constructor(private readonly proposals: EventProposals) {}

  @Get()
  @Render('testing/proposals/proposals.page.njk')
  async list(@Query() query: unknown) {
    const read = (page: number) =>
      this.proposals.page({ state: '' }, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    return {
      list: listView({
        columns: PROPOSALS,
        rows,
        caption: 'Proposals for the programme, the latest first',
        page,
        per: PER_PAGE,
        total,
        href: (nth) => (nth === 1 ? '/testing/proposals' : `/testing/proposals?page=${nth}`),
      }),
    };
  }
}
