import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Every address in the built page is relative, so that the console may live under any base path. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // The oldest browser met in offices: the Chromium inside domestic browsers of 2021.
    target: 'chrome90',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
