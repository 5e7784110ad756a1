import { z } from 'zod';
import type { Config } from '../config/config';
import { type Colour, IS_COLOUR } from './colours';

/** What an area that elects members is called here. */
export const DISTRICTS = ['district', 'division', 'ward'] as const;
export type DistrictWord = (typeof DISTRICTS)[number];

const colour = z.string().regex(IS_COLOUR);
const text = z.string().min(1);

/** What a council has said of itself; what it left out is as it was shipped. */
export const SaidOfCouncil = z.object({
  /** Left out: as whoever operates Induct has set it (`COUNCIL_NAME`). */
  name: text.optional(),
  nameCy: text.optional(),
  shortName: text.optional(),
  arms: z
    .object({
      /** Id of a picture: SHA-256 of its bytes, hex. */
      picture: z.string(),
      alt: text,
      altCy: text.optional(),
    })
    .optional(),
  /** The bar at the top of each page. */
  bar: colour.optional(),
  /** Links and buttons. */
  action: colour.optional(),
  /** Left out: as whoever operates Induct has set it (`WELSH`). */
  languages: z.enum(['en', 'en-cy']).optional(),
  area: text.optional(),
  areaCy: text.optional(),
  team: text.optional(),
  teamCy: text.optional(),
  district: z.enum(DISTRICTS).optional(),
});
export type SaidOfCouncil = z.infer<typeof SaidOfCouncil>;

/** What the council is called, and how its pages look. */
export interface CouncilIdentity {
  /** How often it was changed; 0: as shipped. */
  revision: number;
  /** "Northmoor County Council" */
  name: string;
  nameCy: string | undefined;
  /** Where there is little room: "Northmoor". */
  shortName: string;
  arms: SaidOfCouncil['arms'];
  bar: Colour;
  action: Colour;
  /** Languages of its pages. */
  languages: 'en' | 'en-cy';
  /** What this website is called: "Members Area". */
  area: string;
  areaCy: string;
  /** Who looks after it: "Democratic Services". */
  team: string;
  teamCy: string;
  district: DistrictWord;
}

/** As shipped; the style sheet has these colours too. */
export const SHIPPED = {
  bar: '#0b4f5c',
  action: '#0b5a69',
  area: 'Members Area',
  areaCy: 'Ardal Aelodau',
  team: 'Democratic Services',
  teamCy: 'Gwasanaethau Democrataidd',
  district: 'division',
} as const;

/** @param said as it is kept: what cannot be read counts as not said, so that pages never fail for it */
export function identityOf(
  revision: number,
  said: unknown,
  { COUNCIL_NAME, WELSH }: Pick<Config, 'COUNCIL_NAME' | 'WELSH'>,
): CouncilIdentity {
  const read = SaidOfCouncil.safeParse(said);
  const own = read.success ? read.data : {};
  const name = own.name ?? COUNCIL_NAME;
  const languages = WELSH ? 'en-cy' : 'en';
  return { ...SHIPPED, languages, shortName: name, arms: undefined, nameCy: undefined, ...own, name, revision };
}
