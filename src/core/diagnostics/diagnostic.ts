import type { Problem } from '../case/entries';
import type { Span } from '../text/text';

export type Severity = 'error' | 'warning' | 'info' | 'hint' | 'off';

export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** A problem and the places that it is about. */
export interface Finding extends Problem {
  readonly related?: readonly RelatedPlace[];
}

/** One finding on one file of the case; `file` is its path in the case, with `/`. */
export interface Diagnostic {
  readonly file: string;
  readonly span: Span;
  readonly severity: Exclude<Severity, 'off'>;
  readonly code: string;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * Every code with its severity where the manifest says nothing (`severity:`). Each has a page docs/diagnostics/<code with "-" for "/">.md.
 * Sources: DESIGN §5 for `discrepancy/*`; the rest is ours.
 */
export const defaultSeverities = {
  'yaml/syntax': 'error',
  'yaml/duplicate-key': 'error',
  'yaml/unknown-key': 'warning',
  'yaml/wrong-type': 'error',
  'yaml/missing-key': 'error',
  'yaml/too-many-aliases': 'error',
  'manifest/no-match': 'warning',
  'manifest/missing-source': 'warning',
  'manifest/outside-case': 'error',
  'manifest/unknown-code': 'warning',
  'manifest/invalid-date': 'error',
  'manifest/missing-date': 'info',
  'source/unreadable': 'error',
  'registry/duplicate-id': 'error',
  'registry/invalid-id': 'error',
  'registry/redirect': 'error',
  'registry/part-of-cycle': 'error',
  'registry/short-alias': 'warning',
  'registry/duplicate-alias': 'warning',
  'registry/shared-alias': 'info',
  'reference/unknown-entity': 'error',
  'reference/unknown-property': 'warning',
  'reference/unknown-source': 'warning',
  'annotation/missing-source': 'error',
  'annotation/duplicate-file': 'warning',
  'anchor/ambiguous': 'warning',
  'anchor/lost': 'warning',
  'anchor/moved': 'hint',
  'claim/invalid-value': 'error',
  'claim/invalid-date': 'error',
  'claim/missing-separator': 'warning',
  'review/unknown-group': 'info',
  'mention/ambiguous': 'warning',
  'mention/overlap': 'warning',
  'mention/unlinked': 'hint',
  'mention/variant': 'hint',
  'article/figure': 'hint',
  'suggestion/discrepancy': 'hint',
  'discrepancy/conflict': 'warning',
  'discrepancy/plan-changed': 'info',
  'discrepancy/tension': 'info',
  'discrepancy/maybe-changed': 'info',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof defaultSeverities;
