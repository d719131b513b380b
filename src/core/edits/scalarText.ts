/**
 * `text` as a YAML scalar in place of `written`, which keeps its kind of quotes. What was plain stays plain where every reader of YAML,
 * also an older one, reads it as this text, in block and in flow style; else it is quoted.
 */
export function rewriteScalar(written: string, text: string): string {
  const quote = written[0];
  if (quote === '"' || hasControls(text)) return JSON.stringify(text);
  return quote === "'" || !isPlain(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function hasControls(text: string): boolean {
  return /[\p{Cc}\u2028\u2029\uFEFF]/u.test(text);
}

function isPlain(text: string): boolean {
  if (text !== text.trim() || /^[-?:,[\]{}#&*!|>'"%@`=<]|[,[\]{}]|:(?: |$)| #/.test(text)) return false;
  return !/^(?:|y|n|yes|no|on|off|true|false|null|~)$/i.test(text) && !looksLikeNumber(text);
}

/** Also dates and sexagesimal numbers. */
function looksLikeNumber(text: string): boolean {
  return /^[-+.]?\d[\d_.:eE+-]*$|^0[xob][\da-f_]+$|^[-+]?\.(?:inf|nan)$/i.test(text);
}
