import { Client } from 'pg';
import { CannotStart } from '../config/cannot-start';
import type { Tables } from '../database/database.module';
import { migrate } from './migrate';
import { createRoles, handOver, ROLES } from '../database/roles';

/** PostgreSQL's `insufficient_privilege`. */
const NOT_PERMITTED = '42501';

const mayNot = ({ user }: Client, { message }: Error): CannotStart =>
  new CannotStart(
    `${user} may not make or change what Induct needs in this database (${message}). Let ADMIN_DATABASE_URL sign in as a superuser, or as whoever made Induct's roles and owns its database.`,
  );

/**
 * Makes the roles of a PostgreSQL of one's own, hands over what there is and brings the tables up to date.
 * @param adminUrl somebody who may create roles, signed in to Induct's database
 * @param appUrl DATABASE_URL as the applications will have it: the password in it becomes the role's
 */
export async function prepareDatabase(adminUrl: string, appUrl: string, tables: readonly Tables[]): Promise<void> {
  const app = new URL(appUrl);
  if (app.username !== ROLES.app) {
    throw new CannotStart(`DATABASE_URL has to sign in as ${ROLES.app}, with the password that this role shall have.`);
  }
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await createRoles(admin, { app: decodeURIComponent(app.password) });
    await handOver(admin);
  } catch (error) {
    throw (error as { code?: unknown }).code === NOT_PERMITTED ? mayNot(admin, error as Error) : error;
  } finally {
    await admin.end();
  }
  const asOwner = new URL(adminUrl);
  asOwner.searchParams.set('options', `-c role=${ROLES.owner}`);
  await migrate(asOwner.href, tables);
}
