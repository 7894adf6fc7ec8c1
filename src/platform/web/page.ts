import type { ComponentType } from 'react';
import type { Role } from '../domain/actor.ts';

/** A character of the staff spine; the last three are the consoles of the separated administrators. */
export type Spine =
  | 'work' | 'attract' | 'develop' | 'deploy' | 'retain' | 'policy' | 'ledger' | 'review' | 'insight'
  | 'system' | 'security' | 'audit';

/** One page of a slice: where it is, in which shell, how it is loaded and who finds it in a menu. */
export type Page = {
  /** '/work/cases/$caseId'; public pages start at '/', talent pages at '/my', staff pages at '/work'. */
  path: string;
  area: 'public' | 'talent' | 'staff';
  /** Word key of its name in menus and in the window title. */
  title: string;
  load: () => Promise<{ default: ComponentType }>;
  spine?: Spine;
  /** Order in its menu; a page without it is reached by links only. */
  menu?: number;
  /** Roles that see it in menus; the server judges access. Missing means everybody of the area. */
  roles?: readonly Role[];
};
