import type { Client } from 'pg';
import { ROLES } from './roles';

/** What a table needs for its rows to be nobody's to change: a trigger of such a function. */
const FOR_EVER = '%\\_is\\_for\\_ever';

/**
 * Lets the applications' role read and write rows, in the tables that are there and, by default privileges, in those that
 * later migrations add. Never to empty, change or drop a table. Once given, a migration may take back what it likes.
 * @param owner a session of the role that owns the tables
 */
export async function grantRights(owner: Client, schema: 'public' | 'bullmq'): Promise<void> {
  if (!(await rolesAreThere(owner)) || (await rightsAreGiven(owner, schema))) return;
  await owner.query(`
    grant usage on schema ${schema} to ${ROLES.app};
    grant select, insert, update, delete on all tables in schema ${schema} to ${ROLES.app};
    grant usage, select on all sequences in schema ${schema} to ${ROLES.app};
    grant execute on all routines in schema ${schema} to ${ROLES.app};
    alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${ROLES.app};
    alter default privileges in schema ${schema} grant usage, select on sequences to ${ROLES.app};
    alter default privileges in schema ${schema} grant execute on routines to ${ROLES.app};
  `);
}

/**
 * Takes back what nobody needs: changes to rows that are for ever, through windows, and to the lists of migrations. Run after every
 * migration, so that a new table needs no more than its trigger.
 */
export async function withholdRights(owner: Client): Promise<void> {
  if (!(await rolesAreThere(owner))) return;
  await owner.query(`
    do $$ declare command text; begin
      for command in
        select format('revoke update, delete on %s from ${ROLES.app}', t.tgrelid::regclass)
          from pg_trigger t join pg_proc p on p.oid = t.tgfoid
          where p.proname like '${FOR_EVER}' and has_table_privilege('${ROLES.app}', t.tgrelid, 'update, delete')
        union
        select format('revoke insert, update, delete on %s from ${ROLES.app}', c.oid::regclass)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where (n.nspname in ('public', 'bullmq') and c.relname = 'migration' or n.nspname = 'public' and c.relkind = 'v')
            and has_table_privilege('${ROLES.app}', c.oid, 'insert, update, delete')
      loop
        execute command;
      end loop;
    end $$`);
}

async function rolesAreThere(session: Client): Promise<boolean> {
  const { rowCount } = await session.query('select from pg_roles where rolname = $1', [ROLES.app]);
  return rowCount === 1;
}

async function rightsAreGiven(session: Client, schema: string): Promise<boolean> {
  const { rowCount } = await session.query(
    `select from pg_default_acl d, aclexplode(d.defaclacl) a
     where d.defaclnamespace = to_regnamespace($1) and d.defaclrole = current_user::regrole
       and a.grantee = $2::regrole and a.privilege_type = 'DELETE'`,
    [schema, ROLES.app],
  );
  return rowCount !== 0;
}
