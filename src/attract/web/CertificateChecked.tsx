import { Tri } from '#platform/web/Tri.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { CredentialCheck } from '#registry/domain/credentialContract.ts';

const marks = { valid: 'yes', revoked: 'no', forged: 'no', unknown: 'unknown' } as const;

/** What the public check of a certificate found; the holder's name stays masked. */
export function CertificateChecked({ check: { state, certificate, sealChecked } }: { check: CredentialCheck }) {
  const w = useWords();
  return (
    <div className="refusal" role="status">
      <Tri value={marks[state]} text={w(`attract.verify.state.${state}`)} />
      <div>
        <b>{w(`attract.verify.says.${state}`)}</b>
        {certificate ? (
          <>
            <div>{certificate.maskedName} · {certificate.name} · {certificate.speciality}</div>
            <div className="cap">{certificate.title} · {certificate.number} · {certificate.issuer} · {certificate.issuedOn}</div>
            {certificate.revokedOn ? <div>{w('attract.verify.revokedOn', { on: certificate.revokedOn })}</div> : null}
            <span className="source">{w(sealChecked ? 'attract.verify.sealed' : 'attract.verify.numberOnly')}</span>
          </>
        ) : null}
      </div>
    </div>
  );
}
