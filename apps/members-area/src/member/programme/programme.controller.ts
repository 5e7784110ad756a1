import { Body, Get, HttpStatus, Inject, Param, Post, Query, Render, Res } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { Interests, type ListedSession, PlacesShown, type ShownEvent, ShownProgramme } from '@induct/events';
import { Clock, CONFIG, type Config, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { CatchUpQueries } from './catch-up.queries';
import { eventView } from './event.view';
import { ProgrammeQuery } from './programme-filter';
import { PER_PAGE, programmeView } from './programme.view';
import { sessionCalendar } from './session-calendar';
import { askedOfNobody, type Needed, stillNeeded } from './what-it-meets';

const InterestForm = z.object({ tell: z.enum(['yes', 'no']) });

/** What is planned, as members see it. */
@Screen({
  path: 'programme',
  access: ['member', 'tester', 'officer'],
  proof: 'any',
  title: 'Programme',
  pages: { ':slug': 'An event' },
  menu: { area: 'learning', text: 'Programme', order: 22, roles: ['member', 'tester'] },
})
export class ProgrammeController {
  constructor(
    private readonly programme: ShownProgramme,
    private readonly asked: WhatIsAskedQueries,
    private readonly places: PlacesShown,
    private readonly interests: Interests,
    private readonly catchUp: CatchUpQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('member/programme/programme.page.njk')
  async list(@Query() sent: unknown, @CurrentPerson() person: SignedInPerson) {
    const query = ProgrammeQuery.parse(sent);
    const needed = await this.neededBy(person);
    const topics = query.need === 'yes' && query.show !== 'past' ? stillNeeded(needed) : null;
    const filter = { show: query.show || 'coming', kind: query.kind, topics } as const;
    const { rows, total, page } = await pageOrLast(
      (nth) => this.programme.page(person.id, filter, { limit: PER_PAGE, offset: (nth - 1) * PER_PAGE }),
      query.page,
      PER_PAGE,
    );
    // Of what was, nobody asks how many places it had.
    const places = await this.places.of(person.id, query.show === 'past' ? [] : rows.flatMap(idsOf));
    const around = { needed, asksMe: learns(person), today: dayInLondon(this.clock.now()), places };
    return programmeView({ ...query, page }, { rows, total }, around);
  }

  @Get(':slug')
  @Render('member/programme/event.page.njk')
  async event(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    const [event, needed] = await Promise.all([this.programme.event(person.id, slug), this.neededBy(person)]);
    if (!event) throw new NotHere('event');
    const [places, { isAsked: isInterested }, modules] = await Promise.all([
      this.places.of(
        person.id,
        event.sessions.map(({ id }) => id),
      ),
      this.interests.of(person.id, slug),
      this.catchUp.of(topicsOf(event), needed),
    ]);
    return eventView(event, needed, dayInLondon(this.clock.now()), { places, isInterested, modules });
  }

  /** No date yet, or no place: they are told when there is one; or no more. */
  @Post(':slug/interest')
  async interest(
    @Param('slug') slug: string,
    @Body({ schema: InterestForm }) { tell }: z.infer<typeof InterestForm>,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    if (!(await this.programme.event(person.id, slug))) throw new NotHere('event');
    const { eventId } = await this.interests.of(person.id, slug);
    if (tell === 'yes') await this.interests.ask(eventId, person.id);
    else await this.interests.end(eventId, person.id);
    return await reply.redirect(`/programme/${encodeURIComponent(slug)}`, HttpStatus.SEE_OTHER);
  }

  @Get(':slug/:session.ics')
  async file(
    @Param('slug') slug: string,
    @Param('session') id: string,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.event(person.id, slug);
    const session = event?.sessions.find((one) => one.id === id);
    if (!event || !session || session.parts.length === 0) throw new NotHere('date');
    const about = { url: `${this.config.SITE_ORIGIN}/programme/${slug}`, madeAt: this.clock.now() };
    return await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${event.slug}.ics"`)
      .header('cache-control', 'no-store')
      .send(sessionCalendar(event, session, about));
  }

  /** Of officers nothing is asked: to them a session says what it counts for. */
  private async neededBy(person: SignedInPerson): Promise<Needed> {
    const needed = await this.asked.needed(person.id);
    return learns(person) ? needed : askedOfNobody(needed);
  }
}

/** Of a day of talks, all of them. */
const idsOf = ({ id, talks }: ListedSession): string[] => talks?.map((talk) => talk.id) ?? [id];

/** What its dates to come would meet. */
const topicsOf = ({ sessions }: ShownEvent): string[] => [
  ...new Set(sessions.flatMap(({ parts }) => parts.flatMap(({ topics }) => topics))),
];

const learns = ({ roles }: SignedInPerson): boolean => roles.includes('member') || roles.includes('tester');
