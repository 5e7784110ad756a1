import type { Client } from 'pg';

/**
 * Who is who in the database. None of them is a superuser, and none may become another.
 * - `owner`: owns every table; only migrations run as it.
 * - `app`: the applications, the queue included. It reads and writes rows and changes no table.
 * - `confidential`: for a schema that the applications' own role may not read. It has no rights yet.
 */
export const ROLES = { owner: 'induct_owner', app: 'induct_app', confidential: 'induct_confidential' } as const;

/** The schemas that are ours: our tables and the queue's. */
const SCHEMAS = `('public', 'bullmq')`;

/**
 * Makes the roles that are missing. A role signs in only with the password given for it.
 * @param admin a session of somebody who may create roles; the only thing a superuser is needed for
 */
export async function createRoles(admin: Client, passwords: { owner?: string; app?: string }): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    Object.values(ROLES),
  ]);
  const there = new Set(rows.map(({ rolname }) => rolname));
  for (const [kind, role] of Object.entries(ROLES)) {
    const password = kind === 'confidential' ? undefined : passwords[kind as 'owner' | 'app'];
    if (!there.has(role)) await admin.query(`create role ${role} nosuperuser nocreatedb nocreaterole`);
    if (password) await admin.query(`alter role ${role} login password ${admin.escapeLiteral(password)}`);
  }
  // Whoever may create roles without being a superuser has to be a member to hand something over.
  await admin.query(`
    do $$ begin
      if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant ${ROLES.owner} to %I', current_user);
      end if;
    end $$`);
}

/** Hands the session's database and whatever older installations left with another owner to the owner's role. */
export async function handOver(admin: Client): Promise<void> {
  await admin.query(`
    do $$
      declare owner_is oid := (select oid from pg_roles where rolname = '${ROLES.owner}'); command text;
      begin
        if (select datdba from pg_database where datname = current_database()) <> owner_is then
          execute format('alter database %I owner to ${ROLES.owner}', current_database());
        end if;
        for command in
          select format('alter schema %I owner to ${ROLES.owner}', nspname) from pg_namespace
            where nspname = 'bullmq' and nspowner <> owner_is
          union all
          select format('alter table %s owner to ${ROLES.owner}', c.oid::regclass) from pg_class c
            where relnamespace in (select oid from pg_namespace where nspname in ${SCHEMAS})
              and relkind in ('r', 'p', 'v', 'm', 'S') and relowner <> owner_is
              and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid
                and (deptype = 'e' or (relkind = 'S' and deptype in ('a', 'i'))))
          union all
          select format('alter routine %s owner to ${ROLES.owner}', p.oid::regprocedure) from pg_proc p
            where pronamespace in (select oid from pg_namespace where nspname in ${SCHEMAS}) and proowner <> owner_is
              and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
          union all
          select format('alter type %s owner to ${ROLES.owner}', t.oid::regtype) from pg_type t
            where typnamespace in (select oid from pg_namespace where nspname in ${SCHEMAS}) and typowner <> owner_is
              and typtype in ('c', 'd', 'e')
              and (typrelid = 0 or (select relkind from pg_class where oid = typrelid) = 'c')
              and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = t.oid and deptype = 'e')
        loop
          execute command;
        end loop;
      end $$`);
}
