import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, CONFIG, type Config } from '@induct/platform';
import { KeptForms, pageToReturnTo, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FormBrowser } from './form-browser';
import { KeptFormFilter } from './kept-form.filter';
import { withNotice } from './notice';
import { takeMark, withMarks } from './page-mark';
import { PageOfAnother } from './page-of-another';
import { refilled } from './refill';
import { sentFields, sentTo } from './sent-form';

/** So that a form's page, whenever it was opened, has a cookie that outlives its sign-in. In seconds. */
const RENEWED_AFTER = 60 * 60;

/** Whoever presses these means this browser, whose page ever it is. */
const FOR_ANYBODY = new Set(['/sign-out', '/language']);

/** Not a file, and not what a program asked for. */
const isPage = (reply: FastifyReply, payload: unknown): payload is string =>
  typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html');

/** The form was not taken: whoever sent it shows first who they are. */
const asksToSignIn = (reply: FastifyReply): boolean => String(reply.getHeader('location')).startsWith('/sign-in');

/**
 * For every form of the site: what comes after its sign-in has ended is kept, and shown again in its form to the same person
 * in the same browser. Forms say whose page they stand on, so that what somebody sends from an old tab does not count for whoever
 * has signed in since. Call it after `useSiteAccess`, whose filter it takes the place of.
 */
export function useKeptForms(app: NestFastifyApplication): void {
  const { SITE_ORIGIN } = app.get<Config>(CONFIG, { strict: false });
  const forms = app.get(KeptForms, { strict: false });
  const browser = app.get(FormBrowser, { strict: false });
  const clock = app.get(Clock, { strict: false });
  app.useGlobalFilters(new KeptFormFilter(SITE_ORIGIN, forms, browser));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('pageOf', undefined);

  fastify.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'POST') return;
    request.pageOf = await forms.ownerOf(takeMark(request)).catch(() => undefined);
    const { person, pageOf } = request;
    if (!person || !pageOf || pageOf === person.id || FOR_ANYBODY.has(request.url)) return;
    const isKept = await leftBehind(request, reply, pageOf).catch(() => false);
    throw new PageOfAnother(isKept);
  });

  fastify.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const { person } = request;
    if (!person) return payload;
    try {
      if (isPage(reply, payload)) {
        const page = request.method === 'GET' ? await shown(request, reply, person, payload) : payload;
        return withMarks(page, await forms.markOf(person.id));
      }
      if (request.method === 'POST' && reply.statusCode < 400 && !asksToSignIn(reply))
        await sentAfterAll(request, reply);
    } catch {
      // The database is away: the page is as good without.
    }
    return payload;
  });

  /** What was typed waits for its person. */
  async function leftBehind(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<boolean> {
    const page = pageToReturnTo(request, SITE_ORIGIN);
    return await browser.leaveBehind(reply, personId, {
      page,
      action: sentTo(request),
      fields: await sentFields(request),
    });
  }

  async function shown(request: FastifyRequest, reply: FastifyReply, person: SignedInPerson, payload: string) {
    if (reply.statusCode !== 200) return payload;
    const cookie = (await browser.takeUp(request, reply, person.id)) ?? (await browser.read(request));
    if (cookie?.personId !== person.id) {
      // Whoever was here before has nothing to find any more.
      if (cookie?.keeps) await forms.forget(cookie);
      browser.remember(reply, await forms.newCookie(person.id));
      return payload;
    }
    if (!cookie.keeps && clock.now().getTime() / 1000 - cookie.issuedAt > RENEWED_AFTER)
      browser.remember(reply, await forms.newCookie(person.id));
    const kept = cookie.keeps ? await forms.find(cookie, person.id) : undefined;
    if (!kept) return payload;
    const filled = refilled(payload, request.url, kept);
    if (filled) return withNotice(filled.html, filled, kept.draft);
    return kept.page === request.url && !kept.draft ? withNotice(payload, undefined) : payload;
  }

  /** The form that was kept has been sent, by its person. */
  async function sentAfterAll(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const cookie = await browser.read(request);
    if (!cookie?.keeps || cookie.personId !== request.person!.id) return;
    if ((await forms.find(cookie, cookie.personId))?.action === sentTo(request))
      browser.remember(reply, await forms.forget(cookie));
  }
}
