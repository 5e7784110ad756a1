import { contentPolicy, framedBy } from './content-policy';

/** What a module never needs. Embedded films may ask for full screen and start by themselves; nothing here speaks of that. */
const NOBODY = `
  camera microphone geolocation payment display-capture usb serial bluetooth
  hid midi accelerometer gyroscope magnetometer xr-spatial-tracking idle-detection local-fonts
  clipboard-read screen-wake-lock publickey-credentials-get publickey-credentials-create otp-credentials identity-credentials-get window-management browsing-topics
  storage-access
`
  .trim()
  .split(/\s+/);

const COMMON = {
  // Content that saves at `unload` is common; browsers switch these handlers off unless the page allows them.
  'permissions-policy': ['unload=(self)', ...NOBODY.map((name) => `${name}=()`)].join(', '),
  'x-content-type-options': 'nosniff',
};

/** Scripts with the run-time beside them, forms, messages, windows, files: what packages were seen to use (0919), no more. */
export const FRAME_SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  // Only by a press of the member; and the player asks the browser not to (page/exits.ts).
  'allow-top-navigation-by-user-activation',
].join(' ');

export const FRAME_ALLOW = [
  'autoplay',
  'fullscreen',
  'picture-in-picture',
  ...['camera', 'microphone', 'geolocation', 'payment'].map((name) => `${name} 'none'`),
].join('; ');

/**
 * The player page holds a capability in its address and personal data in its text: nobody keeps a copy or frames it. Its
 * scripts and styles come from `/player/` only: the rest of its host is package files.
 * @param host as the browser named it
 */
export const playerHeaders = (host: string | undefined) => ({
  ...COMMON,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${playerFiles(host)}`,
    `style-src ${playerFiles(host)}`,
    `font-src ${playerFiles(host)}`,
    'img-src data: blob:',
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin-allow-popups',
});

/**
 * The page of a dispatched module is the player's, in a partner's learning system: no other page of this origin may be in
 * anybody's frame. @param ancestors as `frame-ancestors` has them
 */
export function dispatchHeaders(host: string | undefined, ancestors: string): Record<string, string> {
  const headers: Record<string, string> = playerHeaders(host);
  const policy = framedBy(headers['content-security-policy']!, ancestors);
  // A page in a frame has no windows of its own to be kept apart from.
  const { 'cross-origin-opener-policy': _none, ...others } = headers;
  return { ...others, 'content-security-policy': policy };
}

/** A policy can name hosts with a path; it knows no addresses but this machine's own. */
function playerFiles(host = ''): string {
  const isName = /^[a-z0-9.-]*[a-z][a-z0-9.-]*(:\d+)?$/i.test(host) || /^127\.0\.0\.1(:\d+)?$/.test(host);
  return isName ? `${host}/player/` : "'self'";
}

/**
 * Package files. Pages get the policy of their version in its place (files/version-policies.ts); all others need nobody.
 * Films are told the origin they stand in, never the address: the version's key is in it.
 */
export const fileHeaders = {
  ...COMMON,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': contentPolicy([], false),
  'cross-origin-resource-policy': 'same-origin',
};

export const assetHeaders = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
