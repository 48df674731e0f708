/** The box under a point of the window. Words lie over boxes, and other boxes over those that they stand within. */
export function boxAt(scroller: HTMLElement, x: number, y: number): HTMLElement | undefined {
  return document
    .elementsFromPoint(x, y)
    .find(
      (found): found is HTMLElement =>
        found instanceof HTMLElement && found.matches('.box') && scroller.contains(found),
    );
}
