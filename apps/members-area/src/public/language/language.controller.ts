import { Body, Post, Res } from '@nestjs/common';
import { PersonLanguages } from '@induct/people';
import { Council, LANGUAGES } from '@induct/platform';
import { CurrentPerson, pathHere, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';

const Chosen = z.preprocess(
  (sent) => sent ?? {},
  z.object({
    language: z.enum(LANGUAGES).catch('en'),
    /** Where they were, and stay. */
    page: z.unknown().optional().transform(pathHere),
  }),
);

/** The switch in the header: English or Welsh, for this browser, and for the person who is signed in. */
@Screen({ path: 'language', access: ['public'] })
export class LanguageController {
  constructor(
    private readonly languages: PersonLanguages,
    private readonly browser: SignInBrowser,
    private readonly council: Council,
  ) {}

  @Post()
  async choose(
    @Body({ schema: Chosen }) { language, page }: z.infer<typeof Chosen>,
    @CurrentPerson() person: SignedInPerson | undefined,
    @Res() reply: FastifyReply,
  ) {
    if (this.council.current.languages === 'en') throw new NotHere('page');
    if (person) await this.languages.choose(person.id, language);
    this.browser.readIn(reply, language);
    return await reply.redirect(page, 303);
  }
}
