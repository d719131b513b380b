import { Lexer } from 'yaml';
import { cutYaml } from '../case/cutYaml';
import type { Span } from '../text/text';
import { applyTextEdits } from './caseEdit';
import type { TextEdit } from './caseEdit';
import type { EditStep } from './editSteps';
import { readWritten } from './readWritten';
import { itemAt } from './yamlTree';
import type { YamlPath } from './yamlTree';

/** `step`, and one that puts the comments which it took away above the pair at `path`, where that begins a line. */
export function keepingComments(path: YamlPath, step: EditStep): readonly EditStep[] {
  let lost: readonly string[] = [];
  return [
    (text) => {
      const edits = step(text);
      const { start, end } = touched(text, edits);
      const after = applyTextEdits(text, edits);
      const left = commentsOf(after.slice(start, end + after.length - text.length));
      lost = commentsOf(text.slice(start, end)).filter((comment) => {
        const at = left.indexOf(comment);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      return edits;
    },
    (text) => {
      const start = itemAt(readWritten(text), path)?.item.span.start;
      if (lost.length === 0 || start === undefined) return [];
      const indent = /[ \t]*$/.exec(text.slice(0, start))![0];
      const lineStart = start - indent.length;
      if (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1]!)) return [];
      const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      return [{ span: { start: lineStart, end: lineStart }, newText: lost.map((comment) => indent + comment + newline).join('') }];
    },
  ];
}

/** The entries that edits touch: comments elsewhere stay. */
function touched(text: string, edits: readonly TextEdit[]): Span {
  const from = Math.min(text.length, ...edits.map(({ span }) => span.start));
  const to = Math.max(from, ...edits.map(({ span }) => span.end));
  const cuts = cutYaml(text.replace(/\r(?!\n)/g, '\n')) ?? [];
  const borders = cuts.flatMap(({ pieces }) => pieces.map(({ start }) => start));
  return { start: borders.findLast((border) => border <= from) ?? 0, end: borders.find((border) => border >= to) ?? text.length };
}

/** The comments of a YAML text, in its order. */
function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isScalar && lexeme.startsWith('#')) comments.push(lexeme);
    isScalar = lexeme === '\u001f';
  }
  return comments;
}
