import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { EventProposals, type ProposalRow } from '@induct/events';
import { asTyped, readerDate, said, w } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { proposalTag } from '../../words/proposals';
import { ProposalForm, WHY_LIMIT } from './proposal.form';

const NEW = 'member/proposals/new.page.njk';
const PER_PAGE = 25;

const OWN: readonly Column<ProposalRow>[] = [
  {
    head: 'Proposal',
    cell: ({ title, forWhom }) => ({
      text: asTyped(title),
      classes: 'induct-breaks',
      ...(forWhom && { more: w`For ${asTyped(forWhom)}` }),
    }),
  },
  { head: 'Proposed', cell: ({ proposedAt }) => readerDate(proposedAt) },
  { head: 'Where it stands', cell: ({ state }) => ({ tag: proposalTag(state) }) },
  {
    head: 'What we say to it',
    cell: ({ reason, eventSlug, eventTitle, isTold }) => ({
      ...(eventTitle && {
        text: asTyped(eventTitle),
        classes: 'induct-breaks',
        ...(isTold && { href: `/programme/${eventSlug}` }),
      }),
      notes: reason ? [{ text: asTyped(reason) }] : [],
    }),
  },
];

/** What one has proposed for the programme, and what became of it. */
@Screen({
  path: 'proposals',
  access: ['signed-in'],
  title: 'Your proposals',
  pages: { new: 'Propose an event' },
  back: 'Your proposals',
})
export class ProposalsController {
  constructor(private readonly proposals: EventProposals) {}

  @Get()
  @Render('member/proposals/proposals.page.njk')
  async list(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const read = (page: number) =>
      this.proposals.page({ state: '', by: person.id }, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    return {
      isSent: (query as { done?: unknown }).done === 'sent',
      list: listView({
        columns: OWN,
        rows,
        caption: said('Your proposals, the latest first'),
        page,
        per: PER_PAGE,
        total,
        href: (nth) => (nth === 1 ? '/proposals' : `/proposals?page=${nth}`),
      }),
    };
  }

  @Get('new')
  @Render(NEW)
  ask(@CurrentPerson() person: SignedInPerson) {
    return { form: {}, ...this.around(person), ...NO_PROBLEMS };
  }

  @Post('new')
  async propose(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ProposalForm,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, ...this.around(person), ...problems }),
      take: async (proposal) => {
        const forWhom = isOfficer(person) ? proposal.forWhom : null;
        await this.proposals.propose({ ...proposal, forWhom }, person.id);
        return '/proposals?done=sent';
      },
    });
  }

  private around(person: SignedInPerson) {
    return { limit: WHY_LIMIT, isOfficer: isOfficer(person) };
  }
}

/** Officers write down what directors ask for. */
const isOfficer = ({ roles }: SignedInPerson): boolean => roles.includes('officer');
