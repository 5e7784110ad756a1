import { ViewColumn, ViewEntity } from 'typeorm';

/** Something that somebody did, as the audit trail has it. */
@ViewEntity({ name: 'audit_entry', synchronize: false })
export class AuditEntry {
  /** A bigint: their order. */
  @ViewColumn()
  id: string;

  @ViewColumn()
  at: Date;

  @ViewColumn()
  actorId: string | null;

  @ViewColumn()
  action: string;

  @ViewColumn()
  subjectType: string;

  @ViewColumn()
  subjectId: string;

  @ViewColumn()
  detail: Record<string, unknown>;
}
