import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { ReminderChoices } from '@induct/letters';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { LettersForm } from './letters.form';
import { lettersView } from './letters.view';

const PAGE = 'member/letters/letters.page.njk';

/** Which letters one gets, and how often one wants to be asked by them. */
@Screen({ path: 'account/letters', access: ['signed-in'], title: 'Letters you get', under: 'account' })
export class LettersController {
  constructor(private readonly choices: ReminderChoices) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('done') done: unknown) {
    const view = lettersView(await this.choices.of(person.id), person.roles, {}, NO_PROBLEMS);
    return { ...view, isSaved: done === 'saved' };
  }

  @Post()
  async choose(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: LettersForm,
      sent,
      page: PAGE,
      view: async (form, problems) => lettersView(await this.choices.of(person.id), person.roles, form, problems),
      take: async ({ how, on }) => {
        await this.choices.choose(person.id, { how, weekday: how === 'weekly' ? on : null });
        return '/account/letters?done=saved';
      },
    });
  }
}
