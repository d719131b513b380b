import * as vscode from 'vscode';
import type { ColoredType } from '../../core/registry/entityTypes';
import { coloredTypeOf } from '../../core/registry/entityTypes';

/** Icon and colour of each type; colours are contributed in package.json, like those of names in articles. */
const icons: Readonly<Record<ColoredType, { readonly icon: string; readonly color: string }>> = {
  person: { icon: 'person', color: 'corroborate.personIcon' },
  organization: { icon: 'organization', color: 'corroborate.organizationIcon' },
  country: { icon: 'globe', color: 'corroborate.placeIcon' },
  region: { icon: 'map', color: 'corroborate.placeIcon' },
  city: { icon: 'home', color: 'corroborate.placeIcon' },
  place: { icon: 'location', color: 'corroborate.placeIcon' },
  event: { icon: 'calendar', color: 'corroborate.eventIcon' },
  work: { icon: 'book', color: 'corroborate.workIcon' },
  law: { icon: 'law', color: 'corroborate.workIcon' },
  product: { icon: 'package', color: 'corroborate.productIcon' },
  other: { icon: 'tag', color: 'corroborate.otherIcon' },
};

/** The icon of an entity type, in the colour that names of the type have in articles. */
export function entityIcon(type: string): vscode.ThemeIcon {
  const { icon, color } = icons[coloredTypeOf(type)];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
