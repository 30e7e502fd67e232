// Search while typing: the first letter is a step in the history, the ones after it are not.

const TYPING_PAUSE = 120; // milliseconds

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} form
 * @param {(query: string, how: {replace: boolean}) => void} onQuery
 */
export function listenToTyping(input, form, onQuery) {
  let timer = 0;
  let isTyping = false;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onQuery(input.value.trim(), { replace: isTyping });
      isTyping = true;
    }, TYPING_PAUSE);
  });
  input.addEventListener("blur", () => {
    isTyping = false;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    onQuery(input.value.trim(), { replace: isTyping });
  });
}
