/** A long bar of service done against service needed, divided in parts; the sentence beside it is what is read. */
export function LengthRuler({ done, need, parts = 12 }: { done: number; need: number; parts?: number }) {
  const width = 420;
  const filled = need > 0 ? Math.min(1, done / need) * width : 0;
  const marks = Array.from({ length: Math.max(0, parts - 1) }, (_none, index) => ((index + 1) * width) / parts);
  return (
    <div className="length">
      <svg className="ruler" width="100%" height="12" viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="off" width={width} height="12" />
        <rect className="on" width={filled} height="12" />
        {marks.map((x) => <line key={x} className="ax" x1={x} x2={x} y1="0" y2="12" />)}
      </svg>
    </div>
  );
}
