import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { wantsPage } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProofNeeded } from './proof-needed';
import type { Missing } from '../sign-ins/proof.rules';
import { safePath } from '../access/safe-path';
import { SignInNeeded } from '../access/sign-in-needed';

/** Sends a reader to sign in and back to where they were; a program gets 401. */
@Catch(SignInNeeded)
export class SignInNeededFilter implements ExceptionFilter<SignInNeeded> {
  constructor(private readonly siteOrigin: string) {}

  catch(error: SignInNeeded, host: ArgumentsHost): void | Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (wantsPage(request)) {
      void reply
        .status(303)
        .header('location', signInAddress(error, pageToReturnTo(request, this.siteOrigin)))
        .send();
    } else {
      const problem = {
        type: 'about:blank',
        status: 401,
        title: 'Sign in to continue',
        detail: error instanceof ProofNeeded ? DETAILS[error.missing] : 'You are not signed in.',
      };
      void reply.status(401).type('application/problem+json').send(problem);
    }
  }
}

const DETAILS: Readonly<Record<Missing, string>> = {
  strong: 'Sign in anew, by a letter or a passkey.',
  fresh: 'Sign in anew, by a letter or a passkey.',
  key: 'Sign in anew, with a passkey or your council account.',
  'fresh key': 'Sign in anew, with a passkey.',
};

/** Where a reader signs in, or shows once more who they are. The page says what is asked for. @param next where they go on */
export function signInAddress(error: SignInNeeded, next: string): string {
  const to = `next=${encodeURIComponent(next)}`;
  if (!(error instanceof ProofNeeded)) return `/sign-in?${to}`;
  const { missing } = error;
  return `/sign-in/again?${to}${missing === 'strong' ? '' : `&asks=${encodeURIComponent(missing)}`}`;
}

/** Where a reader goes on after signing in: a form's page, not where it was sent to. */
export function pageToReturnTo(request: FastifyRequest, siteOrigin: string): string {
  if (request.method === 'GET') return safePath(request.url);
  const { referer } = request.headers;
  return referer?.startsWith(`${siteOrigin}/`) ? safePath(referer.slice(siteOrigin.length)) : '/';
}
