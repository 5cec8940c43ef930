/** A bar on one line of a terminal, or a line every tenth where there is none. */
export function progressBar(title: string, total: number, unit = 'écritures'): (done: number) => void {
  const { stdout } = process;
  let shown = -1;
  return (done) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    if (percent === shown || (!stdout.isTTY && percent % 10 !== 0)) return;
    shown = percent;
    const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '░');
    stdout.write(
      `${stdout.isTTY ? '\r' : ''}${title} ${bar} ${percent} % (${done.toLocaleString('fr-FR')} ${unit})${stdout.isTTY && percent < 100 ? '' : '\n'}`,
    );
  };
}
