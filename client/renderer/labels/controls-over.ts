/**
 * Where controls lie over the picture, in pixels from its corner, so that no label is put under them.
 *
 * @param selector Which elements of the stage are controls.
 */
export function controlsOver(
  stage: HTMLElement,
  selector: string,
): { left: number; top: number; width: number; height: number }[] {
  const corner = stage.getBoundingClientRect();
  return [...stage.querySelectorAll(selector)]
    .map((each) => each.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ left, top, width, height }) => ({
      left: left - corner.left,
      top: top - corner.top,
      width,
      height,
    }));
}
