/**
 * New comments below a post: the service is asked for when the reader comes near to their place or clicks, never
 * before. What to load stands in `data-live`.
 */

type Live = { readonly path: string } & (
  | {
      readonly kind: "giscus";
      readonly repo: string;
      readonly repoId: string;
      readonly category: string;
      readonly categoryId: string;
    }
  | { readonly kind: "waline"; readonly server: string }
);

/** The client of Waline, in the version that this script was written for. */
const waline = "https://unpkg.com/@waline/client@3.15.2/dist/";

interface WalineClient {
  readonly init: (options: Readonly<Record<string, unknown>>) => unknown;
}

function loadGiscus(place: Element, { path, ...live }: Extract<Live, { kind: "giscus" }>): void {
  const script = document.createElement("script");
  script.src = "https://giscus.app/client.js";
  script.crossOrigin = "anonymous";
  Object.assign(script.dataset, {
    repo: live.repo,
    repoId: live.repoId,
    category: live.category,
    categoryId: live.categoryId,
    mapping: "specific",
    term: path,
    strict: "1",
    theme: "preferred_color_scheme",
    lang: document.documentElement.lang,
  });
  place.replaceChildren(script);
}

async function loadWaline(place: HTMLElement, { path, server }: Extract<Live, { kind: "waline" }>): Promise<void> {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${waline}waline.css`;
  document.head.append(style);
  const { init } = (await import(`${waline}waline.js`)) as WalineClient;
  place.replaceChildren();
  init({ el: place, serverURL: server, path, lang: document.documentElement.lang, dark: "auto" });
}

function load(place: HTMLElement): void {
  const live = JSON.parse(place.dataset["live"] ?? "") as Live;
  if (live.kind === "giscus") loadGiscus(place, live);
  else void loadWaline(place, live);
}

for (const place of Array.from(document.querySelectorAll<HTMLElement>("[data-live]"))) {
  let isLoaded = false;
  const once = () => {
    if (isLoaded) return;
    isLoaded = true;
    observer.disconnect();
    load(place);
  };
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && once(), {
    rootMargin: "200px",
  });
  observer.observe(place);
  place.addEventListener("click", (event) => {
    if (isLoaded) return;
    event.preventDefault();
    once();
  });
}
