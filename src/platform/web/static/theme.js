// Before the first paint: the person's choice of theme and language, else what the system prefers.
const root = document.documentElement;
root.dataset.theme = localStorage.getItem('xinglin.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
root.lang = localStorage.getItem('xinglin.language') === 'en' ? 'en' : 'zh-CN';

// The content policy allows no code made at run time: the schema library (zod) is told before it loads, else it would try and be reported at every page.
globalThis.__zod_globalConfig = { jitless: true };
