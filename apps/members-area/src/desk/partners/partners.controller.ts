import { Body, Get, Post, Render, Res } from '@nestjs/common';
import { PartnerIsThere, Partners } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PartnerForm } from './partner.form';
import { partnersView } from './partners.view';

const PAGE = 'desk/partners/partners.page.njk';

/** Other councils whose people may come to sessions. */
@Screen({
  path: 'admin/partners',
  access: ['officer'],
  title: 'Partner councils',
  menu: { area: 'desk', group: 'Programme', text: 'Partner councils', order: 56 },
  back: 'Partner councils',
})
export class PartnersController {
  constructor(private readonly partners: Partners) {}

  @Get()
  @Render(PAGE)
  async list() {
    return partnersView(await this.partners.all(), {}, NO_PROBLEMS);
  }

  @Post()
  async add(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: PartnerForm,
      sent,
      page: PAGE,
      view: async (form: Fields, problems: FormProblems) => partnersView(await this.partners.all(), form, problems),
      refusals: [atField(PartnerIsThere, 'name')],
      take: async (partner) => `/admin/partners/${await this.partners.add(partner, officer.id)}`,
    });
  }
}
