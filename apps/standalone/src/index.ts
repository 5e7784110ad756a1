export { createContentOrigin } from './content-origin';
