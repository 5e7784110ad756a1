import { createHmac } from 'node:crypto';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = new RegExp(`(${UUID})-(${UUID})$`, 'i');
const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * What Notify is shown to be asked by this service (JWT, HS256): good for half a minute, so each request has its own.
 * @param key as Notify gives it out: its name, the service's id and the secret, joined by dashes
 */
export function notifyToken(key: string, at: Date): string {
  const [, service, secret = ''] = KEY.exec(key) ?? [];
  const said = `${json({ typ: 'JWT', alg: 'HS256' })}.${json({ iss: service, iat: Math.floor(at.getTime() / 1000) })}`;
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}
