import type { Span } from '../text/text';
import type { Reference, Sentence, SuggestibleArticle } from './readArticle';
import { isTurn } from './readArticle';
import { objectAt, phraseAt, subjectBefore } from './syntax';
import type { SuggestionWords } from './words';

/** How many sentences back `the minister said` is looked for. */
const memory = 6;

/** Who speaks in each sentence, who is nearest to the words first; none where the article itself does. */
export function speakersOf(article: SuggestibleArticle, sentences: readonly Sentence[], lexicon: SuggestionWords): readonly (readonly Reference[])[] {
  const speakers: (Reference | null)[] = sentences.map((sentence, index) => attributedTo(sentence, sentences.slice(Math.max(0, index - memory), index), lexicon));
  spreadQuotations(article.text.content, sentences, speakers);
  const answers = answersOf(article, sentences, lexicon);
  return speakers.map((speaker, index) => [speaker, answers[index]].filter((one) => one !== null && one !== undefined));
}

function attributedTo({ units }: Sentence, before: readonly Sentence[], lexicon: SuggestionWords): Reference | null {
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit.kind !== 'word') continue;
    const cited = phraseAt(units, at, lexicon.accordingTo);
    const source = cited && objectAt(units, at + cited.length, lexicon);
    if (source && canSpeak(source.reference)) return source.reference;
    if (!lexicon.speech.has(unit.lower)) continue;
    const after = units[at + 1]?.reference;
    const speaker = units[at - 1]?.reference ?? subjectBefore(units, at, lexicon)?.reference ?? (after && /[,”"»]/.test(units[at - 1]?.lower ?? '') ? after : null);
    if (speaker && canSpeak(speaker)) return speaker;
    const title = units[at - 1];
    const isTitle = title?.kind === 'word' && lexicon.titles.has(title.lower) && lexicon.determiners.has(units[at - 2]?.lower ?? '');
    const person = isTitle ? lastPerson(before) : null;
    if (title && person) return { ...person, anaphor: true, start: title.start, end: title.end };
  }
  return null;
}

function canSpeak({ type }: Reference): boolean {
  return type === 'person';
}

function lastPerson(before: readonly Sentence[]): Reference | null {
  for (const { units } of [...before].reverse()) {
    const last = [...units].reverse().find(({ kind, reference }) => reference?.type === 'person' || kind === 'name');
    if (last) return last.reference;
  }
  return null;
}

/** A quotation over several sentences has one speaker, whether it is named behind or before it. */
function spreadQuotations(content: string, sentences: readonly Sentence[], speakers: (Reference | null)[]): void {
  const has = ({ span }: Sentence, mark: RegExp) => mark.test(content.slice(span.start, span.end));
  for (const [index, sentence] of sentences.entries()) {
    const speaker = speakers[index];
    if (!speaker) continue;
    const text = content.slice(sentence.span.start, sentence.span.end);
    const closes = text.search(/[”»]/u);
    const opens = text.search(/[“«]/u);
    if (closes >= 0 && (opens < 0 || closes < opens)) {
      for (let at = index - 1; at >= 0 && sentences[at]!.paragraph === sentence.paragraph; at--) {
        speakers[at] ??= speaker;
        if (has(sentences[at]!, /[“«]/u)) break;
      }
    }
    if (text.lastIndexOf('“') > text.lastIndexOf('”') || text.lastIndexOf('«') > text.lastIndexOf('»')) {
      for (let at = index + 1; at < sentences.length && sentences[at]!.paragraph === sentence.paragraph; at++) {
        speakers[at] ??= speaker;
        if (has(sentences[at]!, /[”»]/u)) break;
      }
    }
  }
}

/** In an interview with one person, what stands in the answers is theirs: turns begin with a dash, and question and answer alternate. */
function answersOf({ text: { content } }: SuggestibleArticle, sentences: readonly Sentence[], lexicon: SuggestionWords): (Reference | null)[] {
  const turnOf: number[] = [];
  const starts: Span[] = [];
  for (const { span } of sentences) {
    if (isTurn(content, span)) starts.push(span);
    turnOf.push(starts.length - 1);
  }
  const person = starts.length < 2 ? null : interviewee(sentences, turnOf, lexicon);
  return turnOf.map((turn) => (person && turn >= 0 && turn % 2 === 1 ? person : null));
}

/** Whom a question addresses by name, or the introduction names as the one that was talked with. */
function interviewee(sentences: readonly Sentence[], turnOf: readonly number[], lexicon: SuggestionWords): Reference | null {
  for (const [index, { units }] of sentences.entries()) {
    const addressed = turnOf[index]! % 2 === 0 && units[2]?.lower === ',' ? units[1]?.reference : null;
    if (addressed?.type === 'person') return addressed;
    if (turnOf[index]! >= 0) continue;
    for (let at = 0; at < units.length; at++) {
      const phrase = phraseAt(units, at, lexicon.interview);
      const met = phrase && objectAt(units, at + phrase.length, lexicon);
      if (met && canSpeak(met.reference)) return met.reference;
    }
  }
  return null;
}
