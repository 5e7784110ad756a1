import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose page the form stood on that was sent; undefined: nobody's, or it does not say. */
    pageOf?: string | undefined;
  }
}

/** What a form says whose page it is by: a hidden field, or in the address when its fields are read along with a file. */
const NAME = 'page-of';
const POST_FORM = /<form\b(?=[^>]*\smethod="post")[^>]*>/gi;
const IN_ADDRESS = new RegExp(`[?&]${NAME}=[^&#]*`);

/** A page whose forms all say whose it is. Tags of our own pages: attributes are quoted and escaped by the template engine. */
export const withMarks = (html: string, mark: string): string =>
  html.replace(POST_FORM, (tag) =>
    /\senctype="multipart/i.test(tag)
      ? tag.replace(/(\saction=")([^"]*)"/i, (_, before: string, action: string) => {
          return `${before}${action}${action.includes('?') ? '&amp;' : '?'}${NAME}=${mark}"`;
        })
      : `${tag}<input type="hidden" name="${NAME}" value="${mark}">`,
  );

/** Takes the mark out of what was sent: whoever reads the form finds there what somebody typed, and nothing else. */
export function takeMark(request: FastifyRequest): unknown {
  const holder = (request.isMultipart() ? request.query : request.body) as Record<string, unknown> | null | undefined;
  const mark = holder?.[NAME];
  if (mark !== undefined) delete holder![NAME];
  return mark;
}

/** An address as pages name it. */
export const withoutMark = (path: string): string => path.replace(IN_ADDRESS, '');
