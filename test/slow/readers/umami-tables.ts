import { dice, pick } from "./requests.ts";

/** Websites of the database: that of the blog, another one, and one that was deleted. */
export const [blog, other, deleted] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

/** Pieces of what Umami knows about visitors and its own users. */
export const privatePieces = ["203.0.113.", "Hidden City", "$2b$10$hash", "private.example", "SECRET-BROWSER"];

/** Addresses as browsers send them → the post that each is about. */
const paths: Readonly<Record<string, string | undefined>> = {
  "/archives/complex/": "/archives/complex/",
  "/archives/complex": "/archives/complex/",
  "/old/%E5%A4%8D%E6%95%B0.html": "/archives/complex/",
  "/old/复数.html": "/archives/complex/",
  "/archives/guide/": "/archives/guide/",
  "/": undefined,
  "/archives/no-such-post/": undefined,
};

export interface View {
  readonly website: string;
  readonly session: string;
  readonly path: string;
  /** Of a type other than 1 is what a page reports by itself. */
  readonly type: number;
  readonly instant: Date;
}

/** Views around two midnights in China, some of each half hour; the same every time. */
export const views: readonly View[] = Array.from({ length: 600 }, (_none, index) => {
  const roll = dice(index * 7919 + 1);
  roll(2);
  return {
    website: pick([blog, blog, blog, other, deleted], roll),
    session: `00000000-0000-4000-8000-1${String(roll(40)).padStart(11, "0")}`,
    path: pick(Object.keys(paths), roll),
    type: roll(6) === 0 ? 2 : 1,
    instant: new Date(Date.UTC(2024, 10, 1, 12) + index * 300_000),
  };
});

/** `day path` → views and sessions, which is what is to be found. */
export function countsOf(all: readonly View[]): ReadonlyMap<string, readonly [views: number, visitors: number]> {
  const found = new Map<string, { views: number; readonly sessions: Map<string, Set<string>> }>();
  for (const { website, session, path, type, instant } of all) {
    const post = paths[path];
    if (website !== blog || type !== 1 || post === undefined) continue;
    // China has had no summer time since 1991.
    const key = `${new Date(instant.getTime() + 28_800_000).toISOString().slice(0, 10)} ${post}`;
    const one = found.get(key) ?? { views: 0, sessions: new Map<string, Set<string>>() };
    one.views += 1;
    one.sessions.set(path, (one.sessions.get(path) ?? new Set()).add(session));
    found.set(key, one);
  }
  // Umami has a session for each address, so one who came by two of them counts twice.
  const sum = (sessions: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...sessions.values()].reduce((total, { size }) => total + size, 0);
  return new Map([...found].map(([key, { views: count, sessions }]) => [key, [count, sum(sessions)] as const]));
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The tables of Umami 2 with what they hold about the website and its visitors, in a server that is in another zone. */
export function umamiSql(): string {
  const sessions = [...new Set(views.map(({ session }) => session))];
  return [
    `CREATE TABLE "user" (user_id uuid PRIMARY KEY, username varchar(255), password varchar(60), role varchar(50))`,
    `CREATE TABLE website (website_id uuid PRIMARY KEY, name varchar(100) NOT NULL, domain varchar(500), share_id varchar(50),
       user_id uuid, created_at timestamptz(6) DEFAULT now(), deleted_at timestamptz(6))`,
    `CREATE TABLE session (session_id uuid PRIMARY KEY, website_id uuid NOT NULL, hostname varchar(100), browser varchar(20),
       os varchar(20), device varchar(20), screen varchar(11), language varchar(35), country char(2), city varchar(50),
       ip varchar(100), created_at timestamptz(6) DEFAULT now())`,
    `CREATE TABLE website_event (event_id uuid PRIMARY KEY, website_id uuid NOT NULL, session_id uuid NOT NULL,
       visit_id uuid NOT NULL, created_at timestamptz(6) DEFAULT now(), url_path varchar(500) NOT NULL,
       url_query varchar(500), referrer_path varchar(500), referrer_query varchar(500), referrer_domain varchar(500),
       page_title varchar(500), event_type integer NOT NULL DEFAULT 1, event_name varchar(50), tag varchar(50))`,
    `INSERT INTO "user" VALUES (gen_random_uuid(), 'admin@private.example', '$2b$10$hash', 'admin')`,
    ...[blog, other, deleted].map(
      (id, index) =>
        `INSERT INTO website (website_id, name, domain, deleted_at) VALUES ('${id}', 'site', 'site-${index + 1}.example',
           ${id === deleted ? "now()" : "NULL"})`,
    ),
    ...sessions.map(
      (id, index) =>
        `INSERT INTO session (session_id, website_id, browser, country, city, ip)
           VALUES ('${id}', '${blog}', 'SECRET-BROWSER', 'CN', 'Hidden City', '203.0.113.${index}')`,
    ),
    ...views.map(
      ({ website, session, path, type, instant }) =>
        `INSERT INTO website_event (event_id, website_id, session_id, visit_id, created_at, url_path, url_query, referrer_domain, event_type)
           VALUES (gen_random_uuid(), '${website}', '${session}', gen_random_uuid(), '${instant.toISOString()}',
             ${quote(path)}, 'mail=a@private.example', 'private.example', ${type})`,
    ),
    "CREATE ROLE counter LOGIN PASSWORD 'only-for-this-test'",
    "GRANT SELECT ON website, website_event TO counter",
    "ALTER DATABASE blog SET timezone TO 'America/New_York'",
  ].join(";\n");
}
