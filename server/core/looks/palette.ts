/** How many categories have a colour of their own in a theme's palette; they come first in it. */
export const CATEGORIES = 8;
/** The place of what belongs to none of them. */
export const NO_CATEGORY = CATEGORIES;
/** How many steps the scale has that follows, from little to much. */
export const SCALE_STEPS = 6;
