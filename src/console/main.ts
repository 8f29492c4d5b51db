import './before.ts'

// Not a static import: a bundler may run what it shares between pages before this file.
void import('./app.tsx')
