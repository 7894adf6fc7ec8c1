import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { splitWords } from './checks/openWords.ts';

/** The server to which `vite` hands the API while pages are being written. */
const api = process.env['XINGLIN_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [splitWords(), react()],
  publicDir: 'src/platform/web/static',
  build: { outDir: 'dist/web', manifest: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
