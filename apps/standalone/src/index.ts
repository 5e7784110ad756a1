export { createContentOrigin } from './content-origin';
export { correctedPackage } from './demo/corrected-package';
export { MEMBERS, PERSONAS, STAFF, STEERING_GROUP } from './demo/council';
