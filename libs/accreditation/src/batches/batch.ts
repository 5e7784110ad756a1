import type { SchemeEntity } from '../scheme/scheme.entity';
import type { BatchEntity } from './batch.entity';
import type { BatchRowEntity } from './batch-row.entity';

/** A batch with what its filter and the officers are called, and how far it is. */
export type Batch = BatchEntity & {
  /** The scheme's name. */
  scheme: string;
  /** The body's name. */
  body: string | null;
  madeByName: string | null;
  begunByName: string | null;
  /** Of the dry run. */
  toIssue: number;
  hasOne: number;
  others: number;
  notMet: number;
  /** Of what came of it. */
  issued: number;
  notIssued: number;
};

/** A row of it, with what was issued. */
export type BatchRow = Pick<
  BatchRowEntity,
  'personId' | 'nth' | 'name' | 'outcome' | 'detail' | 'doneAt' | 'result' | 'why'
> & {
  /** Of the certificate. */
  number: string | null;
};

/** What came of a row that was to be issued; `waiting`: it is its turn later. */
export type BatchCame = 'issued' | 'not_issued' | 'waiting';

/** Whom a batch is about. */
export type BatchFilter = Pick<
  BatchEntity,
  'schemeId' | 'politicalGroup' | 'bodyId' | 'capacity' | 'untilDay' | 'onlyWithout'
>;

/** A scheme that certificates can be of, and who issues them. */
export type BatchScheme = Pick<SchemeEntity, 'id' | 'name' | 'issuedBy'> & {
  /** A version of it has come into effect: there can be something to issue. */
  isInEffect: boolean;
};
