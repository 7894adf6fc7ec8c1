import type { Exporter } from '#platform/web/exporter.ts';
import { download } from '#platform/web/request.ts';

/** Any list of a staff page as Excel, as it is shown. */
export const exchangeExporter: Exporter = async (shown, language) => {
  const { exchangeContract } = await import('../domain/contract.ts'); // only when somebody exports
  await download(exchangeContract.exportShown, { body: shown }, language);
};
