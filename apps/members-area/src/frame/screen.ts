import { applyDecorators, Controller, SetMetadata, type Type } from '@nestjs/common';
import type { Role } from '@induct/people';
import { Access, type Permission, Proof, type ProofOf } from '@induct/sign-in';

const SCREEN = 'induct:screen';

/** A link of the main menu. */
export interface MenuPlace {
  /** Which menu it stands in: of those who learn, or of those at the desk. */
  area: 'learning' | 'desk';
  text: string;
  /** What it stands under, together with others; none when it stands in the menu itself. */
  group?: string;
  /** Small numbers come first. */
  order: number;
  /** Who sees it, when that is not everybody who may use the screen. */
  roles?: readonly Role[];
  /** Where it leads, when that is no screen of ours: `/admin/queues`. */
  href?: string;
}

/** What a screen says of itself. Menu, breadcrumbs, access matrix, the tour of every page and the site map come from it. */
export interface ScreenFacts {
  /** Its address without the first slash: `admin/certificates/:number`. */
  path: string;
  /** Who may use it; a route below may say otherwise with `@Access`. */
  access: readonly [Permission, ...Permission[]];
  /** How sure it wants to be of who is asking, when not `strong`; a route below may say otherwise with `@Proof`. */
  proof?: ProofOf;
  /** What the page at its address is called; none when it has no page there. */
  title?: string;
  /** Further pages below its address, and what they are called: `{ new: 'Add a person' }`. */
  pages?: Readonly<Record<string, string>>;
  menu?: MenuPlace | readonly MenuPlace[];
  /** What it is called above the pages below it, when not by its title. A page that no menu leads to stands above others only with it. */
  back?: string;
  /** The address of the page that stands above it, when that is not the next one above. */
  under?: string;
  /** Only demonstrations have it. */
  demo?: true;
}

/** Makes a class a screen: a controller with an address, with who may use it, and with its place in the site. */
export const Screen = (facts: ScreenFacts) =>
  applyDecorators(
    Controller(facts.path),
    Access(...facts.access),
    ...(facts.proof ? [Proof(facts.proof)] : []),
    SetMetadata(SCREEN, facts),
  );

/** @throws when it is a controller of another kind */
export function factsOf(screen: Type): ScreenFacts {
  const facts = Reflect.getMetadata(SCREEN, screen) as ScreenFacts | undefined;
  if (!facts) throw new Error(`${screen.name} is a controller of the site without @Screen`);
  return facts;
}
