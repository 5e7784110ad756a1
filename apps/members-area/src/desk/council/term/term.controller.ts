import { Body as Sent, Get, HttpStatus, Param, ParseUUIDPipe, Post, Render, Res } from '@nestjs/common';
import { AlreadyInOffice, BeforeThePoll, EndingTerms, EndsBeforeItBegins, periodInWords, Terms } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../../forms/day-fields';
import { NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { lastDay } from '../days.form';
import { ReasonForm, TermForm } from '../election/election.form';
import { electionHref, electionInWords } from '../election/election.view';
import { saidBefore } from '../membership/membership.view';
import { TermEndingQueries } from './ending.queries';
import { endingView, endsSooner } from './ending.view';
import { type SaidOfTerm, TermQueries } from './term.queries';

const CORRECT = 'desk/council/term/correct-term.page.njk';
const WITHDRAW = 'desk/council/term/withdraw-term.page.njk';

/** One term of office: what is said of it, what was said before, and how it ends or is put right. */
@Screen({
  path: 'admin/council/terms/:id',
  access: ['officer', 'administrator'],
  title: 'A term of office',
  under: 'admin/council/elections/:electionId',
  pages: { correct: 'End a term of office or put it right', withdraw: 'Take a term of office back' },
})
export class TermController {
  constructor(
    private readonly queries: TermQueries,
    private readonly endingQueries: TermEndingQueries,
    private readonly terms: Terms,
    private readonly endings: EndingTerms,
  ) {}

  @Get()
  @Render('desk/council/term/term.page.njk')
  async show(@Param('id', ParseUUIDPipe) id: string) {
    return { term: termView(await this.queries.said(id)) };
  }

  @Get('correct')
  @Render(CORRECT)
  async askToCorrect(@Param('id', ParseUUIDPipe) id: string) {
    const said = await this.queries.said(id);
    const { division, from, until } = said[0];
    const form = { division, ...dayFields('from', from), ...dayFields('last', lastDay(until)) };
    return { term: termView(said), form, ...NO_PROBLEMS };
  }

  /** What ends a term says first what follows; the second time it is done. */
  @Post('correct')
  async correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const said = await this.queries.said(id);
    const term = termView(said);
    return await takeForm(reply, {
      schema: TermForm,
      sent,
      page: CORRECT,
      view: (form, problems) => ({ term, form, ...problems }),
      refusals: [
        atField(AlreadyInOffice, 'from-day'),
        atField(BeforeThePoll, 'from-day'),
        atField(EndsBeforeItBegins, 'last-day'),
      ],
      take: async ({ seats, isConfirmed, until, ...given }) => {
        const change = { ...given, termId: id, by: officer.id };
        if (until === null || !endsSooner(said[0], { ...given, until })) {
          await this.terms.correct({ ...change, until });
          return `${term.election.href}?done=corrected`;
        }
        const ending = await this.endingQueries.of(said[0].personId, until);
        if (!isConfirmed) {
          const view = { term, form: sent, ...endingView(ending, until) };
          return await reply.status(HttpStatus.OK).view('desk/council/term/confirm-end.page.njk', view);
        }
        const theirs = ending.seats.map((seat) => seat.id).filter((seat) => seats.includes(seat));
        await this.endings.end({ ...change, until, seats: theirs });
        return `${term.election.href}?done=ended`;
      },
    });
  }

  @Get('withdraw')
  @Render(WITHDRAW)
  async askToWithdraw(@Param('id', ParseUUIDPipe) id: string) {
    return { term: termView(await this.queries.said(id)), form: {}, ...NO_PROBLEMS };
  }

  @Post('withdraw')
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const term = termView(await this.queries.said(id));
    return await takeForm(reply, {
      schema: ReasonForm,
      sent,
      page: WITHDRAW,
      view: (form, problems) => ({ term, form, ...problems }),
      take: async ({ reason }) => {
        await this.terms.withdraw({ termId: id, reason, by: officer.id });
        return `${term.election.href}?done=withdrawn`;
      },
    });
  }
}

const saidInWords = ({ division, ...period }: SaidOfTerm): string => `${division}, ${periodInWords(period)}`;

function termView([now, ...before]: readonly [SaidOfTerm, ...SaidOfTerm[]]) {
  const election = { ...now, division: now.electionDivision };
  return {
    href: `/admin/council/terms/${now.id}`,
    person: { name: now.name, href: `/admin/people/${now.personId}` },
    election: { name: electionInWords(election), href: electionHref(now.electionId) },
    said: saidInWords(now),
    ...saidBefore(now),
    isWithdrawn: now.supersededAt !== null,
    before: before.map((one) => ({ said: saidInWords(one), ...saidBefore(one) })),
  };
}
