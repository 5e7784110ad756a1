import { Get, Query, Render } from '@nestjs/common';
import { Asked, Claims, Due, Levels } from '@induct/accreditation';
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
    private readonly asked: Asked,
    private readonly due: Due,
    private readonly modules: StandingQueries,
    private readonly claims: Claims,
    private readonly levels: Levels,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/standing/standing.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Query('sent') sent?: string) {
    const [asked, due, levels] = await Promise.all([
      this.asked.of(person.id),
      this.due.of(person.id),
      this.levels.of(person.id),
    ]);
    const courses = asked.flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? []));
    const [rows, claims] = await Promise.all([
      this.modules.modules(person.id, courses),
      this.claims.ofPerson(person.id),
    ]);
    const standing = standingView(asked, { rows, claims, due }, this.clock.now());
    return { ...standing, levels: levelsView(levels), sent: sent === 'yes' };
  }
}
