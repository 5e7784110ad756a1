import { Body as Sent, Get, HttpStatus, Param, ParseUUIDPipe, Post, Render, Res } from '@nestjs/common';
import {
  AlreadyOnThisBody,
  EndsBeforeItBegins,
  InAnotherGroup,
  Memberships,
  onDay,
  OutsideTheBody,
  seatsToLookAt,
} from '@induct/people';
import { britishDate, type Day, daysLater } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../../forms/day-fields';
import { NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { lastDay } from '../days.form';
import { CorrectForm, EndForm, WithdrawForm } from './membership.form';
import { MembershipQueries, type SaidOfMembership } from './membership.queries';
import { membershipView } from './membership.view';

const END = 'desk/council/membership/end.page.njk';
const CORRECT = 'desk/council/membership/correct.page.njk';
const WITHDRAW = 'desk/council/membership/withdraw.page.njk';

/** One membership: what is said of it, what was said before, and how it ends or is put right. */
@Screen({
  path: 'admin/council/memberships/:id',
  access: ['officer', 'administrator'],
  title: 'A membership',
  under: 'admin/council/bodies/:bodyId',
  pages: { end: 'End a membership', correct: 'Put a membership right', withdraw: 'Take a membership back' },
})
export class MembershipController {
  constructor(
    private readonly queries: MembershipQueries,
    private readonly memberships: Memberships,
  ) {}

  @Get()
  @Render('desk/council/membership/membership.page.njk')
  async show(@Param('id', ParseUUIDPipe) id: string) {
    return { membership: membershipView(await this.queries.said(id)) };
  }

  @Get('end')
  @Render(END)
  async askToEnd(@Param('id', ParseUUIDPipe) id: string) {
    return { membership: membershipView(await this.queries.said(id)), form: {}, ...NO_PROBLEMS };
  }

  /** The first time it says what it means; the second time it is done. */
  @Post('end')
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const said = await this.queries.said(id);
    const membership = membershipView(said);
    return await takeForm(reply, {
      schema: EndForm,
      sent,
      page: END,
      view: (form, problems) => ({ membership, form, ...problems }),
      refusals: [atField(EndsBeforeItBegins, 'last-day', () => mustLieWithin(said[0]))],
      take: async ({ until, reason, isConfirmed }) => {
        const isWithin = onDay(said[0], until) && until > said[0].from;
        if (isConfirmed || !isWithin) {
          await this.memberships.end({ membershipId: id, until, reason, by: officer.id });
          return `${membership.body.href}?done=ended`;
        }
        const ending = await this.ending(said[0], until);
        return await reply
          .status(HttpStatus.OK)
          .view('desk/council/membership/confirm-end.page.njk', { membership, form: sent, ...ending });
      },
    });
  }

  @Get('correct')
  @Render(CORRECT)
  async askToCorrect(@Param('id', ParseUUIDPipe) id: string) {
    const said = await this.queries.said(id);
    const { capacity, from, until } = said[0];
    const form = { capacity, ...dayFields('from', from), ...dayFields('last', lastDay(until)) };
    return { membership: membershipView(said), form, ...NO_PROBLEMS };
  }

  @Post('correct')
  async correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const membership = membershipView(await this.queries.said(id));
    return await takeForm(reply, {
      schema: CorrectForm,
      sent,
      page: CORRECT,
      view: (form, problems) => ({ membership, form, ...problems }),
      refusals: [
        atField(EndsBeforeItBegins, 'last-day'),
        atField(AlreadyOnThisBody, 'from-day'),
        atField(InAnotherGroup, 'from-day'),
        atField(OutsideTheBody, 'from-day'),
      ],
      take: async (given) => {
        await this.memberships.correct({ ...given, membershipId: id, by: officer.id });
        return `${membership.body.href}?done=corrected`;
      },
    });
  }

  @Get('withdraw')
  @Render(WITHDRAW)
  async askToWithdraw(@Param('id', ParseUUIDPipe) id: string) {
    return { membership: membershipView(await this.queries.said(id)), form: {}, ...NO_PROBLEMS };
  }

  @Post('withdraw')
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const membership = membershipView(await this.queries.said(id));
    return await takeForm(reply, {
      schema: WithdrawForm,
      sent,
      page: WITHDRAW,
      view: (form, problems) => ({ membership, form, ...problems }),
      take: async ({ reason }) => {
        await this.memberships.withdraw({ membershipId: id, reason, by: officer.id });
        return `${membership.body.href}?done=withdrawn`;
      },
    });
  }

  /** What an ending means. */
  private async ending(now: SaidOfMembership, until: Day) {
    const others = now.kind === 'group' ? await this.queries.others(now.personId, until) : [];
    return {
      lastDay: britishDate(daysLater(until, -1)),
      seats: seatsToLookAt(others, until).map(({ bodyId, body }) => ({
        href: `/admin/council/bodies/${bodyId}`,
        text: body,
      })),
    };
  }
}

const mustLieWithin = ({ from, until }: SaidOfMembership): string =>
  until === null
    ? `The last day must be ${britishDate(from)} or later`
    : `The last day must be ${britishDate(from)} or later, and before ${britishDate(daysLater(until, -1))}`;
