// Asks for data in the language of the page, which another window may have changed since for all others.
export function ask(url, options = {}) {
  return fetch(url, { ...options, headers: { ...options.headers, "Accept-Language": document.documentElement.lang } });
}
