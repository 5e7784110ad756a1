import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  type NameChange,
  NameChangeNotFound,
  NameChanges,
  NameChangeWaits,
  NameIsAsItWas,
} from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { NameForm } from './name.form';
import { nameView } from './name.view';

const PAGE = 'member/names/name.page.njk';
const TAKE_BACK = 'member/names/take-back.page.njk';

/** A member asks for another name on the certificates, and takes it back as long as it waits. */
@Screen({
  path: 'certificates/name',
  access: ['signed-in'],
  title: 'Correct your name',
  pages: { ':id/take-back': 'Keep your name as it is' },
  back: 'Correct your name',
})
export class NameController {
  constructor(private readonly names: NameChanges) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('sent') sent?: string) {
    const newest = await this.names.newestOf(person.id);
    return { ...nameView(person.name, newest, {}, NO_PROBLEMS), sent: sent === 'yes' };
  }

  @Get(':id/take-back')
  async askToTakeBack(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const change = await this.own(id, person);
    const { waiting } = nameView(person.name, change, {}, NO_PROBLEMS);
    // What became of it meanwhile stands there.
    if (!waiting) return await reply.redirect('/certificates/name', HttpStatus.SEE_OTHER);
    return await reply.view(TAKE_BACK, { nameNow: person.name, waiting });
  }

  @Post(':id/take-back')
  async takeBack(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { takenBackAt } = await this.own(id, person);
    // Pressed twice, it is taken back all the same.
    if (takenBackAt === null) await this.names.takeBack(id, person.id);
    return await reply.redirect('/certificates/name', HttpStatus.SEE_OTHER);
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

  private async own(id: string, person: SignedInPerson): Promise<NameChange> {
    const change = isId(id) ? await this.names.find(id) : undefined;
    if (change?.personId !== person.id) throw new NameChangeNotFound();
    return change;
  }
}
