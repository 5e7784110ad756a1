/** What opens a database is no unit: it is refused here, so that the unit tests stay as quick as they are. */
jest.mock('pg', () => {
  const pg = jest.requireActual<typeof import('pg')>('pg');
  pg.Client.prototype.connect = () => {
    throw new Error('This project opens no database. Name the file *.db.spec.ts or *.http.spec.ts');
  };
  return pg;
});
