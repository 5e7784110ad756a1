import { Get, Param, Query, Render } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { ReminderChoices } from '@induct/letters';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { isId, NotHere } from '../../frame/not-here';
import { MemberQueries } from './member.queries';
import { choiceInWords } from '../../words/letter-choice';
import { memberView } from './member.view';

/** What one member has done. Looking at it is on record. */
@Screen({ path: 'admin/members/:id', access: ['officer'], title: 'What a member has done', under: 'admin/progress' })
export class MemberController {
  constructor(
    private readonly members: MemberQueries,
    private readonly choices: ReminderChoices,
    private readonly asked: WhatIsAskedQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/members/member.page.njk')
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    const member = isId(id) ? await this.members.find(id) : undefined;
    if (!member) throw new NotHere('member');
    const today = dayInLondon(this.clock.now());
    const [modules, certificates, choice, groupColour, { asked }] = await Promise.all([
      this.members.modules(id, today),
      this.members.certificates(id),
      this.choices.of(id),
      this.members.colourOf(member.group, today),
      this.asked.needed(id),
    ]);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.viewed',
        subjectType: 'person',
        subjectId: member.id,
      }),
    );
    return {
      member: memberView(member, modules, certificates, {
        today,
        groupColour,
        letters: choiceInWords(choice),
        asked,
      }),
      looked: done === 'looked',
    };
  }
}
