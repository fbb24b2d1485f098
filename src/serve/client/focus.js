// Brings focus back when what had it was moved or made anew.

/** Call it before a change, and what it gives afterwards. */
export function keepFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return () => {};
  const { id, selectionStart, selectionEnd, selectionDirection } = focused;
  return () => {
    const element = focused.isConnected ? focused : id && document.getElementById(id);
    if (!element || document.activeElement === element) return;
    element.focus({ preventScroll: true });
    if (typeof selectionStart === "number" && element.setSelectionRange) {
      element.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    }
  };
}
