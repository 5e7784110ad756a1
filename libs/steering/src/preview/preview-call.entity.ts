import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One call of the SCORM API in a preview: the run-time log, append only. */
@Entity({ name: 'preview_call' })
export class PreviewCallEntity {
  @PrimaryColumn('uuid')
  previewId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('text')
  sco: string;

  /** Milliseconds since the preview was opened. */
  @Column('integer')
  atMs: number;

  @Column('text')
  call: string;

  @Column('text')
  element: string;

  @Column('text')
  value: string;

  /** Characters it had, when it was cut. */
  @Column('integer', { nullable: true })
  valueLength: number | null;

  @Column('text')
  answer: string;

  @Column('integer', { nullable: true })
  answerLength: number | null;

  /** Code after the call; empty for 0. */
  @Column('text')
  error: string;
}
