import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The browser application: built into dist/web, which the back office serves. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // Outside the browser these names lead to compiled files; here to the sources.
    alias: [{ find: /^#workflows\/(.*)\.js$/, replacement: `${here('../../workflows')}/$1.ts` }],
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // The content policy allows fonts and scripts from this server only, so nothing is put into data addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.JALON_BASE_URL ?? 'http://127.0.0.1:8400' },
  },
});
