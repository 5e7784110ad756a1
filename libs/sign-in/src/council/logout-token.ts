import { decodeProtectedHeader, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** In seconds. A token that is older is nobody's word any more. */
export const LOGOUT_TOKEN_LIVES = 5 * 60;
/** For clocks that differ, in seconds. */
const TOLERANCE = 30;
const LONGEST = 16 * 1024;

export interface LogoutToken {
  issuer: string;
  subject: string;
  jti: string;
}

export interface Expected {
  issuer: string;
  /** Our id at the council. */
  audience: string;
  /** What the council signs with. Keys that both sides have are not among it. */
  algorithms: string[];
}

/**
 * A token by which the council says that somebody has signed out (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * @throws when it is not one, in the words of the library or in ours
 */
export async function readLogoutToken(token: string, keys: JWTVerifyGetKey, expected: Expected): Promise<LogoutToken> {
  if (token.length > LONGEST) throw new Error('too long');
  // Some councils say what kind of token it is. An ID token is not one that signs out.
  const { typ } = decodeProtectedHeader(token);
  if (typ !== undefined && !['logout+jwt', 'jwt'].includes(typ.toLowerCase())) throw new Error('another kind of token');
  const { payload } = await jwtVerify(token, keys, {
    ...expected,
    maxTokenAge: LOGOUT_TOKEN_LIVES,
    clockTolerance: TOLERANCE,
    requiredClaims: ['iat', 'jti', 'events', 'sub'],
  });
  return logoutOf(payload);
}

/** What a checked token has to say besides. @throws when it does not */
function logoutOf(payload: JWTPayload): LogoutToken {
  const { iss, sub, jti, events } = payload;
  // Whoever has an ID token must not be able to sign its owner out with it.
  if ('nonce' in payload) throw new Error('it has a nonce');
  const event = typeof events === 'object' && events !== null && (events as Record<string, unknown>)[EVENT];
  if (typeof event !== 'object' || event === null) throw new Error('it tells of no sign-out');
  if (!iss || !sub || !jti) throw new Error('it does not say of whom');
  return { issuer: iss, subject: sub, jti };
}
