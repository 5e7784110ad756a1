import { Body, Get, Inject, Post, Query, Redirect, Render, Req, Res } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import { CouncilSignIn, CurrentPerson, Devices, safePath, type SignedInPerson, SignInLinks } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { checkView } from './check.view';
import { personaGroups } from './persona-groups';
import { PersonaForm, SignInForm } from './sign-in.form';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { takeForm } from '../../forms/take-form';

const PAGE = 'public/sign-in/sign-in.page.njk';
/** The least time an answer takes, in milliseconds: it does not tell whether a letter was written. */
const ANSWER_AFTER = 150;

@Screen({ path: 'sign-in', access: ['public'], title: 'Sign in', pages: { check: 'Check your mail' } })
export class SignInController {
  constructor(
    private readonly links: SignInLinks,
    private readonly people: PeopleService,
    private readonly browser: SignInBrowser,
    private readonly devices: Devices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async show(
    @Query('next') wanted: unknown,
    @Query('typed') typed: unknown,
    @CurrentPerson() person: SignedInPerson | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const next = safePath(wanted);
    if (person) return reply.redirect(next, 303);
    const groups = this.config.DEMO ? personaGroups(await this.people.personas()) : [];
    const secret = this.browser.device(request);
    const device = secret && (await this.devices.known(secret));
    return reply.view(PAGE, { next, groups, typed, device, message: {} });
  }

  @Post()
  async ask(@Body() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: SignInForm,
      sent,
      page: PAGE,
      view: (form, problems) => ({ form, ...problems }),
      take: async ({ email, next }) => {
        const notBefore = new Promise((done) => setTimeout(done, ANSWER_AFTER));
        const asked = { email, nextPath: safePath(next), address: request.ip };
        const waiting = await this.links.ask({ ...asked, secret: this.browser.waiting(request)?.secret });
        this.browser.wait(reply, { ...waiting, email });
        await notBefore;
        return '/sign-in/check';
      },
    });
  }

  @Get('check')
  async check(
    @Req() request: FastifyRequest,
    @CurrentPerson() person: SignedInPerson | undefined,
    @Res() reply: FastifyReply,
  ) {
    const waiting = this.browser.waiting(request);
    // Whoever is signed in may wait for a letter too: it shows once more that it is them.
    if (!waiting) return reply.redirect(person ? '/' : '/sign-in', 303);
    const { email, isSent } = waiting;
    const letter = await this.links.waitingFor({ ...waiting, address: request.ip });
    return reply.view('public/sign-in/check.page.njk', checkView({ email, isSent, ...letter }));
  }

  /** Demo councils only: signs in at the press of a button. */
  @Post('persona')
  async becomePersona(
    @Body({ schema: PersonaForm }) form: PersonaForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = this.config.DEMO ? await this.people.find(form.person) : undefined;
    if (!person?.persona || person.deactivatedAt) throw new NotHere('person');
    await this.browser.signIn(request, reply, person.id, 'persona');
    return reply.redirect(safePath(form.next), 303);
  }
}

@Screen({ path: '', access: ['public'], pages: { 'signed-out': 'You are signed out' } })
export class SignOutController {
  constructor(
    private readonly browser: SignInBrowser,
    private readonly council: CouncilSignIn,
  ) {}

  @Post('sign-out')
  @Redirect('/signed-out', 303)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.browser.signOut(request, reply);
  }

  @Get('signed-out')
  @Render('public/sign-in/signed-out.page.njk')
  async signedOut() {
    return { signsOutThere: (await this.council.signOutAt()) !== undefined };
  }
}
