import type { Diagnostic, Related, Severity } from "../model/diagnostic.ts";
import type { Span } from "../model/position.ts";
import type { SourcePath } from "../model/brand.ts";
import { codes, type DiagnosticCode } from "./codes.ts";

interface Details {
  readonly span?: Span | undefined;
  readonly hint?: string | undefined;
  readonly related?: readonly Related[];
  readonly cause?: string;
  /** Only where the same code is more or less grave by case. */
  readonly severity?: Severity;
}

/** Makes a diagnostic with the severity of its code; absent details leave no keys. */
export function diagnostic(
  code: DiagnosticCode,
  file: SourcePath,
  message: string,
  { span, hint, related, cause, severity = codes[code].severity }: Details = {},
): Diagnostic {
  return {
    code,
    severity,
    file,
    message,
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
    ...(related && { related }),
    ...(cause !== undefined && { cause }),
  };
}
