// Before the first paint: the person's choice of theme and language, else what the system prefers.
const root = document.documentElement;
root.dataset.theme = localStorage.getItem('xinglin.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
root.lang = localStorage.getItem('xinglin.language') === 'en' ? 'en' : 'zh-CN';
