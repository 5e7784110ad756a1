import { networkOf, said, w } from '@induct/platform';
import type { OwnSignIn } from '@induct/sign-in';
import { WAY_WORDS } from './way-words';

/** A sign-in as its owner can recognise it. */
export interface SignInLine {
  id: string;
  /** `Chrome on Windows` */
  browser: string;
  isThis: boolean;
  where: string;
  /** `by a letter` */
  way: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** @param here the network address of the one who looks */
export function signInsView(own: readonly OwnSignIn[], here: string): SignInLine[] {
  return own
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
    .map(({ address, way, ...line }) => ({ ...line, way: said(WAY_WORDS[way]), where: whereFrom(address, here) }));
}

function whereFrom(address: string | null, here: string): string {
  if (!address) return said('We do not know from where');
  return networkOf(address) === networkOf(here)
    ? said('From the network you use now')
    : w`From another network (${address})`;
}
