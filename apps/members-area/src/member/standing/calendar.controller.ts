import { Get, Inject, Res } from '@nestjs/common';
import { Due } from '@induct/accreditation';
import { Clock, CONFIG, type Config } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { dueCalendar } from './calendar';

/** What is due to a member, for their calendar. */
@Screen({ path: 'standing', access: ['signed-in'] })
export class CalendarController {
  constructor(
    private readonly due: Due,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('due.ics')
  async file(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const about = { url: `${this.config.SITE_ORIGIN}/standing`, madeAt: this.clock.now() };
    return await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="due.ics"')
      .header('cache-control', 'no-store')
      .send(dueCalendar(await this.due.withTopUps(person.id), about));
  }
}
