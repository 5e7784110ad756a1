import { DefaultNamingStrategy } from 'typeorm';

/** `deactivatedAt` of an entity is `deactivated_at` of its table: snake case in SQL, camel case in TypeScript. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
