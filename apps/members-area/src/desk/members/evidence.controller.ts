import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Claims, EvidenceNotFound, Withdrawals } from '@induct/accreditation';
import { AuditTrail, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { REASON_LIMIT, WithdrawForm } from './evidence.form';
import { claimList, evidenceList, withdrawView } from './evidence.view';
import { MemberQueries } from './member.queries';

const PAGE = 'desk/members/withdraw.page.njk';

/** What a member has shown for what is asked, and taking back what was accepted in error. Looking at it is on record. */
@Screen({
  path: 'admin/members',
  access: ['officer'],
  pages: { ':id/evidence': 'What was shown', ':id/evidence/:evidence/withdraw': 'Withdraw what was shown' },
})
export class EvidenceController {
  constructor(
    private readonly members: MemberQueries,
    private readonly withdrawals: Withdrawals,
    private readonly claims: Claims,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  @Get(':id/evidence')
  @Render('desk/members/evidence.page.njk')
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    const member = isId(id) ? await this.members.find(id) : undefined;
    if (!member) throw new NotHere('member');
    const [evidence, claims] = await Promise.all([this.withdrawals.ofPerson(id), this.claims.ofPerson(id)]);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'evidence.viewed',
        subjectType: 'person',
        subjectId: id,
      }),
    );
    return {
      name: member.name,
      list: evidenceList(evidence, claims, officer.id),
      claims: claimList(claims),
      enter: `/admin/members/${id}/enter`,
      withdrawn: done === 'withdrawn',
      entered: done === 'entered',
    };
  }

  @Get(':id/evidence/:evidence/withdraw')
  @Render(PAGE)
  async ask(@Param('id') id: string, @Param('evidence') evidenceId: string) {
    return await this.page(id, evidenceId, {}, NO_PROBLEMS);
  }

  @Post(':id/evidence/:evidence/withdraw')
  async withdraw(
    @Param('id') id: string,
    @Param('evidence') evidenceId: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id, evidenceId);
    return await takeForm(reply, {
      schema: WithdrawForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(id, evidenceId, form, problems),
      take: async ({ reason }) => {
        await this.withdrawals.withdraw(evidenceId, { by: officer.id, reason });
        return `/admin/members/${id}/evidence?done=withdrawn`;
      },
    });
  }

  private async page(id: string, evidenceId: string, form: object, problems: object) {
    const { evidence, resting } = await this.find(id, evidenceId);
    const member = await this.members.find(id);
    return { name: member?.name, evidence: withdrawView(evidence, resting), limit: REASON_LIMIT, form, ...problems };
  }

  private async find(id: string, evidenceId: string) {
    const found = isId(id) && isId(evidenceId) ? await this.withdrawals.find(evidenceId) : undefined;
    if (found?.evidence.personId !== id) throw new EvidenceNotFound();
    return found;
  }
}
