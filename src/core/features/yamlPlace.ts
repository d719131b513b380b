import type { FileKind } from '../case/members';
import type { CaseModel } from '../caseModel';
import type { Property } from '../registry/registry';
import type { WrittenKeys, YamlContext } from './yamlContext';
import { yamlContextAt } from './yamlContext';

/** What a scalar of a case file is for; null for free text and for words that its schema lists. */
export type YamlMeaning =
  | 'entity'
  | 'property'
  | 'source'
  /** A date or period in EDTF that is no value. */
  | 'time'
  /** The value of a claim, of a fact, or of a separator; `property` says how it is read. */
  | 'value'
  | 'separator'
  | 'group'
  /** Words of the article that make a claim. */
  | 'quote'
  /** A name as it stands in the article. */
  | 'name'
  | 'type'
  | 'unit'
  | 'language'
  /** Any word that stands at the same place of other entries. */
  | 'same-key'
  | null;

export type YamlKind = Exclude<FileKind, 'article'>;

/** A place in a YAML file of the case, and what it is about. */
export interface YamlPlace {
  readonly kind: YamlKind;
  readonly context: YamlContext;
  readonly meaning: YamlMeaning;
  /** Of an annotation file: its source. */
  readonly source: string | null;
  /** Of a claim or fact. */
  readonly subject: string | null;
  /** Of a claim or fact; of a separator's value, the separator when that is declared. Null when unknown. */
  readonly property: Property | null;
  /** The keys of the claim or fact around. */
  readonly claim: WrittenKeys | null;
}

/** Meanings by place: keys and dashes, `*` for a key that the person chose. Facts and dismissed claims stand under `claims/-`. */
const meanings: Readonly<Record<YamlKind, Readonly<Record<string, YamlMeaning>>>> = {
  manifest: {
    sources: 'source',
    'sources/*/published': 'time',
    'sources/*/retrieved': 'time',
    'sources/*/language': 'language',
    'sources/*/origin': 'same-key',
    'sources/*/publisher': 'same-key',
    'sources/*/author': 'same-key',
    'sources/*/encoding': 'same-key',
  },
  registry: {
    'entities/*/type': 'type',
    'entities/*/redirect': 'entity',
    'entities/*/partOf/-': 'entity',
    'entities/*/aliases/-/in/-': 'source',
    'entities/*/aliases/-/except/-': 'source',
    'entities/*/aliases/-/valid': 'time',
    properties: 'property',
    'properties/*/unit': 'unit',
    'properties/*/separators/-': 'property',
    'properties/*/kin/-': 'property',
  },
  annotations: {
    source: 'source',
    'mentions/-/quote': 'name',
    'mentions/-/entity': 'entity',
    'mentions/-/not': 'entity',
    'claims/-/subject': 'entity',
    'claims/-/quote': 'quote',
  },
  reviews: {
    reviews: 'group',
    'reviews/*/wrong/-': 'source',
  },
};

const ofClaims: Readonly<Record<string, YamlMeaning>> = {
  'claims/-/property': 'property',
  'claims/-/value': 'value',
  'claims/-/value/-': 'value',
  'claims/-/asOf': 'time',
  'claims/-/valid': 'time',
  'claims/-/speaker': 'entity',
  'claims/-/key': 'separator',
  'claims/-/key/*': 'value',
};

/** What stands at `offset` of `content`, the text of a YAML file of the case as it is being typed; see `yamlContextAt`. */
export function yamlPlaceAt(model: CaseModel, path: string, content: string, offset: number): YamlPlace | null {
  const kind = model.kindOf(path);
  if (kind === null || kind === 'article') return null;
  const context = yamlContextAt(content, offset);
  if (!context) return null;
  const pattern = patternOf(kind, context.path);
  const claim = pattern.startsWith('claims/-') ? claimKeys(context, pattern) : null;
  const property = pattern === 'claims/-/key/*' ? context.path.at(-1) : claim?.get('property');
  const isKey = keyed.has(pattern);
  const fits = context.role === 'key' ? isKey : context.role === 'block' || !isKey;
  return {
    kind,
    context,
    meaning: fits ? meaningAt(kind, context.path) : null,
    source: kind === 'annotations' ? sourceOf(model, path, content) : null,
    subject: (claim && (kind === 'registry' ? context.path[1] : claim.get('subject'))) ?? null,
    property: model.registry().properties.get(property ?? '') ?? null,
    claim,
  };
}

/** What the scalar, or the keys of the map, at `path` are for. */
export function meaningAt(kind: YamlKind, path: readonly string[]): YamlMeaning {
  const pattern = patternOf(kind, path);
  return meanings[kind][pattern] ?? (pattern.startsWith('claims/-') ? (ofClaims[pattern] ?? null) : null);
}

/** Where the keys are what a person chose, and have a meaning. */
const keyed: ReadonlySet<string> = new Set(['sources', 'properties', 'reviews', 'claims/-/key']);

function patternOf(kind: YamlKind, path: readonly string[]): string {
  const chosen = kind === 'annotations' ? [] : ['sources', 'entities', 'properties', 'reviews'];
  const parts = path.map((part, index) => (index === 1 && chosen.includes(path[0]!) ? '*' : part));
  const pattern = parts.join('/').replace(/^(?:dismissed|entities\/\*\/facts)\/-/, 'claims/-');
  return pattern.replace(/^claims\/-\/key\/.*$/, 'claims/-/key/*');
}

/** The map of the claim: the innermost one, but for the map of its separators. */
function claimKeys({ maps, role, path }: YamlContext, pattern: string): WrittenKeys | null {
  const inSeparators = pattern === 'claims/-/key/*' || (pattern === 'claims/-/key' && role === 'key' && path.at(-1) === 'key');
  return maps.at(inSeparators ? -2 : -1) ?? null;
}

function sourceOf(model: CaseModel, path: string, content: string): string | null {
  const read = model.annotationFile(path)?.data.source?.text;
  return read ?? /^source:[ \t]*["']?([^"'\r\n#]+?)["']?[ \t]*$/m.exec(content)?.[1] ?? null;
}
