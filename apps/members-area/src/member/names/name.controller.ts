import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { NameChanges, NameChangeWaits, NameIsAsItWas } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { NameForm } from './name.form';
import { nameView } from './name.view';

const PAGE = 'member/names/name.page.njk';

/** A member asks for another name on the certificates. */
@Screen({ path: 'certificates/name', access: ['signed-in'], title: 'Correct your name' })
export class NameController {
  constructor(private readonly names: NameChanges) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('sent') sent?: string) {
    const newest = await this.names.newestOf(person.id);
    return { ...nameView(person.name, newest, {}, NO_PROBLEMS), sent: sent === 'yes' };
  }

  @Post()
  async ask(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: NameForm,
      sent,
      page: PAGE,
      view: async (form, problems) => nameView(person.name, await this.names.newestOf(person.id), form, problems),
      refusals: [atField(NameIsAsItWas, 'name'), atField(NameChangeWaits, 'name')],
      take: async (asked) => {
        await this.names.ask({ personId: person.id, ...asked });
        return '/certificates/name?sent=yes';
      },
    });
  }
}
