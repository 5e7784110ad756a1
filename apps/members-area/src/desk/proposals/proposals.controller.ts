import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  AnswerNeedsWords,
  EventIsMissing,
  EventNotFound,
  EventProposalNotFound,
  EventProposals,
  Programme,
  type ProposalRow,
} from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { proposalTag, proposedByWords } from '../../words/proposals';
import { AnswerForm, WORDS_LIMIT } from './answer.form';
import { ProposalsFilter } from './proposals-filter';
import { PER_PAGE, proposalHref, proposalsView } from './proposals.view';

const PAGE = 'desk/proposals/proposal.page.njk';

/** What people want to see in the programme, for officers to answer. */
@Screen({
  path: 'admin/proposals',
  access: ['officer'],
  title: 'Proposals',
  pages: { ':id': 'A proposal' },
  menu: { area: 'desk', group: 'Programme', text: 'Proposals', order: 55 },
  back: 'Proposals',
})
export class DeskProposalsController {
  constructor(
    private readonly proposals: EventProposals,
    private readonly programme: Programme,
  ) {}

  @Get()
  @Render('desk/proposals/proposals.page.njk')
  async list(@Query() query: unknown) {
    const filter = ProposalsFilter.parse(query);
    const read = (page: number) => this.proposals.page(filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, filter.page, PER_PAGE);
    return proposalsView({ ...filter, page }, rows, total);
  }

  @Get(':id')
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    return { ...(await this.view(await this.find(id), {}, NO_PROBLEMS)), isAnswered: done === 'answered' };
  }

  @Post(':id')
  async answer(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const proposal = await this.find(id);
    return await takeForm(reply, {
      schema: AnswerForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(proposal, form, problems),
      refusals: [
        atField(AnswerNeedsWords, 'reason'),
        atField(EventIsMissing, 'event'),
        atField(EventNotFound, 'event'),
      ],
      take: async ({ answer, event: eventId, reason }) => {
        const said = { by: officer.id, reason };
        if (answer === 'accepted') await this.proposals.accept(id, said);
        else if (answer === 'merged') await this.proposals.merge(id, { ...said, eventId });
        else await this.proposals.decline(id, said);
        return `${proposalHref(id)}?done=answered`;
      },
    });
  }

  private async find(id: string): Promise<ProposalRow> {
    if (!isId(id)) throw new EventProposalNotFound();
    return this.proposals.find(id);
  }

  private async view(proposal: ProposalRow, form: Fields, problems: FormProblems) {
    const isNew = proposal.state === 'new';
    const events = isNew ? await this.programme.events() : [];
    const { title, why, priority, outcomes, eventSlug, eventTitle, reason, decidedAt, decidedByName } = proposal;
    return {
      title,
      tag: proposalTag(proposal.state),
      href: proposalHref(proposal.id),
      facts: [
        ['Proposed by', `${proposedByWords(proposal)}, at ${britishTimeAndDate(proposal.proposedAt)}`],
        ['Why it is needed', why],
        ['Priority of the council', priority],
        ['What people are to be able to do', outcomes.join('\n')],
        ['Answered', decidedAt && `By ${decidedByName} at ${britishTimeAndDate(decidedAt)}`],
        ['What was said to it', reason],
      ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
      event: eventSlug && { href: `/admin/programme/events/${eventSlug}`, title: eventTitle },
      isNew,
      events: [
        { value: '', text: 'Choose' },
        ...events.map(({ id, title: text }) => ({ value: id, text, selected: form['event'] === id })),
      ],
      limit: WORDS_LIMIT,
      form,
      ...problems,
    };
  }
}
