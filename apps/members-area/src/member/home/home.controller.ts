import { Get, Res } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { ShownProgramme } from '@induct/events';
import { type Role, worksAtTheDesk } from '@induct/people';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { nextOfAll } from '../programme/next-session';
import { stillNeeded } from '../programme/what-it-meets';
import { HomeQueries } from './home.queries';
import { homeView } from './home.view';
import { SPARE_MINUTES } from './what-fits';

@Screen({
  path: '',
  access: ['signed-in'],
  title: 'Home',
  menu: { area: 'learning', text: 'Home', order: 10, roles: ['member', 'tester'] },
})
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly asked: WhatIsAskedQueries,
    private readonly programme: ShownProgramme,
    private readonly clock: Clock,
  ) {}

  /** Those who do not learn here go to where they work. */
  @Get()
  async show(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { roles } = person;
    if (!roles.includes('member') && !roles.includes('tester')) return reply.redirect(placeOf(roles), 303);
    const [home, needed, sessions] = await Promise.all([
      this.home.home(person.id),
      this.asked.needed(person.id),
      this.programme.next(person.id),
    ]);
    const now = this.clock.now();
    return reply.view('member/home/home.page.njk', {
      ...homeView(home, needed.due, now),
      minutes: SPARE_MINUTES,
      session: nextOfAll(sessions, stillNeeded(needed)),
      person,
    });
  }
}

function placeOf(roles: readonly Role[]): string {
  if (worksAtTheDesk(roles)) return '/admin';
  return roles.includes('champion') ? '/testing' : '/account';
}
