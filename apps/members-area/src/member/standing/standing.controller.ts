import { Get, Query, Render } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { ShownProgramme } from '@induct/events';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { levelsView } from './levels.view';
import { StandingQueries } from './standing.queries';
import { standingView } from './standing.view';

/** What is asked of a member, and where they stand. */
@Screen({
  path: 'standing',
  access: ['member', 'tester'],
  title: 'What is asked of me',
  menu: { area: 'learning', text: 'Asked of me', order: 25 },
  back: 'What is asked of me',
})
export class StandingController {
  constructor(
    private readonly asked: WhatIsAskedQueries,
    private readonly modules: StandingQueries,
    private readonly programme: ShownProgramme,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/standing/standing.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Query('sent') sent?: string) {
    const [{ asked, levels, ...beside }, sessions] = await Promise.all([
      this.asked.of(person.id),
      this.programme.next(person.id),
    ]);
    const courses = asked.flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? []));
    const rows = await this.modules.modules(person.id, courses);
    const standing = standingView(asked, { rows, sessions, ...beside }, this.clock.now());
    return { ...standing, levels: levelsView(levels), sent: sent === 'yes' };
  }
}
