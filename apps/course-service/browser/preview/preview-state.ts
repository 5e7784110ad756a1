import type { LaunchState } from '../launch/launch-state';
import { readState } from '../launch/state-element';

/** What the server put into a preview's page; libs/steering makes it. */
export interface PreviewState extends LaunchState {
  preview: {
    round: { number: number } | null;
    version: number;
    canRecord: boolean;
    notice: string;
    findingsUrl: string;
  };
}

export const readPreviewState = (): PreviewState => readState() as PreviewState;
