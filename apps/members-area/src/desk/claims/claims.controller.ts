import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Claim, ClaimNotFound, Claims } from '@induct/accreditation';
import { TooNewToConfirm } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { WAITING_PAGE, WaitingAsked, waitingList } from '../../lists/waiting';
import { claimPage, CLAIMS, waitingClaim } from './claims.view';
import { DecisionForm } from './decision.form';

const PAGE = 'desk/claims/claim.page.njk';

/** What members have sent in, for officers to accept or refuse. */
@Screen({
  path: 'admin/claims',
  access: ['officer'],
  title: 'Claims',
  pages: { ':id': 'A claim' },
  menu: { area: 'desk', group: 'Accreditation', text: 'Claims', order: 55 },
  back: 'All claims',
})
export class ClaimsController {
  constructor(
    private readonly claims: Claims,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(WAITING_PAGE)
  async list(
    @Query({ schema: WaitingAsked }) asked: z.infer<typeof WaitingAsked>,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    return await waitingList(request, asked, CLAIMS, this.claims, (one) => waitingClaim(one, officer.id));
  }

  @Get(':id')
  @Render(PAGE)
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    return claimPage(await this.find(id), this.readBy(officer), {}, NO_PROBLEMS);
  }

  @Post(':id')
  async decide(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const claim = await this.find(id);
    return await takeForm(reply, {
      schema: DecisionForm,
      sent,
      page: PAGE,
      view: (form, problems) => claimPage(claim, this.readBy(officer), form, problems),
      refusals: [atField(TooNewToConfirm, 'decision')],
      take: async ({ decision, words }) => {
        const accepted = decision === 'accept';
        const became = await this.claims.decide(id, { by: officer.id, accepted, words });
        return `/admin/claims?done=${became === 'decided' ? 'decided' : 'second'}`;
      },
    });
  }

  private readBy({ id: reader }: SignedInPerson) {
    return { reader, today: dayInLondon(this.clock.now()) };
  }

  private async find(id: string): Promise<Claim> {
    if (!isId(id)) throw new ClaimNotFound();
    return this.claims.find(id);
  }
}
