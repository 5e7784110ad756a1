export interface Problem {
  severity: 'error' | 'warning';
  file: string;
  line: number | undefined;
  message: string;
  /** The build refuses it. */
  stops?: boolean;
}

export class Problems {
  add(file: string, line: number | undefined, message: string): void;
  warn(file: string, line: number | undefined, message: string): void;
  readonly found: Problem[];
  throwIfAny(): void;
}
