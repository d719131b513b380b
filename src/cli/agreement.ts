import path from 'node:path';
import type { Agreement, AgreementDifference, AgreementFigures, Kappa, Mark } from '../core/agreement/agreement';
import { differenceKind, differenceSubject, kappaWords, matchWords, sideWords } from '../core/agreement/agreementWords';
import { caseOf, withAnnotations } from '../core/agreement/annotationFolder';
import { compareAnnotators } from '../core/agreement/compareAnnotators';
import type { CaseModel } from '../core/caseModel';
import type { Claim } from '../core/claims/claim';
import { valueJson } from '../core/values/describe';
import type { CaseFolder } from './caseFolder';
import { readCaseFolder, readYamlFiles } from './caseFolder';
import type { FreeCommand, Terminal } from './command';
import { WrongUse } from './command';
import { filesAt } from './git';
import { formatOption, oneLine, placeWords } from './output';

/** The two that are compared, and what to call them. */
interface Annotators {
  readonly a: CaseModel;
  readonly b: CaseModel;
  readonly names: readonly [string, string];
}

/** `corroborate agreement`: how far two annotators agree, and where they do not. */
export const agreement: FreeCommand = {
  summary: 'how far two annotators agree, and where they do not',
  words: ['[FOLDER_A]', '[FOLDER_B]'],
  options: { format: formatOption, git: { takes: 'REF', repeats: true }, case: { takes: 'FOLDER' } },
  async runFree(folders, options, terminal) {
    const refs = [options['git'] ?? []].flat();
    const annotators = refs.length > 0 ? await readRefs(folders, refs, terminal) : await readFolders(folders, [options['case'] ?? '.'].flat()[0]!, terminal);
    const compared = compareAnnotators(annotators.a, annotators.b);
    if (options['format'] === 'json') terminal.out(agreementJson(compared, annotators));
    else writeText(compared, annotators, terminal);
    return 0;
  },
};

function note(terminal: Terminal): (words: string) => void {
  return (words) => terminal.err(`${oneLine(words)}\n`);
}

async function readRefs(folders: readonly string[], refs: readonly string[], terminal: Terminal): Promise<Annotators> {
  const [first, second] = refs;
  if (folders.length > 1) throw new WrongUse('--git compares within one case folder: name one, or leave --git out');
  if (first === undefined || refs.length > 2) throw new WrongUse('give --git once, to compare with the folder as it is, or twice');
  const folder = path.resolve(terminal.cwd, folders[0] ?? '.');
  const atRef = async (ref: string) => caseOf(await filesAt(folder, ref), { bare: true });
  if (second !== undefined) return { a: await atRef(first), b: await atRef(second), names: [first, second] };
  const { model, bytes } = await readCaseFolder(folder, note(terminal));
  const there = [...(await filesAt(folder, first))].map(([file, content]) => [file, sameLines(content, bytes.get(file))] as const);
  return { a: model, b: caseOf(new Map(there), { bare: true }), names: [folders[0] ?? '.', first] };
}

async function readFolders(folders: readonly string[], caseFolder: string, terminal: Terminal): Promise<Annotators> {
  const [first, second] = folders;
  if (first === undefined || second === undefined) throw new WrongUse('name two folders, or one and --git REF');
  const quiet = () => undefined;
  const read = async (folder: string) => readCaseFolder(path.resolve(terminal.cwd, folder), quiet);
  const [one, other] = [await read(first), await read(second)];
  const needsCase = !isCase(one) || !isCase(other);
  const owner = isCase(one) ? one : isCase(other) ? other : await readCaseFolder(path.resolve(terminal.cwd, caseFolder), note(terminal));
  if (needsCase && !isCase(owner)) {
    throw new WrongUse(`neither folder has articles, and neither has ${path.basename(owner.folder)}: name the folder of the case with --case`);
  }
  const modelOf = async (read: CaseFolder): Promise<CaseModel> => {
    if (isCase(read)) return read.model;
    const annotations = await readYamlFiles(read.folder, note(terminal));
    const { model, ignored } = withAnnotations(owner.model, owner.bytes, annotations, { bare: true });
    if (ignored.length > 0) note(terminal)(`Left out, since they are no annotation files of the case: ${ignored.join(', ')}`);
    return model;
  };
  return { a: await modelOf(one), b: await modelOf(other), names: [first, second] };
}

function isCase({ model }: CaseFolder): boolean {
  return model.sources().length > 0;
}

