import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const coursePersonData: readonly PersonData[] = [
  {
    table: 'course_version',
    persons: ['uploaded_by', 'published_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what members were shown.',
  },
  {
    table: 'version_host',
    persons: ['agreed_by'],
    holds: ['reason'],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what a package may load.',
  },
  {
    table: 'package_upload',
    persons: ['uploaded_by'],
    holds: ['file_name'],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what was brought in.',
  },
  {
    table: 'publication',
    persons: ['published_by'],
    holds: ['change_note'],
    onErasure: 'kept',
    exported: true,
    because: 'Never changed: what was decided, by whom.',
  },
  {
    table: 'dispatch',
    persons: ['made_by', 'revoked_by'],
    holds: ['partner'],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what was given to other councils.',
  },
  {
    table: 'taster',
    persons: ['begun_by', 'ended_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what the public was shown before an election.',
  },
  {
    table: 'dispatch_zip',
    persons: ['taken_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what was given to other councils.',
  },
];
