import { createAnchorIndex } from '../anchors/anchorIndex';
import type { CaseModel } from '../caseModel';
import type { Agreement, AgreementDifference, SourceAgreement } from './agreement';
import { compareClaims } from './compareClaims';
import { compareMarks } from './compareMarks';
import type { SourceCounts } from './figures';
import { overallFigures } from './figures';
import { joined, marksOf, placedEntries } from './marks';

/** The agreement of two annotators of the same articles (docs/agreement.md). */
export function compareAnnotators(a: CaseModel, b: CaseModel): Agreement {
  const ids = [...new Set([...annotatedSources(a), ...annotatedSources(b)])].sort();
  const leftOut: { source: string; reason: string }[] = [];
  const sources: (SourceAgreement & SourceCounts)[] = [];
  const differences: AgreementDifference[] = [];
  for (const source of ids) {
    const reason = whyNot(a, b, source);
    if (reason !== null) {
      leftOut.push({ source, reason });
      continue;
    }
    const compared = compareSource(a, b, source);
    sources.push(compared);
    for (const difference of compared.differences) differences.push(difference);
  }
  return {
    overall: overallFigures(sources),
    sources: sources.map(({ source, figures }) => ({ source, figures })),
    differences,
    leftOut,
  };
}

function annotatedSources(model: CaseModel): readonly string[] {
  return model.annotationFiles().flatMap(({ data }) => (data.source === undefined ? [] : [data.source.text]));
}

function whyNot(a: CaseModel, b: CaseModel, source: string): string | null {
  const [textA, textB] = [a.source(source) && a.text(source), b.source(source) && b.text(source)];
  if (!textA || !textB) {
    if (!textA && !textB) return 'the article is not there, or no text';
    return `the article is in ${textA ? 'A' : 'B'} alone`;
  }
  if (textA.content !== textB.content) return 'the article differs';
  if (!a.annotationsOf(source)) return 'only B has annotations of it';
  return b.annotationsOf(source) ? null : 'only A has annotations of it';
}

function compareSource(a: CaseModel, b: CaseModel, source: string): SourceAgreement & SourceCounts & { readonly differences: readonly AgreementDifference[] } {
  const text = a.text(source)!;
  const anchors = createAnchorIndex(text);
  const [ownA, ownB] = [placedEntries(a, source, anchors), placedEntries(b, source, anchors)];
  const touched = joined([...ownA, ...ownB].map(({ span }) => span));
  const marks = compareMarks(
    source,
    text.content,
    marksOf(a, source, text.content, ownA, touched),
    marksOf(b, source, text.content, ownB, touched),
  );
  const claims = compareClaims(source, text.content, a.claimsOf(source), b.claimsOf(source), a.registry());
  return {
    source,
    figures: { mentions: marks.figures, claims: claims.figures },
    words: marks.words,
    entities: marks.entities,
    differences: [...marks.differences, ...[...claims.differences].sort(byPlace)],
  };
}

function byPlace(x: AgreementDifference, y: AgreementDifference): number {
  const [one, other] = [x.span?.start ?? Infinity, y.span?.start ?? Infinity];
  return one === other ? 0 : one - other;
}