/** `content`, or the file on disk where git has but written it with other newlines. */
function sameLines(content: Uint8Array, onDisk: Uint8Array | undefined): Uint8Array {
  const unified = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return onDisk && unified(content) === unified(onDisk) ? onDisk : content;
}

function writeText({ overall, sources, differences, leftOut }: Agreement, { a, b, names }: Annotators, terminal: Terminal): void {
  const out = (words: string) => terminal.out(`${oneLine(words)}\n`);
  out(`A: ${names[0]}`);
  out(`B: ${names[1]}`);
  for (const { source, reason } of leftOut) terminal.err(`${oneLine(`Left out: ${source}: ${reason}`)}\n`);
  const figures = (name: string, of: AgreementFigures) => {
    terminal.out(`\n${oneLine(name)}\n`);
    for (const [label, words] of figureLines(of)) terminal.out(`  ${label.padEnd(34)}${words}\n`);
  };
  figures(sources.length === 1 ? 'All of 1 source' : `All of ${sources.length} sources`, overall);
  if (sources.length > 1) for (const { source, figures: own } of sources) figures(source, own);
  terminal.out(`\n${differences.length === 1 ? '1 difference' : `${differences.length} differences`}\n`);
  for (const difference of differences) {
    const place = difference.span ? placeWords(a, difference.source, difference.span) : difference.source;
    const sides = `A: ${sideWords(difference, 'a', a)}  B: ${sideWords(difference, 'b', b)}`;
    out(`${place}  ${differenceKind(difference)}  ${differenceSubject(difference, difference.what === 'claim' && !difference.a ? b : a)}  ${sides}`);
  }
}

function figureLines({ mentions, claims }: AgreementFigures): (readonly [string, string])[] {
  const relations = Object.entries(claims.relations).map(([relation, count]) => `${relation} ${count}`);
  return [
    ['names, same span', matchWords(mentions.strict.span)],
    ['names, same span and entity', matchWords(mentions.strict.entity)],
    ['names, overlapping', matchWords(mentions.overlapping.span)],
    ['names, overlapping, same entity', matchWords(mentions.overlapping.entity)],
    ['words of the articles', kappaWords(mentions.wordKappa)],
    ['entities of spans that both have', kappaWords(mentions.entityKappa)],
    ['claims, same statement', matchWords(claims.stated)],
    ['claims, same value', matchWords(claims.value)],
    ...(relations.length === 0 ? [] : [['values of claims that both have', relations.join(', ')] as const]),
  ];
}

function agreementJson({ overall, sources, differences, leftOut }: Agreement, { a, names }: Annotators): string {
  const kappaJson = ({ units, observed, expected, kappa }: Kappa) => ({ units, observed, expected, kappa });
  const figuresJson = ({ mentions: { wordKappa, entityKappa, ...matches }, claims }: AgreementFigures) => ({
    mentions: { ...matches, wordKappa: kappaJson(wordKappa), entityKappa: kappaJson(entityKappa) },
    claims,
  });
  const json = {
    version: 1,
    a: names[0],
    b: names[1],
    overall: figuresJson(overall),
    sources: sources.map(({ source, figures }) => ({ source, ...figuresJson(figures) })),
    leftOut,
    differences: differences.map((difference) => differenceJson(a, difference)),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function differenceJson(model: CaseModel, difference: AgreementDifference) {
  const { what, kind, source, span } = difference;
  const text = span ? (model.text(source)?.content.slice(span.start, span.end) ?? null) : null;
  const place = { what, kind, source, start: span?.start ?? null, end: span?.end ?? null, text };
  if (difference.what === 'mention') return { ...place, a: difference.a.map(markJson), b: difference.b.map(markJson) };
  return { ...place, relation: difference.relation, a: difference.a && claimJson(difference.a), b: difference.b && claimJson(difference.b) };
}

function markJson({ span, entity, by }: Mark) {
  return { start: span.start, end: span.end, entity: entity === '?' ? null : entity, byHand: by !== null };
}

function claimJson({ subject, property, key, value, polarity, modality, speaker, asOf, valid, entry }: Claim) {
  const written = 'text' in entry.value ? entry.value.text : entry.value.map(({ text }) => text);
  return {
    subject,
    property,
    key: Object.fromEntries(key),
    value: written,
    normalised: valueJson(value),
    polarity,
    modality,
    speaker,
    asOf,
    valid,
    quote: entry.quote?.text ?? null,
  };
}
