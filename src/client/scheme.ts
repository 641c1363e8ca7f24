/** Where the reader's choice is kept; the script in the head of pages reads it before anything is painted. */
const key = "scheme";

/** Lets the reader choose between light, dark and what the system says; every open page follows. */
export function followScheme(): void {
  const choice = document.querySelector<HTMLSelectElement>(".scheme select");
  if (!choice) return;
  const apply = (scheme: string) => {
    choice.value = scheme;
    if (scheme === "") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = scheme;
    paintBrowser(scheme);
  };
  apply(document.documentElement.dataset["theme"] ?? "");
  choice.addEventListener("change", () => {
    apply(choice.value);
    store(choice.value);
  });
  addEventListener("storage", (event) => {
    if (event.key === key) apply(event.newValue ?? "");
  });
}

/** A reader may have forbidden pages to keep anything. */
function store(scheme: string): void {
  try {
    if (scheme === "") localStorage.removeItem(key);
    else localStorage.setItem(key, scheme);
  } catch {
    // The choice then holds for this page.
  }
}

/** The colour of the browser around the page; each `<meta>` names its scheme. */
function paintBrowser(scheme: string): void {
  for (const meta of Array.from(document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))) {
    const own = meta.dataset["scheme"] ?? "";
    const chosen = scheme === own ? "all" : "not all";
    meta.media = scheme === "" ? `(prefers-color-scheme: ${own})` : chosen;
  }
}
