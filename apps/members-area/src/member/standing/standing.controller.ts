import { Get, Query, Render } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { ShownProgramme } from '@induct/events';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { levelsView } from './levels.view';
import { StandingQueries } from './standing.queries';
import { standingView } from './standing.view';

const LEARNERS = ['member', 'tester'] as const;

/** What is asked of somebody, and where they stand. Of whoever is no member it is only what a mandate asks: its letter leads them here. */
@Screen({
  path: 'standing',
  access: ['signed-in'],
  title: 'What is asked of me',
  menu: { area: 'learning', text: 'Asked of me', order: 25, roles: LEARNERS },
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
  async show(@CurrentPerson() person: SignedInPerson, @Query('sent') sent?: string, @Query('done') done?: string) {
    const [{ asked, levels, coreEarns, ...beside }, sessions] = await Promise.all([
      this.asked.of(person.id),
      this.programme.next(person.id),
    ]);
    const learns = LEARNERS.some((role) => person.roles.includes(role));
    const needs = new Set(beside.due.flatMap((item) => item.needs));
    const theirs = learns ? asked : asked.filter(({ id }) => needs.has(id));
    const courses = theirs.flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? []));
    const rows = await this.modules.modules(person.id, courses);
    const standing = standingView(theirs, { rows, sessions, ...beside }, this.clock.now(), learns);
    const awards = learns ? levelsView(levels, theirs, rows) : [];
    return {
      ...standing,
      coreEarns,
      levels: awards,
      hasNews: awards.some(({ isNews }) => isNews),
      learns,
      sent: sent === 'yes',
      takenBack: done === 'taken-back',
    };
  }
}
