import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type NameChange, NameChangeNotFound, NameChanges } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { WAITING_PAGE, WaitingAsked, waitingList } from '../../lists/waiting';
import { NameDecisionForm } from './name-decision.form';
import { namePage, NAMES, waitingName } from './names.view';

const PAGE = 'desk/names/name.page.njk';

/** Names that members want corrected, for officers to confirm or refuse. */
@Screen({
  path: 'admin/names',
  access: ['officer'],
  title: 'Names to correct',
  pages: { ':id': 'A name to correct' },
  under: 'admin/certificates',
  back: 'Names to correct',
})
export class NamesController {
  constructor(private readonly names: NameChanges) {}

  @Get()
  @Render(WAITING_PAGE)
  async list(
    @Query({ schema: WaitingAsked }) asked: z.infer<typeof WaitingAsked>,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    return await waitingList(request, asked, NAMES, async (limit, offset) => {
      const { changes, total } = await this.names.waiting(limit, offset);
      return { rows: changes.map((one) => waitingName(one, officer.id)), total };
    });
  }

  @Get(':id')
  @Render(PAGE)
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    return this.page(await this.find(id), officer, {}, NO_PROBLEMS);
  }

  @Post(':id')
  async decide(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const change = await this.find(id);
    return await takeForm(reply, {
      schema: NameDecisionForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(change, officer, form, problems),
      take: async ({ decision, words }) => {
        await this.names.decide(id, { by: officer.id, accepted: decision === 'confirm', words });
        return `/admin/names?done=${decision === 'confirm' ? 'confirmed' : 'refused'}`;
      },
    });
  }

  private async page(change: NameChange, officer: SignedInPerson, form: Fields, problems: FormProblems) {
    return namePage(change, await this.names.reissue(change), officer.id, form, problems);
  }

  private async find(id: string): Promise<NameChange> {
    if (!isId(id)) throw new NameChangeNotFound();
    return this.names.find(id);
  }
}
