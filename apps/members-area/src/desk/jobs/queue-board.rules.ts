import { DomainError } from '@induct/platform';

export const QUEUE_BOARD_PATH = '/admin/queues';

export class NotForThisRole extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot use this page';
  override readonly remedy = 'The queues are for administrators.';
}

/** As on the whole site, but for styles: its script writes style attributes. */
export const queueBoardPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'self'`,
].join('; ');

/** Takes out what the page would load from elsewhere. */
export const withoutForeignFonts = (html: string): string =>
  html.replace(/<link[^>]+href="https:\/\/fonts\.(?:googleapis|gstatic)\.com[^>]*>/g, '');
