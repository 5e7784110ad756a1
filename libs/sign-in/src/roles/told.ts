/** What the council says of somebody, as far as our rules ask for it. */
export interface Told {
  /** The values of each claim that a rule names: `{ roles: ['Members.Tester'] }`. */
  claims: Record<string, string[]>;
  /** Claims that a rule names and that the council has left out, because there were too many values for a token. */
  omitted: string[];
}

/** More than any rule can name: a token of a directory has at most some hundreds. */
const MOST_VALUES = 1000;
/** No rule can ask for what is longer, or is no line of text: `RoleRuleForm`. */
const ASKED_FOR = /^[^\p{Cc}\p{Cs}]{0,200}$/u;

/**
 * @param claims of a checked ID token
 * @param asked the claims that rules name
 */
export function told(claims: Readonly<Record<string, unknown>>, asked: readonly string[]): Told {
  const omitted = omittedFrom(claims);
  return {
    claims: Object.fromEntries(
      asked
        .filter((claim) => Object.hasOwn(claims, claim))
        .map((claim) => [claim, valuesOf(claims[claim]).slice(0, MOST_VALUES)]),
    ),
    omitted: asked.filter((claim) => omitted.includes(claim)),
  };
}

const valuesOf = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && ASKED_FOR.test(one));

/**
 * Entra ID leaves `groups` out of the token of whoever is in more than 200, and says where else they can be asked for: as a
 * distributed claim (OpenID Connect Core 5.6.2), or as `hasgroups`.
 */
function omittedFrom(claims: Readonly<Record<string, unknown>>): string[] {
  const elsewhere = claims['_claim_names'];
  const named = typeof elsewhere === 'object' && elsewhere !== null ? Object.keys(elsewhere) : [];
  const hasGroups = claims['hasgroups'] === true || claims['hasgroups'] === 'true';
  return hasGroups ? [...named, 'groups'] : named;
}
