import { type CouncilIdentity, type DistrictWord, SHIPPED } from '../council/council-identity';

/** What a council may call otherwise: this website, who looks after it, and an area that elects members. */
export type OwnWords = Pick<CouncilIdentity, 'area' | 'areaCy' | 'team' | 'teamCy' | 'district'>;

/** As each of the names stands in our sentences. */
export const OWN_NAMES = ['area', 'areaCy', 'team', 'teamCy'] as const;

/** An office that the law names is called so by every council. */
export const NO_OFFICE = '(?<!Head of )';

/** In small letters: with a capital it is a name that somebody has typed. Not in an address, and not the name of a field. */
const AREA = String.raw`(?<![\w/"'=#?&.-])division(?=s?(?![\w/"'=-]))`;
const AREA_CY = String.raw`(?<!\p{L})adran(?:nau)?(?= etholiadol)`;

/** Neither takes another form after `un`, and both are followed by `etholiadol` as `adran` is. */
const IN_WELSH: Record<DistrictWord, [one: string, many: string]> = {
  division: ['adran', 'adrannau'],
  ward: ['ward', 'wardiau'],
  district: ['dosbarth', 'dosbarthau'],
};

interface Saying {
  finds: RegExp;
  as: (found: string) => string;
}

const sayings = new WeakMap<OwnWords, Saying>();
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function sayingOf(own: OwnWords): Saying {
  const names = OWN_NAMES.filter((word) => own[word] !== SHIPPED[word]);
  // What is said already stays, although our word may be a part of it: "Democratic Services Team".
  const already = names.map((word) => literally(own[word]));
  const ours = names.map((word) => `${NO_OFFICE}${literally(SHIPPED[word])}`);
  const areas = own.district === SHIPPED.district ? [] : [AREA, AREA_CY];
  const [one, many] = IN_WELSH[own.district];
  const said = new Map<string, string>([
    ...names.map((word) => [SHIPPED[word], own[word]] as const),
    ['division', own.district],
    ['adran', one],
    ['adrannau', many],
    ...names.map((word) => [own[word], own[word]] as const),
  ]);
  const all = [...already, ...ours, ...areas];
  return {
    finds: all.length === 0 ? /(?!)/gu : new RegExp(all.join('|'), 'gu'),
    as: (found) => said.get(found) ?? found,
  };
}

/** A sentence of ours, in either language, as the council says it. Said twice it is the same. Not for what people typed. */
export function inOwnWords(sentence: string, own: OwnWords): string {
  let saying = sayings.get(own);
  if (!saying) sayings.set(own, (saying = sayingOf(own)));
  return sentence.replaceAll(saying.finds, saying.as);
}
