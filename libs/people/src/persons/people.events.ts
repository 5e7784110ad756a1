import type { AuditEvent } from '@induct/platform';
import type { Role } from './roles';

/** Roles were taken from somebody, or rest because they were deactivated: what they proposed in them falls. In the same transaction. */
export class PersonLostRoles {
  /** What fell, to be recorded: rows are locked before the audit trail, as in every other act. */
  readonly fallen: AuditEvent[] = [];

  constructor(
    readonly personId: string,
    readonly roles: readonly Role[],
    /** Who took them. */
    readonly by: string,
    readonly at: Date,
  ) {}
}

/**
 * What somebody may do, or where their letters go, has changed: every way they may be inside, or come in, ends at once. In the
 * same transaction.
 */
export class PersonShutOut {
  constructor(readonly personId: string) {}
}

/**
 * What is recorded of somebody's terms of office, or of their seats, has changed: it began, ended, was put right or taken back.
 * Announced once for each act, in its transaction, of people whose rows it has locked.
 */
export class MembershipsChanged {
  /** In the order of their ids, once each. */
  readonly personIds: readonly string[];

  constructor(personIds: Iterable<string>) {
    this.personIds = [...new Set(personIds)].toSorted();
  }
}
