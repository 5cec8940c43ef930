/** A digital trade in tension, with the State's yearly need. Versioned data: these figures are those known at `asOf`. */
export interface Trade {
  readonly label: string;
  readonly hiresPerYear: number;
  readonly approximate: boolean;
  readonly source: string;
  readonly asOf: string;
}

const source = 'Dossier de presse DINUM, Campus du numérique public';
const asOf = '2024-01-09';

/** Trades in tension of the filière numérique; together about 1 600 of the 2 500 hires of a year. */
export const trades = {
  operations: { label: 'SysOps et DevOps', hiresPerYear: 500, approximate: true, source, asOf },
  data: { label: 'Métiers de la donnée', hiresPerYear: 500, approximate: false, source, asOf },
  product: { label: 'Chef de projet ou de produit numérique', hiresPerYear: 500, approximate: false, source, asOf },
  cyber: { label: 'Cybersécurité', hiresPerYear: 100, approximate: true, source, asOf },
  /** Not in tension: the journey of six months prepares for it. */
  strategy: { label: 'Conseiller en stratégie numérique', hiresPerYear: 0, approximate: false, source, asOf },
} as const satisfies Record<string, Trade>;

export type TradeKey = keyof typeof trades;

/** The programme's own aim, in agents a year over five years. */
export const yearlyAim = { min: 30, max: 50, source, asOf } as const;
