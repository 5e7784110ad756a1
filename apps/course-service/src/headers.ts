import { contentPolicy } from './files/content-policy';

/** Content that saves at `unload` is common; browsers switch these handlers off unless the page allows them. */
const COMMON = {
  'permissions-policy': 'unload=(self)',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The player page holds a capability in its address and personal data in its text: nobody keeps a copy or frames it. */
export const playerHeaders = {
  ...COMMON,
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin-allow-popups',
};

/** Package files. Pages get the policy of their version in its place (files/version-policies.ts); all others need nobody. */
export const fileHeaders = {
  ...COMMON,
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': contentPolicy([], false),
  'cross-origin-resource-policy': 'same-origin',
};

export const assetHeaders = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
