import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { farewells, isLitter, onlyKept } from './farewells';

/**
 * What a server takes of headers. A browser keeps 180 cookies of 4 KiB for a domain: whatever a package sets for a domain it
 * shares with us, the request still arrives, and can be answered with farewells.
 */
export const MOST_HEADER_BYTES = 1024 * 1024;

/** This origin has no cookies: what comes is a package's. Nothing here sees it, and the browser is told to forget it. */
export function takeNoCookies(app: NestFastifyApplication): void {
  beforeEverything(app, (request, response, header) => {
    sayFarewell(request, response, header);
    delete request.headers.cookie;
  });
}

/** @param keep our own names: no others are seen when so many come that somebody means harm */
export function takeOwnCookies(app: NestFastifyApplication, keep: RegExp): void {
  beforeEverything(app, (request, response, header) => {
    if (!isLitter(header)) return;
    sayFarewell(request, response, header, keep);
    request.headers.cookie = onlyKept(header, keep);
  });
}

type Step = (request: IncomingMessage, response: ServerResponse, header: string) => void;

function beforeEverything(app: NestFastifyApplication, step: Step): void {
  app.getHttpServer().prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { cookie } = request.headers;
    if (cookie !== undefined) step(request, response, cookie);
  });
}

function sayFarewell(
  { headers, url = '/' }: IncomingMessage,
  response: ServerResponse,
  header: string,
  keep?: RegExp,
): void {
  const path = url.split(/[?#]/, 1)[0]!;
  const lines = farewells(header, { host: headers.host ?? '', path, ...(keep && { keep }) });
  if (lines.length > 0) response.setHeader('set-cookie', lines);
}
