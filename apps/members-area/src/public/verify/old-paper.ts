import { Inject, Injectable } from '@nestjs/common';
import { readCertificateNumber } from '@induct/accreditation';
import { CONFIG, type Config } from '@induct/platform';
import { cookieOptions } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'induct-paper';
/** From the old address to the new one. */
const SECONDS = 60;

/**
 * Certificates of before bear their secret in the address that the QR code opens (`?k=…`), where logs, proxies, histories
 * and the next site may keep it. They are valid for years: whoever scans one is led to the address without it, and the secret
 * goes along in a cookie that this one page gets, once.
 */
@Injectable()
export class OldPaper {
  private readonly siteOrigin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.siteOrigin = config.SITE_ORIGIN;
  }

  /** @param number as it stands in the address */
  leaveAddress(reply: FastifyReply, number: string, secret: string): void {
    const read = readCertificateNumber(number);
    const path = `/verify/${'number' in read ? read.number : encodeURIComponent(number)}`;
    if ('number' in read) void reply.setCookie(COOKIE, secret, { ...this.options(path), maxAge: SECONDS });
    void reply.header('referrer-policy', 'no-referrer').redirect(path, 303);
  }

  takeSecret(request: FastifyRequest, reply: FastifyReply, number: string): string | undefined {
    const secret = request.cookies[COOKIE];
    if (secret !== undefined) void reply.clearCookie(COOKIE, this.options(`/verify/${number}`));
    return secret;
  }

  private options(path: string) {
    return { ...cookieOptions(this.siteOrigin), path };
  }
}
