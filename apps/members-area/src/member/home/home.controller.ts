import { Get, Res } from '@nestjs/common';
import { Due } from '@induct/accreditation';
import { type Role, worksAtTheDesk } from '@induct/people';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { HomeQueries } from './home.queries';
import { homeView } from './home.view';

@Screen({
  path: '',
  access: ['signed-in'],
  title: 'Home',
  menu: { area: 'learning', text: 'Home', order: 10, roles: ['member', 'tester'] },
})
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly due: Due,
    private readonly clock: Clock,
  ) {}

  /** Those who do not learn here go to where they work. */
  @Get()
  async show(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { roles } = person;
    if (!roles.includes('member') && !roles.includes('tester')) return reply.redirect(placeOf(roles), 303);
    const [home, due] = await Promise.all([this.home.home(person.id), this.due.of(person.id)]);
    const now = this.clock.now();
    return reply.view('member/home/home.page.njk', { ...homeView(home, due, now), person });
  }
}

function placeOf(roles: readonly Role[]): string {
  if (worksAtTheDesk(roles)) return '/admin';
  return roles.includes('champion') ? '/testing' : '/account';
}
