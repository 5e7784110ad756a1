import type { AuditEvent } from '@induct/platform';
import type { Certificate } from './certificate';

/** Something done to a certificate, for the audit trail. */
export const certificateEvent = (
  action: string,
  actorId: string,
  { id, number }: Certificate,
  detail: Record<string, unknown> = {},
): AuditEvent => ({
  actorId,
  action,
  subjectType: 'certificate',
  subjectId: id,
  detail: { number, ...detail },
});
