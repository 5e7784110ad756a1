import { WhoWouldSit } from '@induct/accreditation';
import { Body as Sent, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import {
  AlreadyOnThisBody,
  Bodies,
  BodyHasMembers,
  BodyNameIsTaken,
  CAPACITIES_OF,
  EndsBeforeItBegins,
  ExternalIdIsTaken,
  InAnotherGroup,
  Memberships,
  type NewRule,
  OutsideTheBody,
} from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { capacityName } from '../../../words/held-seats';
import { dayAsked } from '../council.view';
import { lastDay } from '../days.form';
import { Who } from '../../../forms/who';
import { dayLookedAt } from '../../sit/would-sit.view';
import { bodyChange, JoinForm, ruleForm } from './body.form';
import { type BodyFacts, BodyQueries } from './body.queries';
import { bodyView } from './body.view';
import { ruleFollowsView } from './rule-follows.view';

const JOIN = 'desk/council/body/join.page.njk';
const CHANGE = 'desk/council/body/change-body.page.njk';
const RULE = 'desk/council/body/rule.page.njk';
const CONFIRM_RULE = 'desk/council/body/confirm-rule.page.njk';

/** A committee, a panel or a group: who sits on it on a day, and who may stand in. */
@Screen({
  path: 'admin/council/bodies/:bodyId',
  access: ['officer', 'administrator'],
  title: 'A committee or group',
  pages: { join: 'Record a membership', change: 'Put a committee or group right', rule: 'Record who stands in' },
})
export class BodyController {
  constructor(
    private readonly queries: BodyQueries,
    private readonly bodies: Bodies,
    private readonly memberships: Memberships,
    private readonly who: Who,
    private readonly would: WhoWouldSit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/council/body/body.page.njk')
  async show(@Param('bodyId', ParseUUIDPipe) id: string, @Query('on') on: unknown, @Query('done') done: unknown) {
    const today = dayInLondon(this.clock.now());
    const asked = dayAsked(on, today);
    const [body, seats, rules, groups] = await Promise.all([
      this.queries.find(id),
      this.queries.seats(id, asked.day),
      this.queries.rules(id),
      this.queries.groups(asked.day),
    ]);
    return bodyView({ body, asked, today, seats, rules, groups, done });
  }

  @Get('join')
  @Render(JOIN)
  async askToJoin(@Param('bodyId', ParseUUIDPipe) id: string) {
    return joinPage(await this.queries.find(id), {}, NO_PROBLEMS, []);
  }

  @Post('join')
  async join(
    @Param('bodyId', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.queries.find(id);
    return await takeForm(reply, {
      schema: JoinForm,
      sent,
      page: JOIN,
      view: async (form, problems) => joinPage(body, form, problems, await this.who.choices(form)),
      refusals: [
        atField(AlreadyOnThisBody, 'who'),
        atField(InAnotherGroup, 'who'),
        atField(EndsBeforeItBegins, 'last-day'),
        atField(OutsideTheBody, 'from-day'),
      ],
      take: async ({ capacity, from, until, ...meant }) => {
        const personId = await this.who.meant(meant);
        await this.memberships.join({ personId, bodyId: id, capacity, from, until, by: officer.id });
        return `${hrefOf(id)}?done=joined`;
      },
    });
  }

  @Get('change')
  @Render(CHANGE)
  async askToChange(@Param('bodyId', ParseUUIDPipe) id: string) {
    const body = await this.queries.find(id);
    const days = { ...dayFields('from', body.from), ...dayFields('last', lastDay(body.until)) };
    return changePage(body, { ...body, ...days }, NO_PROBLEMS);
  }

  @Post('change')
  async change(
    @Param('bodyId', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.queries.find(id);
    return await takeForm(reply, {
      schema: bodyChange,
      sent,
      page: CHANGE,
      view: (form, problems) => changePage(body, form, problems),
      refusals: [
        atField(BodyNameIsTaken, 'name'),
        atField(ExternalIdIsTaken, 'externalId'),
        atField(EndsBeforeItBegins, 'last-day'),
        atField(BodyHasMembers, 'last-day'),
      ],
      take: async (given) => {
        await this.bodies.change({ ...given, id, by: officer.id });
        return `${hrefOf(id)}?done=changed`;
      },
    });
  }

  @Get('rule')
  @Render(RULE)
  async askForRule(@Param('bodyId', ParseUUIDPipe) id: string) {
    return rulePage(await this.queries.find(id), {}, NO_PROBLEMS);
  }

  /** Says first who may stand in no longer; the second time it is recorded. */
  @Post('rule')
  async rule(
    @Param('bodyId', ParseUUIDPipe) id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.queries.find(id);
    return await takeForm(reply, {
      schema: ruleForm,
      sent,
      page: RULE,
      view: (form, problems) => rulePage(body, form, problems),
      refusals: [atField(OutsideTheBody, 'from-day')],
      take: async ({ isConfirmed, ...given }) => {
        const rule = { ...given, bodyId: id, by: officer.id };
        if (!isConfirmed) {
          const follows = { body: linkOf(body), form: sent, ...(await this.follows(rule)) };
          return await reply.status(HttpStatus.OK).view(CONFIRM_RULE, follows);
        }
        await this.bodies.rule(rule);
        return `${hrefOf(id)}?on=${given.from}&done=rule`;
      },
    });
  }

  private async follows(rule: NewRule) {
    const today = dayInLondon(this.clock.now());
    const day = dayLookedAt(rule.from, today);
    const [would, rules] = await Promise.all([
      this.would.after({ bodyIds: [rule.bodyId], day }, (tx) => this.bodies.rule(rule, tx)),
      this.queries.rules(rule.bodyId),
    ]);
    return ruleFollowsView(rule, rules, { would, day, today });
  }
}

const hrefOf = (id: string) => `/admin/council/bodies/${id}`;

const linkOf = ({ id, name }: BodyFacts) => ({ name, href: hrefOf(id) });

const joinPage = (body: BodyFacts, form: Fields, problems: FormProblems, found: object[]) => ({
  body: linkOf(body),
  isGroup: body.kind === 'group',
  capacities: CAPACITIES_OF[body.kind].map((value) => ({ value, text: capacityName(value, body.kind) })),
  found,
  form: { capacity: body.kind === 'council' ? 'chair' : 'member', ...form },
  ...problems,
});

const changePage = (body: BodyFacts, form: object, problems: FormProblems) => ({
  body: linkOf(body),
  isGroup: body.kind === 'group',
  form,
  ...problems,
});

const rulePage = (body: BodyFacts, form: Fields, problems: FormProblems) => ({ body: linkOf(body), form, ...problems });
