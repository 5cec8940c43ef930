interface Props {
  /** Between 0 and 1; more is shown as 1. */
  readonly share: number;
}

/** A bar beside a number that says the same: nothing is lost by who does not see it. */
export function ShareBar({ share }: Props) {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg className="jalon-share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="jalon-share__all" width="100" height="8" />
      <rect className="jalon-share__part" width={width} height="8" />
    </svg>
  );
}
