export { createContentOrigin } from './content-origin';
export { correctedPackage } from './demo/corrected-package';
export { MEMBERS, STEERING_GROUP } from './demo/council';
