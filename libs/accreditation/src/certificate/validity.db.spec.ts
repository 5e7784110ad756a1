import fc from 'fast-check';
import { daysLater } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { validityOf } from './validity';

const aDay = fc.integer({ min: -3, max: 3 }).map((days) => daysLater('2026-11-28', days));
const aCertificate = fc.record({
  state: fc.constantFrom('issued' as const, 'suspended' as const, 'replaced' as const, 'revoked' as const),
  validUntil: fc.option(aDay),
  today: aDay,
});

describe('whether a certificate is valid on a day', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database?.drop());

  it('is the same for a page that asks the database as for one that asks the rule', async () => {
    const certificates = fc.sample(aCertificate, 300);
    const rows = await database.source.query<{ validity: string }[]>(
      `select certificate_validity(state, valid_until, day) as validity
         from unnest($1::text[], $2::date[], $3::date[]) with ordinality as c (state, valid_until, day, nth) order by nth`,
      [
        certificates.map(({ state }) => state),
        certificates.map(({ validUntil }) => validUntil),
        certificates.map(({ today }) => today),
      ],
    );
    expect(rows.map(({ validity }) => validity)).toEqual(
      certificates.map((certificate) => validityOf(certificate, certificate.today)),
    );
  });
});
