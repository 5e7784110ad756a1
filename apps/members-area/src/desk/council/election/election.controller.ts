import { Body as Sent, Get, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import { AlreadyInOffice, BeforeThePoll, Elections, EndsBeforeItBegins, takesOffice, Terms } from '@induct/people';
import { britishDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { listView } from '../../../lists/list';
import { counted } from '../../../words/counted';
import { Who } from '../../../forms/who';
import { ElectForm, ReasonForm } from './election.form';
import { ElectionQueries, type ElectionRow } from './election.queries';
import { ELECTED, electionHref, electionInWords } from './election.view';

const ELECT = 'desk/council/election/elect.page.njk';
const WITHDRAW = 'desk/council/election/withdraw-election.page.njk';
const DONE: Record<string, string> = {
  recorded: 'The election was recorded. Now record who was elected.',
  elected: 'The term of office was recorded.',
  ended: 'The end of the term was recorded.',
  corrected: 'The term was put right. What was said before stays to be seen.',
  withdrawn: 'The term was taken back. What was said before stays to be seen.',
};

/** One election: who was elected. */
@Screen({
  path: 'admin/council/elections/:electionId',
  access: ['officer', 'administrator'],
  title: 'An election',
  pages: { elect: 'Record who was elected', withdraw: 'Take an election back' },
})
export class ElectionController {
  constructor(
    private readonly queries: ElectionQueries,
    private readonly elections: Elections,
    private readonly terms: Terms,
    private readonly who: Who,
  ) {}

  @Get()
  @Render('desk/council/election/election.page.njk')
  async show(@Param('electionId', ParseUUIDPipe) id: string, @Query('done') done: unknown) {
    const [election, rows] = await Promise.all([this.queries.find(id), this.queries.elected(id)]);
    const caption = `${counted(rows.length, 'person', 'people')} elected`;
    const per = rows.length || 1;
    const list = listView({
      columns: ELECTED,
      rows,
      caption,
      heading: true,
      page: 1,
      per,
      total: rows.length,
      href: () => '',
    });
    return {
      ...linkOf(election),
      election,
      list,
      banner: Object.hasOwn(DONE, String(done)) ? DONE[String(done)] : undefined,
    };
  }

  @Get('elect')
  @Render(ELECT)
  async askWho(@Param('electionId', ParseUUIDPipe) id: string) {
    const election = await this.queries.find(id);
    const form = { division: election.division, ...dayFields('from', takesOffice(election.heldOn)) };
    return electPage(election, form, NO_PROBLEMS, []);
  }

  @Post('elect')
  async elect(
    @Param('electionId', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const election = await this.queries.find(id);
    return await takeForm(reply, {
      schema: ElectForm,
      sent,
      page: ELECT,
      view: async (form, problems) => electPage(election, form, problems, await this.who.choices(form)),
      refusals: [
        atField(AlreadyInOffice, 'who'),
        atField(BeforeThePoll, 'from-day'),
        atField(EndsBeforeItBegins, 'last-day'),
      ],
      take: async ({ who, person, ...seat }) => {
        const personId = await this.who.meant({ who, person });
        await this.terms.elect({ ...seat, personId, electionId: id, by: officer.id });
        return `${electionHref(id)}?done=elected`;
      },
    });
  }

  @Get('withdraw')
  @Render(WITHDRAW)
  async askToWithdraw(@Param('electionId', ParseUUIDPipe) id: string) {
    return { ...linkOf(await this.queries.find(id)), form: {}, ...NO_PROBLEMS };
  }

  @Post('withdraw')
  async withdraw(
    @Param('electionId', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const election = await this.queries.find(id);
    return await takeForm(reply, {
      schema: ReasonForm,
      sent,
      page: WITHDRAW,
      view: (form, problems) => ({ ...linkOf(election), form, ...problems }),
      take: async ({ reason }) => {
        await this.elections.withdraw(id, { by: officer.id, reason });
        return '/admin/council/elections';
      },
    });
  }
}

const linkOf = (election: ElectionRow) => ({ name: electionInWords(election), href: electionHref(election.id) });

const electPage = (election: ElectionRow, form: Fields, problems: FormProblems, found: object[]) => ({
  ...linkOf(election),
  proposed: britishDate(takesOffice(election.heldOn)),
  found,
  form,
  ...problems,
});
