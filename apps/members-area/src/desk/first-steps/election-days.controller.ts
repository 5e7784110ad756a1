import { Body as Sent, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  anchorDays,
  type DatedElection,
  DeclaredBeforePoll,
  ElectionDays,
  ElectionIsNotThere,
  InOfficeBeforeDeclared,
} from '@induct/handbook';
import { britishDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { aDay, aDayOrNone, formOf } from '../../forms/form-of';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { hrefOfPage } from '../../lists/pagination';
import { electionCalled } from '../../words/first-weeks';
import { STEPS } from './first-steps.view';

const PAGE = 'desk/first-steps/election-days.page.njk';
const LIST = `${STEPS}/elections`;
const PER_PAGE = 25;

const ElectionDaysForm = formOf({
  declared: aDay('Enter the day the result was declared', 'The day the result was declared'),
  office: aDayOrNone('The day of coming into office'),
});

const COLUMNS: readonly Column<DatedElection>[] = [
  {
    head: 'Election',
    cell: (one) => ({ text: electionCalled(one), href: `${LIST}/${one.id}`, classes: 'induct-breaks' }),
  },
  { head: 'Result declared', cell: (one) => said(one, 'declared') },
  { head: 'In office', cell: (one) => said(one, 'office') },
];

/** The days that first steps are counted from. */
@Screen({
  path: 'admin/first-steps/elections',
  access: ['officer'],
  title: 'Days of elections',
  pages: { ':electionId': 'The days of an election' },
  back: 'Days of elections',
})
export class ElectionDaysController {
  constructor(private readonly days: ElectionDays) {}

  @Get()
  @Render('desk/first-steps/elections.page.njk')
  async list(@Query() query: Fields, @Req() request: FastifyRequest) {
    const read = (page: number) => this.days.page({ limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    const href = (to: number) => hrefOfPage(request.url, to);
    const caption = 'Elections, the newest first';
    return {
      list: listView({ columns: COLUMNS, rows, caption, page, per: PER_PAGE, total, href }),
      done: query['done'],
    };
  }

  @Get(':electionId')
  @Render(PAGE)
  async ask(@Param('electionId') id: string) {
    const { declared, office } = await this.find(id);
    return await this.page(id, { ...dayFields('declared', declared), ...dayFields('office', office) }, NO_PROBLEMS);
  }

  @Post(':electionId')
  async record(
    @Param('electionId') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: ElectionDaysForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(id, form, problems),
      refusals: [atField(DeclaredBeforePoll, 'declared-day'), atField(InOfficeBeforeDeclared, 'office-day')],
      take: async (days) => {
        await this.days.record(id, { ...days, by: officer.id });
        return `${LIST}?done=recorded`;
      },
    });
  }

  private async page(id: string, form: Fields, problems: FormProblems) {
    const election = await this.find(id);
    return {
      name: electionCalled(election),
      href: `${LIST}/${id}`,
      isByElection: election.kind === 'by_election',
      proposed: britishDate(anchorDays({ ...election, office: null }).office.on),
      form,
      ...problems,
    };
  }

  /** @throws ElectionIsNotThere */
  private async find(id: string): Promise<DatedElection> {
    if (!isId(id)) throw new ElectionIsNotThere();
    return await this.days.find(id);
  }
}

/** A day, or that nobody has recorded it. */
function said(election: DatedElection, anchor: 'declared' | 'office'): string {
  const { on, isAssumed } = anchorDays(election)[anchor];
  if (!isAssumed) return britishDate(on);
  return anchor === 'office' ? `Proposed: ${britishDate(on)}` : `Not recorded: counted as ${britishDate(on)}`;
}
