import type { CaseModel } from '../core/caseModel';
import type { Diagnostic } from '../core/diagnostics/diagnostic';
import type { Span } from '../core/text/text';
import { positionAt } from '../core/text/text';

const levels: Readonly<Record<Diagnostic['severity'], string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** What relative addresses in the log are relative to. */
const caseFolder = 'CASE';

/** Diagnostics as a SARIF 2.1.0 log; columns in UTF-16 units, as SARIF counts by default. */
export function sarifText(model: CaseModel, found: readonly Diagnostic[]): string {
  const codes = [...new Set(found.map((one) => one.code))].sort();
  const location = (file: string, span: Span) => ({
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: caseFolder },
      region: region(model, file, span),
    },
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'corroborate', rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [caseFolder]: { description: { text: 'The folder of the case.' } } },
        results: found.map((one) => ({
          ruleId: one.code,
          ruleIndex: codes.indexOf(one.code),
          level: levels[one.severity],
          message: { text: one.message },
          locations: [location(one.file, one.span)],
          ...(one.related.length > 0
            ? {
                relatedLocations: one.related.map(({ file, span, message }) => ({
                  ...location(file, span),
                  message: { text: message },
                })),
              }
            : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path as a relative address (RFC 3986): no character of it can begin a scheme, a query or a fragment. */
function relativeUri(file: string): string {
  return file.replace(/\p{Surrogate}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
}

function region(model: CaseModel, file: string, span: Span) {
  const text = model.text(file);
  if (!text) return { startLine: 1, startColumn: 1 };
  const start = positionAt(text, span.start);
  const end = positionAt(text, span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}
