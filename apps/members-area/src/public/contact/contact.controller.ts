import { Get, Render } from '@nestjs/common';
import { CouncilContacts } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { contactView } from './contact.view';

/** How Democratic Services are reached; for whoever is signed in, also the websites that members need. */
@Screen({ path: 'contact', access: ['public'], title: 'Contact Democratic Services' })
export class ContactController {
  constructor(private readonly contacts: CouncilContacts) {}

  @Get()
  @Render('public/contact/contact.page.njk')
  async show(@CurrentPerson() person: SignedInPerson | undefined) {
    return contactView(await this.contacts.now(), person !== undefined);
  }
}
