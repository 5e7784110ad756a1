import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HostUse } from '../outside/outside-host';

/** A host that the pages of a version may load from; no other. Who agreed before is in the audit trail. */
@Entity({ name: 'version_host' })
export class VersionHostEntity {
  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('text')
  host: string;

  @Column('text', { array: true })
  uses: HostUse[];

  /** Why, in the officer’s words. */
  @Column('text')
  reason: string;

  /** Null: found when versions from before this rule were looked through. */
  @Column('uuid', { nullable: true })
  agreedBy: string | null;

  @Column('timestamptz')
  agreedAt: Date;
}
