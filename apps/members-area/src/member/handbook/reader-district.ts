import { Injectable } from '@nestjs/common';
import { HandbookDistricts } from '@induct/handbook';
import { said, w } from '@induct/platform';
import { address } from '../../lists/paging';

export const HANDBOOK = '/handbook';
/** Of an address: read as somebody who belongs to no district. */
const NONE = 'none';

/** For which district somebody reads the handbook. */
export interface HandbookReader {
  /** Null: what everybody is told. */
  district: string | null;
  /** Their own. */
  own: string | null;
  all: readonly string[];
}

/** The reader's own district, unless they look at another one. */
@Injectable()
export class ReaderDistrict {
  constructor(private readonly districts: HandbookDistricts) {}

  /** @param asked of the address; one that is not there means the own one: addresses get edited */
  async of(personId: string, asked: unknown): Promise<HandbookReader> {
    const [all, own] = await Promise.all([this.districts.all(), this.districts.of(personId)]);
    const chosen = all.find((one) => one === asked) ?? (asked === NONE ? null : (own ?? null));
    return { district: chosen, own: own ?? null, all };
  }
}

/** An address of the handbook for the same reader: their own district is left out. */
export function readerHref({ district, own }: HandbookReader, path: string, more: Record<string, string> = {}): string {
  return address(path, { ...(district === own ? {} : { district: district ?? NONE }), ...more });
}

/** The districts to choose from, the own one first. */
export const districtItems = ({ district, own, all }: HandbookReader) => [
  ...(own === null ? [] : [{ value: own, text: w`${own} (yours)`, selected: district === own }]),
  ...all.filter((one) => one !== own).map((one) => ({ value: one, text: one, selected: district === one })),
  { value: NONE, text: said('None: only what everybody is told'), selected: district === null },
];
