/** The columns that the pipeline writes, as they are called unless a table says otherwise. */
const USUAL = {
  /** Who waits longest is printed first. */
  wantedAt: 'wanted_at',
  attempts: 'attempts',
  error: 'error',
  sha256: 'sha256',
  bytes: 'bytes',
  madeAt: 'made_at',
};

/** Where the rows of a kind of document are. Its names are our own words, never anybody's text. */
export interface PrintTable {
  name: string;
  /** Its key, a uuid. */
  id: string;
  /** Printed once and for ever. Else it is printed anew whenever `revision` is no longer what it was `made_of`. */
  once?: true;
  /** SQL: whether one is to be printed now, `$1` is the time. Unless said: once `wanted_at` has come. */
  due?: string;
  columns?: Partial<typeof USUAL>;
}

/** What the statements about a table are made of. */
export function partsOf({ name, id, once, due, columns }: PrintTable) {
  const named = { ...USUAL, ...columns };
  return {
    ...named,
    name,
    id,
    due: due ?? `${named.wantedAt} <= $1`,
    unprinted: once ? `${named.madeAt} is null` : 'made_of is distinct from revision',
    revision: once ? '1' : 'revision',
    // Of what is printed once, the file has only one place to be named in, before it is there and after.
    storing: once ? named.sha256 : 'storing_sha256',
    kept: once ? 'null' : `encode(${named.sha256}, 'hex')`,
    settled: once ? '' : ', storing_sha256 = null, made_of = $6',
  };
}
