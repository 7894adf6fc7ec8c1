import { Go } from './Go.tsx';

/** The pages under one heading. */
export function LocalTabs({ label, tabs }: { label: string; tabs: readonly { to: string; label: string; on: boolean }[] }) {
  return (
    <nav className="local-tabs" aria-label={label}>
      {tabs.map((tab) => <Go key={tab.to} to={tab.to} current={tab.on}>{tab.label}</Go>)}
    </nav>
  );
}
