import { createHash, randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { FileStore, PlatformModule } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { printsOf } from '../../../../test/support/prints';
import type { DocumentKind } from './document-kind';
import { MOST_ATTEMPTS } from './print-rows';
import type { Prints } from './prints.service';

const PDF = Buffer.from('%PDF-1.7 the paper');
const NEXT = Buffer.from('%PDF-1.7 the next paper');
const hash = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');

/** A kind of document that the house does not have: all that it takes is here. */
class Sheets implements DocumentKind<{ title: string }> {
  readonly name = 'sheet';
  readonly table = { name: 'sheet', id: 'session_id' };
  noted: string[] = [];

  gather = (id: string) => Promise.resolve({ title: `Sheet ${id}` });
  sheet = ({ title }: { title: string }) => ({ language: 'en-GB', title, head: '', body: `<p>${title}</p>` });
  expected = ({ title }: { title: string }) => ({ language: 'en-GB', title, texts: [] });
  async printed(tx: EntityManager, { title }: { title: string }): Promise<void> {
    await tx.query('select 1');
    if (this.noted.includes(title)) throw new Error('It was noted before');
    this.noted.push(title);
  }
}

describe('a kind of document that is declared', () => {
  const clock = new FixedClock(new Date('2026-11-22T14:32:00Z'));
  let database: TestDatabase;
  let module: TestingModule;
  let prints: Prints;
  let files: FileStore;

  beforeAll(async () => {
    database = await cloneDatabase();
    await database.asOwner(`
      create table sheet (
        session_id uuid primary key, wanted_at timestamptz not null, revision integer not null default 1,
        leased_by uuid, leased_until timestamptz, attempts integer not null default 0, error text,
        storing_sha256 bytea, sha256 bytea, bytes integer, made_at timestamptz, made_of integer);
      grant select, insert, update on sheet to induct_app`);
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock })],
    }).compile();
    prints = printsOf(module);
    files = module.get(FileStore, { strict: false });
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  const aWish = async () => {
    const id = randomUUID();
    await database.source.query('insert into sheet (session_id, wanted_at) values ($1, $2)', [id, clock.now()]);
    return id;
  };
  const row = async (id: string) =>
    (
      await database.source.query<{ sha256: string; attempts: number; error: string; made_of: number | null }[]>(
        `select encode(sha256, 'hex') as sha256, attempts, error, made_of from sheet where session_id = $1`,
        [id],
      )
    )[0]!;
  const taken = async (kind: Sheets, id: string) => {
    const held = await prints.take(kind, id, randomUUID());
    if (typeof held === 'string') throw new Error(held);
    return held;
  };

  it('is found by its row, printed by one, kept by its hash, and done once', async () => {
    const [kind, id] = [new Sheets(), await aWish()];
    expect(await prints.wanted(kind, 10)).toContainEqual({ id, revision: 1 });
    const held = await taken(kind, id);
    expect(await prints.take(kind, id, randomUUID())).toBe('taken');
    expect(await prints.wanted(kind, 10)).toEqual([]);
    await prints.store(kind, held, PDF);
    expect(await row(id)).toMatchObject({ sha256: hash(PDF), made_of: 1, error: null });
    expect(await files.read(hash(PDF))).toEqual(PDF);
    expect(await prints.take(kind, id, randomUUID())).toBe('done');
    expect(kind.noted).toHaveLength(1);
  });

  it('is not printed when what happens with it does not happen', async () => {
    const [kind, id] = [new Sheets(), await aWish()];
    kind.noted = [`Sheet ${id}`];
    const held = await taken(kind, id);
    await expect(prints.store(kind, held, PDF)).rejects.toThrow('It was noted before');
    expect((await row(id)).made_of).toBeNull();
    await prints.failed(kind, held, new Error('It was noted before'));
    kind.noted = [];
    await prints.store(kind, await taken(kind, id), NEXT);
    expect(await row(id)).toMatchObject({ sha256: hash(NEXT), made_of: 1, attempts: 2 });
  });

  it('is given up after some tries, says why, and counts no try of a worker that ended', async () => {
    const [kind, id] = [new Sheets(), await aWish()];
    await prints.handBack(kind, await taken(kind, id));
    expect((await row(id)).attempts).toBe(0);
    for (let tries = 0; tries < MOST_ATTEMPTS; tries++) {
      expect(await prints.wanted(kind, 10)).toContainEqual({ id, revision: 1 });
      await prints.failed(kind, await taken(kind, id), new Error('The title has no room'));
    }
    expect(await prints.wanted(kind, 10)).toEqual([]);
    expect(await row(id)).toMatchObject({ attempts: MOST_ATTEMPTS, error: 'The title has no room' });
  });
});
