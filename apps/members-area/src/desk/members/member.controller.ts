import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { isId, NotHere } from '../../frame/not-here';
import { MemberQueries } from './member.queries';
import { memberView } from './member.view';

/** What one member has done. Looking at it is on record. */
@Controller('admin/members')
@Access('officer')
export class MemberController {
  constructor(
    private readonly members: MemberQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Render('desk/members/member.page.njk')
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    const member = isId(id) ? await this.members.find(id) : undefined;
    if (!member) throw new NotHere('member');
    const today = dayInLondon(this.clock.now());
    const [modules, certificates] = await Promise.all([this.members.modules(id, today), this.members.certificates(id)]);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.viewed',
        subjectType: 'person',
        subjectId: member.id,
      }),
    );
    return { member: memberView(member, modules, certificates, today), looked: done === 'looked' };
  }
}
