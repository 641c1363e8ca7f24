/** Wrong use of the program: one sentence for whoever typed the command, exit code 2. */
export class UseError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = "UseError";
    this.hint = hint;
  }
}

export function useError(message: string, hint?: string): UseError {
  return new UseError(message, hint);
}

export function isUseError(error: unknown): error is UseError {
  return error instanceof UseError;
}
