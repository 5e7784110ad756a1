import { Get, Param, Query, Render } from '@nestjs/common';
import { Asked } from '@induct/accreditation';
import { Timelines } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { timelineView } from '../../lists/timeline';
import { StandingQueries } from './standing.queries';

/** What a member did at the module of a requirement, told save by save: why it is not complete. Their own only. */
@Screen({ path: 'standing', access: ['member', 'tester'], pages: { ':slug/timeline': 'What happened, save by save' } })
export class TimelineController {
  constructor(
    private readonly asked: Asked,
    private readonly modules: StandingQueries,
    private readonly timelines: Timelines,
  ) {}

  @Get(':slug/timeline')
  @Render('member/standing/timeline.page.njk')
  async show(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson, @Query() query: unknown) {
    const requirement = (await this.asked.of(person.id)).find((one) => one.slug === slug);
    if (!requirement) throw new NotHere('requirement');
    const courses = requirement.ways.flatMap(({ courseId }) => courseId ?? []);
    const [modules, told] = await Promise.all([
      this.modules.modules(person.id, courses),
      Promise.all(courses.map(async (id) => ({ id, ...(await this.timelines.of(person.id, id)) }))),
    ]);
    const begun = told.flatMap(({ id, ...one }) =>
      one.attempts.length > 0
        ? [{ ...one, title: modules.find((module) => module.id === id)?.title ?? requirement.title }]
        : [],
    );
    const timeline = timelineView(begun, 'you', PageOf.parse(query).page, `/standing/${slug}/timeline`);
    return {
      requirement: requirement.title,
      modules: modules.map(({ slug: href, title }) => ({ href: `/modules/${href}`, title })),
      timeline,
    };
  }
}
