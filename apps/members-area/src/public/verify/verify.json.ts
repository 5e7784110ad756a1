import type { CheckResult, Said, SaidFacts } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { z } from 'zod';

/** In Welsh, of a certificate that is printed in it; what nobody has named in Welsh is left out. */
const WelshJson = z.object({
  council: z.string().optional(),
  scheme: z.string().optional(),
  edition: z.string().optional(),
  /** In the order of `modules`. */
  titles: z.array(z.string().nullable()),
});

/** A check's answer for programs. Without the secret of the QR code the holder is given by initials. */
export const CheckedJson = z.object({
  state: z.enum(['valid', 'expired', 'suspended', 'replaced', 'revoked', 'not-found', 'malformed', 'mistyped']),
  number: z.string().optional(),
  holder: z.string().optional(),
  initials: z.string().optional(),
  languages: z.enum(['en', 'cy', 'both']).optional(),
  council: z.string().optional(),
  scheme: z.string().optional(),
  edition: z.string().optional(),
  modules: z.array(z.object({ title: z.string(), completedOn: z.string(), result: z.string() })).optional(),
  learning: z.string().optional(),
  awardedOn: z.string().optional(),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  signatories: z.array(z.object({ name: z.string(), office: z.string() })).optional(),
  revokedOn: z.string().optional(),
  replacedBy: z.string().optional(),
  suspendedSince: z.string().optional(),
  /** Whether it counts today as the certificate that section 319ZZA of the Town and Country Planning Act 1990 asks for. */
  statutory: z.boolean().optional(),
  welsh: WelshJson.optional(),
});

/** @param reference of the authority, when what it is of is accredited */
export function checkedJson(result: CheckResult, reference?: string): z.infer<typeof CheckedJson> {
  if (result.outcome !== 'found') return { state: result.outcome };
  const { state, facts, fullName, languages, welsh, revokedOn, replacedBy, suspendedSince } = result.certificate;
  const { holder, valid: _valid, ...others } = facts;
  return {
    state,
    languages,
    ...others,
    ...(fullName ? { holder } : { initials: holder }),
    ...(welsh && { welsh: welshJson(welsh) }),
    revokedOn: revokedOn && britishDate(revokedOn),
    replacedBy,
    suspendedSince: suspendedSince && britishDate(suspendedSince),
    statutory: reference !== undefined && state === 'valid',
  };
}

function welshJson({ council, scheme, edition, requirements }: SaidFacts): z.infer<typeof WelshJson> {
  const welsh = ({ text, lang }: Said) => (lang === undefined ? text : undefined);
  return {
    council: welsh(council),
    scheme: welsh(scheme),
    edition: welsh(edition),
    titles: requirements.map(({ title }) => welsh(title) ?? null),
  };
}
