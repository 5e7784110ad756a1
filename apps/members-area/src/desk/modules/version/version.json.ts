import type { VersionComparison } from '@induct/course';
import type { GateAnswer } from '@induct/steering';
import { z } from 'zod';
import { versionHref } from '../version-href';
import type { VersionPage } from './version.queries';

/** What publishing answers. */
export const PublishedJson = z.object({ publicationId: z.string(), href: z.string() });

const Named = z.object({ id: z.string(), title: z.string() });

const ComparisonJson = z.object({
  with: z.int(),
  same: z.boolean(),
  scos: z.object({
    added: z.array(Named),
    removed: z.array(Named),
    renamed: z.array(z.object({ id: z.string(), before: z.string(), after: z.string() })),
    moved: z.array(Named),
    reidentified: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
    kept: z.int(),
  }),
  settings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      setting: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  files: z.object({
    changed: z.array(z.string()),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    moved: z.array(z.object({ before: z.string(), after: z.string() })),
    same: z.int(),
  }),
  savedPlaces: z.enum(['understood', 'likely', 'doubtful', 'unused']),
});

/** What `versionJson` answers. */
export const VersionJson = z.object({
  id: z.string(),
  href: z.string(),
  module: z.string(),
  number: z.int(),
  state: z.enum(['draft', 'in_testing', 'approved', 'published', 'retired']),
  sha256: z.string(),
  mayPublish: z.boolean(),
  refusals: z.array(z.object({ code: z.string(), words: z.string(), href: z.string() })),
  round: z
    .object({ id: z.string(), number: z.int(), state: z.enum(['open', 'closed']), quorum: z.int(), signedOff: z.int() })
    .nullable(),
  comparison: ComparisonJson.nullable(),
});

/** A version for programs. */
export function versionJson(
  version: VersionPage,
  gate: GateAnswer,
  comparison: VersionComparison | undefined,
): z.input<typeof VersionJson> {
  const { id, number, state, sha256, course, round } = version;
  return {
    id,
    href: versionHref(version),
    module: course.slug,
    number,
    state,
    sha256,
    mayPublish: gate.open,
    refusals: gate.refusals,
    round: round && {
      id: round.id,
      number: round.number,
      state: round.state,
      quorum: round.quorum,
      signedOff: round.signedOff,
    },
    comparison: comparison
      ? {
          with: comparison.before.number,
          same: comparison.same,
          scos: comparison.scos,
          settings: comparison.settings,
          files: comparison.files,
          savedPlaces: comparison.savedPlaces.overall,
        }
      : null,
  };
}
