import { Controller, Get, Res } from '@nestjs/common';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import { Clock } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { HomeQueries } from './home.queries';
import { homeView } from './home.view';

@Controller()
@Access('signed-in')
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly clock: Clock,
  ) {}

  /** Those who do not learn here go to their desk. */
  @Get()
  async show(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    if (!person.roles.includes('member') && !person.roles.includes('tester')) {
      return person.roles.length > 0 ? reply.redirect('/admin', 303) : reply.redirect('/account', 303);
    }
    const view = homeView(await this.home.home(person.id), this.clock.now());
    return reply.view('home/home.page.njk', { ...view, person });
  }
}
