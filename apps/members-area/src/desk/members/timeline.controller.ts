import { Get, Param, Query, Render } from '@nestjs/common';
import { AuditTrail, Transactions } from '@induct/platform';
import { Timelines } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { timelineView } from '../../lists/timeline';
import { MemberQueries } from './member.queries';

/** What a member did at a module, told save by save. Looking at it is on record. */
@Screen({
  path: 'admin/members',
  access: ['officer'],
  pages: { ':id/timelines/:course': 'What happened, save by save' },
})
export class MemberTimelineController {
  constructor(
    private readonly members: MemberQueries,
    private readonly timelines: Timelines,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  @Get(':id/timelines/:course')
  @Render('desk/members/timeline.page.njk')
  async show(
    @Param('id') id: string,
    @Param('course') courseId: string,
    @CurrentPerson() officer: SignedInPerson,
    @Query() query: unknown,
  ) {
    const found = isId(id) && isId(courseId);
    const [member, title] = found
      ? await Promise.all([this.members.find(id), this.members.titleOfCourse(courseId)])
      : [undefined, undefined];
    if (!member || title === undefined) throw new NotHere('member');
    const told = { title, ...(await this.timelines.of(id, courseId)) };
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.viewed',
        subjectType: 'person',
        subjectId: id,
        detail: { courseId, as: 'timeline' },
      }),
    );
    return {
      member: { name: member.name, id },
      module: title,
      timeline: timelineView([told], 'they', PageOf.parse(query).page, `/admin/members/${id}/timelines/${courseId}`),
    };
  }
}
