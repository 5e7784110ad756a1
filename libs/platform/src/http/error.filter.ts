import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DiskInTheWay, isDiskTrouble } from './disk-in-the-way';
import { DomainError } from '../errors/domain-error';
import { NoText } from './no-text';
import { Seldom } from './seldom';
import { said } from '../words/said';
import { statusOfKind } from './status-of-kind';

/** What a person or a program is told about a request that failed. */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  remedy?: string;
}

const OURS: Record<number, Omit<Problem, 'status'>> = {
  400: {
    title: 'We could not read that',
    detail: 'Something in the request was not as expected. Go back and try again.',
  },
  401: { title: 'Sign in to continue', detail: 'You are not signed in.' },
  403: { title: 'You cannot do this', detail: 'Your account does not have permission for this page.' },
  404: {
    title: 'Page not found',
    detail: 'If you typed the address, check it is correct. If you followed a link, it may be out of date.',
  },
  408: {
    title: 'That took too long',
    detail: 'The connection was too slow, and nothing was recorded. Please try again.',
  },
  413: {
    title: 'That is too large',
    detail: 'The file or text you sent is larger than we accept. Go back, make it smaller, then send it again.',
  },
  415: { title: 'We could not read that', detail: 'The kind of file or text you sent is not one we accept here.' },
  429: { title: 'Too many tries', detail: 'Please wait a minute, then try again.' },
  503: { title: 'Induct is not available for a moment', detail: 'Nothing was lost. Please try again in a minute.' },
};
/** In seconds; people are told "half a minute". */
const RETRY_AFTER = '30';
/** `character_not_in_repertoire`, `untranslatable_character`. */
const NO_TEXT_CODES = new Set<unknown>(['22021', '22P05']);
const UNEXPECTED = {
  title: 'Sorry, something went wrong',
  detail:
    'The problem is ours, and has been recorded. Nothing you saved before was lost. Please try again in a minute.',
};

/** Turns whatever was thrown into the words shown; unexpected errors never show their own text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return {
      status: statusOfKind(error.kind),
      title: error.title,
      detail: error.message || error.title,
      remedy: error.remedy,
    };
  }
  if (isDiskTrouble(error)) return problemOf(new DiskInTheWay());
  // PostgreSQL was handed a NUL, or half of a character, that came in by a way of its own.
  if (NO_TEXT_CODES.has((error as { code?: unknown } | null)?.code)) return problemOf(new NoText());
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  return { status, ...(OURS[status] ?? (status < 500 ? OURS[400]! : UNEXPECTED)) };
}

/** In milliseconds. */
const REFUSALS_ARE_LOGGED_EVERY = 10_000;

/** The one filter: a page for people, problem+json for programs. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);
  private readonly refusals = new Seldom(REFUSALS_ARE_LOGGED_EVERY);

  /** @param page the template to show to people; without one everybody gets problem+json */
  constructor(private readonly page?: string) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.log(error);
    if (reply.sent) return;
    void reply.status(problem.status);
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER);
    if (this.page && wantsPage(http.getRequest<FastifyRequest>())) {
      await reply.view(this.page, { problem: inWords(problem) });
    } else {
      const { status, title, detail, remedy } = problem;
      void reply.type('application/problem+json').send({ type: 'about:blank', status, title, detail, remedy });
    }
  }

  /**
   * What we refuse because there is too much of it comes by the hundred, and a stack with its places costs more than the
   * refusal: a flood would keep us busy with writing it down.
   */
  private log(error: unknown): void {
    if (!(error instanceof DomainError)) return this.logger.error(error);
    const times = this.refusals.happened(error.name, Date.now());
    if (times !== undefined) this.logger.warn(`${error.name}: ${error.title}${times > 1 ? `, ${times} times` : ''}`);
  }
}

/** For whoever reads it. */
const inWords = ({ status, title, detail, remedy }: Problem): Problem => ({
  status,
  title: said(title),
  detail: said(detail),
  ...(remedy && { remedy: said(remedy) }),
});

/** Whether a person is asking, who wants a page, or a program, which wants JSON. */
export function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '*/*';
  const json = accept.indexOf('json');
  const html = accept.indexOf('text/html');
  return json === -1 || (html !== -1 && html < json);
}
