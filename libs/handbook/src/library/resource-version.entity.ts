import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Language, ResourceKind, ResourceState, Topic } from './resource.words';

/** What a resource says, from when it was written on. For ever. */
@Entity({ name: 'resource_version' })
export class ResourceVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  resourceId: string;

  /** From 1. */
  @Column('integer')
  number: number;

  @Column('text')
  state: ResourceState;

  @Column('text')
  kind: ResourceKind;

  @Column('text')
  audience: Audience;

  @Column('text')
  topic: Topic;

  @Column('text')
  title: string;

  /** Plain text, with its lines: what it is and whom it helps. */
  @Column('text')
  about: string;

  /** What it says itself, as plain text: the steps of a how-to. */
  @Column('text', { nullable: true })
  body: string | null;

  @Column('text')
  language: Language;

  /** `https://…`: the website, or where the film is. */
  @Column('text', { nullable: true })
  url: string | null;

  /** Of a film: what is said and what is seen in it. */
  @Column('text', { nullable: true })
  transcript: string | null;

  /** Of a film: somebody wrote captions for it. */
  @Column('boolean')
  isCaptioned: boolean;

  /** The post or team that looks after it: `Monitoring officer`. */
  @Column('text')
  owner: string;

  /** The last day on which it is shown. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;

  /** Puts right what is wrong, while what the public reads is frozen; null: it waits for the poll. */
  @Column('text', { nullable: true })
  atOnceBecause: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;
}
