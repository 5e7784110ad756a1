import type { CookieSerializeOptions } from '@fastify/cookie';

/**
 * Browsers take `__Host-` names only over https. On http://localhost the plain name is used, without Secure: not every
 * browser makes an exception for localhost.
 */
export function cookieNames(siteOrigin: string) {
  const prefix = siteOrigin.startsWith('https:') ? '__Host-' : '';
  return {
    signIn: `${prefix}induct`,
    waiting: `${prefix}induct-waiting`,
    form: `${prefix}induct-form`,
    left: `${prefix}induct-left`,
    done: `${prefix}induct-done`,
    device: `${prefix}induct-device`,
    offer: `${prefix}induct-offer`,
    language: `${prefix}induct-language`,
  };
}

/** Ours, under either prefix. */
export const OWN_COOKIES = /^(__Host-)?induct(-[a-z]+)?$/;

/**
 * Lax, not Strict: a link in a mail must find its reader signed in. What Lax lets through besides is answered by the
 * origin check on every unsafe request.
 */
export const cookieOptions = (siteOrigin: string): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: siteOrigin.startsWith('https:'),
  // A browser that has too many cookies of one domain throws others away first.
  priority: 'high',
});
