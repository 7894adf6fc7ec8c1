function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Up to three known names most like a mistyped one, for “did you mean”; '' when none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return [...new Set(known)]
    .map((each) => ({ each, far: distance(name, each) }))
    .filter(({ each, far }) => far <= Math.max(1, Math.floor(Math.max(name.length, each.length) / 2)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ each }) => each)
    .join('、');
}
