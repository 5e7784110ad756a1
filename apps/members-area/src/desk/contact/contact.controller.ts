import { Body, Get, Post, Query, Render, Res } from '@nestjs/common';
import { CouncilContacts } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { ContactForm, contactOf, linksIn, typedOf } from './contact.form';

const PAGE = 'desk/contact/contact-settings.page.njk';

/** What the council says of how Democratic Services are reached, and which websites members need. */
@Screen({
  path: 'admin/contact',
  access: ['officer', 'administrator'],
  title: 'Contact and links',
  menu: { area: 'desk', group: 'Website', text: 'Contact and links', order: 76 },
})
export class ContactSettingsController {
  constructor(private readonly contacts: CouncilContacts) {}

  @Get()
  @Render(PAGE)
  async show(@Query('done') done: unknown) {
    const form = typedOf(await this.contacts.now());
    return { form, links: linksIn(form), isSaved: done === 'saved', ...NO_PROBLEMS };
  }

  @Post()
  async save(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ContactForm,
      sent,
      page: PAGE,
      view: (form, problems) => ({ form, links: linksIn(form), ...problems }),
      take: async (form) => {
        await this.contacts.set(contactOf(form), officer.id);
        return '/admin/contact?done=saved';
      },
    });
  }
}
