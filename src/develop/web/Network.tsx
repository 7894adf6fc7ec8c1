import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { EntrantView, PairRow } from '../domain/pairingContract.ts';

const cell = 62;
const across = 6;
const reach = 22;

type Star = { master: EntrantView; pupils: EntrantView[] };

/** Masters with those they teach, a block a field; for readers one sentence, the table stands beneath. */
export function Network({ rows, fields }: { rows: readonly PairRow[]; fields: readonly string[] }) {
  const w = useWords();
  const stars = [...Map.groupBy(rows, ({ master }) => master.entryId).values()].map((pairs): Star => ({ master: pairs[0]!.master, pupils: pairs.map(({ pupil }) => pupil) }));
  const blocks = fields.map((field) => ({ field, stars: stars.filter(({ master }) => master.fields[0] === field) })).filter((block) => block.stars.length > 0);
  return (
    <Section title={w('pairing.network')} note={w('pairing.network.legend')}>
      <div className="network" role="img" aria-label={w('pairing.network.read', { masters: stars.length, pupils: rows.length })}>
        {blocks.map(({ field, stars: shown }) => <figure key={field}><figcaption>{field} {shown.length}</figcaption><Block stars={shown} /></figure>)}
      </div>
    </Section>
  );
}

function Block({ stars }: { stars: readonly Star[] }) {
  const width = Math.min(across, stars.length) * cell;
  const height = Math.ceil(stars.length / across) * cell;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {stars.map((star, at) => <StarOf key={star.master.entryId} star={star} x={((at % across) + 0.5) * cell} y={(Math.floor(at / across) + 0.5) * cell} />)}
    </svg>
  );
}

function StarOf({ star: { master, pupils }, x, y }: { star: Star; x: number; y: number }) {
  const spots = Array.from({ length: Math.max(master.places, pupils.length) }, (_, at, turn = (at / Math.max(master.places, pupils.length)) * 2 * Math.PI - Math.PI / 2) => ({ x: x + reach * Math.cos(turn), y: y + reach * Math.sin(turn) }));
  return (
    <g>
      {spots.map((spot, at) => (pupils[at] ? <line key={at} x1={x} y1={y} x2={spot.x} y2={spot.y} /> : null))}
      <circle className="master" cx={x} cy={y} r={8}><title>{`${master.called} ${master.name}`}</title></circle>
      {spots.map((spot, at) => <circle key={at} className={pupils[at] ? 'pupil' : 'free'} cx={spot.x} cy={spot.y} r={4.5}><title>{pupils[at] ? `${pupils[at].called} ${pupils[at].name}` : ''}</title></circle>)}
    </g>
  );
}
