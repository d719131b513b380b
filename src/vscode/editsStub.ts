/* eslint-disable */
import type { OfferedPlace } from '../core/anchors/anchorProblem';
import type { QuoteSelector } from '../core/case/entries';
import type { CaseModel } from '../core/caseModel';
import type { Claim } from '../core/claims/claim';
import type { Plan } from '../core/edits/caseEdit';
import type { Span } from '../core/text/text';
const no = (): any => { throw new Error('not yet'); };
export interface AliasPlaces { source: string; spans: Span[] }
export interface AliasEffect { gained: AliasPlaces[]; stolen: (AliasPlaces & { from: string })[]; ambiguous: (AliasPlaces & { rivals: string[] })[] }
export interface ClaimProposal { span: Span; subjects: { entity: string; why: string }[]; properties: { property: string; why: string }[]; values: { value: string; text: string; kind: string }[] }
export const linkMention = (_m: CaseModel, _a: { source: string; span: Span; entity: string; every?: boolean }): Plan => no();
export const rejectMention = (_m: CaseModel, _a: { source: string; span: Span; entity: string; scope: 'here' | 'article' | 'everywhere' }): Plan => no();
export const unlinkMention = (_m: CaseModel, _a: { source: string; span: Span }): Plan => no();
export const addEntity = (_m: CaseModel, _a: { type: string; name: string; id?: string; aliases?: string[]; description?: string }): Plan => no();
export const proposeId = (_m: CaseModel, _n: string): string => no();
export const guessType = (_m: CaseModel, _a: { source: string; span: Span }): string => no();
export const addAlias = (_m: CaseModel, _a: { entity: string; text: string }): Plan => no();
export const aliasEffect = (_m: CaseModel, _e: string, _t: string): Generator<void, AliasEffect> => no();
export const recordClaim = (_m: CaseModel, _a: { source: string; span: Span; subject: string; property: string; value: string | string[]; speaker?: string }): Plan => no();
export const proposeClaim = (_m: CaseModel, _a: { source: string; span: Span }): ClaimProposal | null => no();
export const acceptSuggestion = (_m: CaseModel, _c: Claim): Plan => no();
export const dismissSuggestion = (_m: CaseModel, _c: Claim): Plan => no();
export const selectionSpan = (_m: CaseModel, _s: string, _sp: Span): Span | null => no();
export const reattach = (_m: CaseModel, _a: { file: string; entry: Span; selector: QuoteSelector }): Plan => no();
export type { OfferedPlace };
