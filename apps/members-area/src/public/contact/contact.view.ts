import type { CouncilContact, UsefulLink } from '@induct/people';
import { lines } from '../../words/lines';

/** What the page says. @param isSignedIn the links are for members, not for the public */
export function contactView(contact: CouncilContact, isSignedIn: boolean) {
  const { email, telephone, hours, address } = contact;
  const links: readonly UsefulLink[] = isSignedIn ? contact.links : [];
  return {
    email,
    telephone,
    // `tel:` has digits and a plus only.
    dial: telephone.replaceAll(/\(0\)|[^+\d]/g, ''),
    hours,
    address: lines(address),
    isSaid: email !== '' || telephone !== '' || address !== '',
    isSignedIn,
    links,
  };
}
