import { AttachedFiles } from './attached-files';

export const attachedProviders = [AttachedFiles];
