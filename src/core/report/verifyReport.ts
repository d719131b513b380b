import { createAnchorIndex } from '../anchors/anchorIndex';
import type { AnchorIndex } from '../anchors/anchorIndex';
import type { AnchorChoice } from '../anchors/anchor';
import { resolveAnchor, scoreFloor, scoreMargin } from '../anchors/resolveAnchor';
import type { CaseModel } from '../caseModel';
import { registrySource } from '../claims/claim';
import type { Span } from '../text/text';
import type { Report, ReportClaim } from './reportSchema';
import { reportSchema } from './reportSchema';

/**
 * How a quote of a report stands in the case now. `exact`: the same words at the same place; `moved`: the same words elsewhere, and nowhere
 * else; `changed`: likely there, in other words; `lost`: not found, or in several places; `file-gone`: its article is not there, or cannot
 * be read; `unplaced`: it had no place when the report was made.
 */
export type QuoteState = 'exact' | 'moved' | 'changed' | 'lost' | 'file-gone' | 'unplaced';

export interface VerifiedQuote {
  /** The group's key. */
  readonly group: string;
  readonly source: string;
  readonly quote: string;
  /** Where the report has it; null when it had no place. */
  readonly reported: Span | null;
  readonly state: QuoteState;
  /** Where it is now; null when it is nowhere. */
  readonly span: Span | null;
  /** The words there, where they changed. */
  readonly words: string | null;
}

/** A file that claims of the report rest on. `same` is null where the report or the case has no hash of it. */
export interface VerifiedFile {
  readonly file: string;
  readonly state: 'same' | 'changed' | 'gone' | 'unknown';
}

export interface Verification {
  readonly quotes: readonly VerifiedQuote[];
  readonly files: readonly VerifiedFile[];
}

/** A report read from JSON, or what is wrong with it in one line. */
export function readReport(json: string): { readonly report: Report } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (typeof version === 'number' && version !== 1) return { problem: `is a report of version ${version}; this program reads version 1` };
  const result = reportSchema.safeParse(data);
  if (result.success) return { report: result.data };
  const where = result.error.issues[0]?.path.map(String).join('.') ?? '';
  return { problem: `is no report that corroborate wrote${where === '' ? '' : `: wrong value at "${where}"`} (write one with corroborate report --format json)` };
}

/** Whether the quotes of a report still hold in the case. `digests`: SHA-256 of the files as they are now, by path. */
export function verifyReport(model: CaseModel, report: Report, digests: ReadonlyMap<string, string>): Verification {
  const indexes = new Map<string, AnchorIndex | null>();
  const indexOf = (file: string) => {
    let index = indexes.get(file);
    if (index === undefined) {
      const text = model.text(file);
      indexes.set(file, (index = text ? createAnchorIndex(text) : null));
    }
    return index;
  };
  const quotes: VerifiedQuote[] = [];
  const files = new Map<string, string | null>();
  for (const group of report.groups) {
    for (const claim of group.claims) {
      if (!files.has(claim.file)) files.set(claim.file, claim.sha256);
      if (claim.source !== registrySource && claim.quote !== null) quotes.push(verifyQuote(group.key, claim, claim.quote, indexOf));
    }
  }
  const present = new Set(model.paths());
  return {
    quotes,
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, hash]) => ({ file, state: fileState(present.has(file), hash, digests.get(file)) })),
  };
}

function fileState(isPresent: boolean, before: string | null, now: string | undefined): VerifiedFile['state'] {
  if (!isPresent) return 'gone';
  if (before === null || now === undefined) return 'unknown';
  return before === now ? 'same' : 'changed';
}

function verifyQuote(group: string, claim: ReportClaim, quote: string, indexOf: (file: string) => AnchorIndex | null): VerifiedQuote {
  const reported = claim.start === null || claim.end === null ? null : { start: claim.start, end: claim.end };
  const found = (state: QuoteState, span: Span | null = null, words: string | null = null): VerifiedQuote => ({
    group,
    source: claim.source,
    quote,
    reported,
    state,
    span,
    words,
  });
  if (!reported) return found('unplaced');
  const index = indexOf(claim.file);
  if (!index) return found('file-gone');
  const { content } = index.text;
  if (content.slice(reported.start, reported.end) === quote) return found('exact', reported);
  const inContext = resolveAnchor(index, {
    quote,
    ...(claim.prefix ? { prefix: claim.prefix } : {}),
    ...(claim.suffix ? { suffix: claim.suffix } : {}),
  });
  const placed = (span: Span) => {
    const words = content.slice(span.start, span.end);
    return words === quote ? found('moved', span) : found('changed', span, words);
  };
  // All around it may have been rewritten.
  const anchor = inContext.state === 'lost' ? resolveAnchor(index, { quote }) : inContext;
  if (anchor.state === 'exact' || anchor.state === 'fuzzy') return placed(anchor.span);
  const rewritten = anchor.state === 'lost' ? likelyPlace(anchor.choices) : null;
  return rewritten ? placed(rewritten) : found('lost');
}

/** Where a lost quote was likely rewritten, other numbers included, which no anchor may look through (DESIGN §2). */
function likelyPlace([best, second]: readonly AnchorChoice[]): Span | null {
  if (!best || best.score < scoreFloor) return null;
  return second && second.score > best.score - scoreMargin ? null : best.span;
}
