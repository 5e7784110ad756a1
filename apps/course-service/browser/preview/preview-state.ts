import type { PreviewState as Told } from '@induct/steering';
import type { LaunchState } from '../launch/launch-state';
import { readState } from '../launch/state-element';

/** What the server put into a preview's page; libs/steering makes it. */
export interface PreviewState extends LaunchState {
  preview: Pick<Told['preview'], 'round' | 'version' | 'canRecord' | 'notice' | 'findingsUrl'>;
}

export const readPreviewState = (): PreviewState => readState() as PreviewState;
