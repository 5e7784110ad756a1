import { createHash } from 'node:crypto';
import { writtenMomentInLondon } from '@induct/platform';
import { type CertificateFacts, type ReadFacts, readFacts, validFrom } from '../certificate/certificate-facts';
import { STATUS_PURPOSES } from './status-list';

/** A credential before it is signed, as JSON. */
export type CredentialJson = Readonly<Record<string, unknown>> & { id: string };

export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** Who issues: a site, and the identifier that is derived from its address. */
export interface Issuer {
  site: string;
  did: string;
}

/** `did:web` of a site: its host, a port written as `%3A`. */
export const didOf = (siteOrigin: string): string => `did:web:${new URL(siteOrigin).host.replace(':', '%3A')}`;

export interface CredentialOf {
  facts: CertificateFacts;
  issuer: Issuer;
  place: { list: number; listIndex: number };
  identity: { identityHash: string; salt: string };
  /** Only for the holder's own download. */
  withName: boolean;
}

/** A certificate as an Open Badges 3.0 credential in the Verifiable Credentials Data Model 2.0. */
export function credentialOf({ facts, issuer, place, identity, withName }: CredentialOf): CredentialJson {
  const read = readFacts(facts);
  const { edition, requirements } = read;
  const from = validFrom(read);
  const { site, did } = issuer;
  const page = `${site}/verify/${facts.number}`;
  const how = facts.issuedByHand
    ? 'It was issued by hand by decision of two officers.'
    : `Every requirement of ${facts.scheme}, ${edition.en} was met.`;
  const modules = requirements.map(({ title }) => title).join('; ');
  return {
    '@context': CONTEXTS,
    id: page,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${facts.scheme}, ${edition.en}`,
    issuer: { id: did, type: ['Profile'], name: facts.council, url: site },
    // Days begin and end in London, as they do in the register: in summer an hour before those of UTC.
    validFrom: writtenMomentInLondon(from, '00:00'),
    ...(from !== facts.awardedOn && { awardedDate: writtenMomentInLondon(facts.awardedOn, '00:00') }),
    ...(facts.validUntil !== null && { validUntil: writtenMomentInLondon(facts.validUntil, '23:59:59') }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', ...identity },
        ...(withName
          ? [{ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: facts.holder }]
          : []),
      ],
      achievement: {
        id: `${site}/verify#${slug(`${facts.scheme} ${edition.en}`)}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: `${facts.scheme}, ${edition.en}`,
        description: facts.issuedByHand
          ? `Awarded by ${facts.council} by decision of two officers: ${modules}.`
          : `Awarded by ${facts.council} for completing: ${modules}.`,
        criteria: {
          narrative: `${how} ${inLaw(read)} Certificate ${facts.number}: ${page}`,
        },
        image: { id: `${site}/credentials/badge.png`, type: 'Image' },
      },
    },
    credentialStatus: STATUS_PURPOSES.map((statusPurpose) => {
      const list = statusListAddress(site, statusPurpose, place.list);
      return {
        id: `${list}#${place.listIndex}`,
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: String(place.listIndex),
        statusListCredential: list,
      };
    }),
  };
}

/** As the paper and the page say it. */
const inLaw = ({ statutory }: Pick<ReadFacts, 'statutory'>): string =>
  statutory
    ? 'Its scheme was accredited on that day: it is a certificate of completion of training under section 319ZZA of the Town and Country Planning Act 1990.'
    : 'It is the council’s own certificate: it is not a certificate of completion under section 319ZZA of the Town and Country Planning Act 1990.';

const statusListAddress = (site: string, purpose: string, list: number): string =>
  `${site}/credentials/status/${purpose}/${list}`;

/** The list as a credential of its own. */
export function statusListOf(
  { site, did }: Issuer,
  { purpose, list, encoded, at }: { purpose: string; list: number; encoded: string; at: Date },
): CredentialJson {
  const id = statusListAddress(site, purpose, list);
  return {
    '@context': [CONTEXTS[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: `${at.toISOString().slice(0, 19)}Z`,
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: encoded },
  };
}

/** As Open Badges 3.0 hashes an address: lower case, the salt behind it. */
export const identityHash = (email: string, salt: string): string =>
  `sha256$${createHash('sha256').update(`${email.trim().toLowerCase()}${salt}`).digest('hex')}`;

/** The number of the certificate that a credential of this site is of; undefined for any other. */
export function numberOf(credential: { id?: unknown }, site: string): string | undefined {
  const start = `${site}/verify/`;
  return typeof credential.id === 'string' && credential.id.startsWith(start)
    ? credential.id.slice(start.length)
    : undefined;
}

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
