import { Injectable } from '@nestjs/common';
import type { PersonCurrent, Role } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';
import { RoleByRuleEntity } from './role-by-rule.entity';
import { RoleRuleEntity } from './role-rule.entity';

/** For the page of rules. */
export type ListedRule = RoleRuleEntity & {
  proposedByName: PersonCurrent['name'];
  /** Null: nobody agreed. */
  agreedByName: PersonCurrent['name'] | null;
};

/** How many people have a role because a rule gave it. */
export type HeldByRule = Pick<RoleByRuleEntity, 'role'> & { people: number };

@Injectable()
export class RoleRuleRepository {
  constructor(private readonly source: DataSource) {}

  /** All of them: there are never more than `MOST_RULES`. */
  all(tx: EntityManager = this.source.manager): Promise<RoleRuleEntity[]> {
    return tx.find(RoleRuleEntity);
  }

  listed(): Promise<ListedRule[]> {
    return this.source.query<ListedRule[]>(
      `select r.id, r.claim, r.value, r.role, r.proposed_by as "proposedBy", r.agreed_by as "agreedBy", r.since,
              coalesce(p.name, '') as "proposedByName", a.name as "agreedByName"
         from role_rule r
         left join person_current p on p.id = r.proposed_by
         left join person_current a on a.id = r.agreed_by
        order by r.role, r.claim, r.value`,
    );
  }

  held(): Promise<HeldByRule[]> {
    return this.source.query<HeldByRule[]>(
      `select b.role, count(*)::int as people
         from role_by_rule b join role_held h on h.person_id = b.person_id and h.role = b.role
        group by b.role order by b.role`,
    );
  }

  find(tx: EntityManager, id: string): Promise<RoleRuleEntity | null> {
    return tx.findOneBy(RoleRuleEntity, { id });
  }

  /** @returns false when one like it is there */
  async add(tx: EntityManager, rule: RoleRuleEntity): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(RoleRuleEntity)
      .values(rule)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async has(
    tx: EntityManager,
    { claim, value, role }: Pick<RoleRuleEntity, 'claim' | 'value' | 'role'>,
  ): Promise<boolean> {
    return tx.existsBy(RoleRuleEntity, { claim, value, role });
  }

  count(tx: EntityManager): Promise<number> {
    return tx.count(RoleRuleEntity);
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(RoleRuleEntity, { id });
  }

  async byRule(tx: EntityManager, personId: string): Promise<Role[]> {
    return (await tx.findBy(RoleByRuleEntity, { personId })).map(({ role }) => role);
  }

  /** What somebody has by rules from now on. */
  async putByRule(tx: EntityManager, personId: string, roles: readonly Role[]): Promise<void> {
    await tx.delete(RoleByRuleEntity, { personId });
    if (roles.length > 0)
      await tx.insert(
        RoleByRuleEntity,
        roles.map((role) => ({ personId, role })),
      );
  }
}
