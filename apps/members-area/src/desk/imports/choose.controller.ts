import { Body, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Render, Res } from '@nestjs/common';
import { AddressBelongsTo, MembershipChoices, NotOneOfThem } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { chooseForm } from './choose.form';
import { chooseView } from './choose.view';

const PAGE = 'desk/imports/choose.page.njk';

/** Whom a row of a list is about, when two have its name: chosen here, and written with the rest of the list only. */
@Screen({ path: 'admin/memberships/import/:id/rows/:row', access: ['officer'], title: 'Who is meant' })
export class ChooseController {
  constructor(private readonly choices: MembershipChoices) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('id', ParseUUIDPipe) id: string, @Param('row', ParseIntPipe) row: number) {
    return chooseView(await this.choices.row(id, row), {}, NO_PROBLEMS);
  }

  @Post()
  async choose(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('row', ParseIntPipe) row: number,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.choices.row(id, row);
    return await takeForm(reply, {
      schema: chooseForm(asked),
      sent,
      page: PAGE,
      view: (form, problems) => chooseView(asked, form, problems),
      refusals: [atField(NotOneOfThem, 'meant'), atField(AddressBelongsTo, 'email', ({ message }) => message)],
      take: async (meant) => {
        const next = await this.choices.choose(id, row, meant, officer.id);
        const list = `/admin/memberships/import/${id}`;
        return next === null ? `${list}?done=chosen` : `${list}/rows/${next}`;
      },
    });
  }
}
