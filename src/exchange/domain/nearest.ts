/** Letters to change, add or drop to turn one text into the other (Levenshtein). */
export function distanceOf(left: string, right: string): number {
  const [from, to] = [Array.from(left), Array.from(right)];
  let above = to.map((_, index) => index + 1);
  above.unshift(0);
  for (const [row, character] of from.entries()) {
    const line = [row + 1];
    for (const [column, other] of to.entries()) {
      line.push(Math.min((above[column] ?? 0) + (character === other ? 0 : 1), (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}

const longestGuess = 30;

/** The one entry clearly meant by a misspelt text: it contains the text, is contained in it, or differs by one letter in three; undefined when none or two do. */
export function nearestOf(text: string, entries: readonly string[]): string | undefined {
  if (text.length < 2 || text.length > longestGuess) return undefined;
  const inside = entries.filter((entry) => entry.length > 1 && (text.includes(entry) || entry.includes(text)));
  if (inside.length === 1) return inside[0];
  const close = entries.filter((entry) => distanceOf(text, entry) <= Math.floor(Math.max(text.length, entry.length) / 3));
  return close.length === 1 ? close[0] : undefined;
}
