import { Get, Res } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { PlacesShown } from '@induct/events';
import { OwnFirstWeeks } from '@induct/handbook';
import { type Role, worksAtTheDesk } from '@induct/people';
import { Clock, dayInLondon, readersLanguage, Search, type SearchNews } from '@induct/platform';
import { CurrentPerson, type SignedInPerson, Visits } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { nextStepView } from '../first-weeks/own-weeks.view';
import { HomeQueries } from './home.queries';
import { NEWS_ASKED, newsView } from './news.view';
import { feedbackView, homeView } from './home.view';
import { sessionsView } from './sessions.view';
import { SPARE_MINUTES } from './what-fits';

@Screen({
  path: '',
  access: ['signed-in'],
  proof: 'any',
  title: 'Home',
  menu: { area: 'learning', text: 'Home', order: 10, roles: ['member', 'tester'] },
})
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly asked: WhatIsAskedQueries,
    private readonly places: PlacesShown,
    private readonly firstWeeks: OwnFirstWeeks,
    private readonly visits: Visits,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** Those who do not learn here go to where they work. */
  @Get()
  async show(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { roles } = person;
    if (!roles.includes('member') && !roles.includes('tester')) return reply.redirect(placeOf(roles), 303);
    const now = this.clock.now();
    const [home, needed, offered, nextStep, news] = await Promise.all([
      this.home.home(person.id, dayInLondon(now)),
      this.asked.needed(person.id),
      this.places.offered(person.id),
      this.firstWeeks.next(person.id),
      this.newTo(person),
    ]);
    return reply.view('member/home/home.page.njk', {
      ...homeView(home, needed, now),
      coreEarns: needed.coreEarns,
      feedback: feedbackView(home.feedback),
      minutes: SPARE_MINUTES,
      ...sessionsView(offered, needed, dayInLondon(now)),
      nextStep: nextStepView(nextStep, dayInLondon(now)),
      ...newsView(news.since, news.found),
      person,
    });
  }

  /** To whoever learns here: what officers find beside it is at the desk. */
  private async newTo({ id, roles, district }: SignedInPerson): Promise<{ since: Date | null; found: SearchNews[] }> {
    const since = await this.visits.begin(id);
    if (since === null) return { since, found: [] };
    const learner = (['member', 'tester'] as const).filter((audience) => roles.includes(audience));
    const reader = { audiences: ['signed-in' as const, ...learner], district, language: readersLanguage() };
    return { since, found: await this.search.newSince(since, reader, NEWS_ASKED) };
  }
}

function placeOf(roles: readonly Role[]): string {
  if (worksAtTheDesk(roles)) return '/admin';
  return roles.includes('champion') ? '/testing' : '/account';
}
