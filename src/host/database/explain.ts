import { isUseError, useError } from "../use-error.ts";

/** What clients and servers refuse, by their codes. */
const reasons: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ECONNREFUSED: ["no database answers there", "is it running, and is the port right?"],
  ENOTFOUND: ["there is no such host", "look at the name in the address"],
  ETIMEDOUT: ["it does not answer", "is the port open for this machine?"],
  ER_ACCESS_DENIED_ERROR: ["it does not accept the user name or the password", "%40 stands for @ in an address"],
  ER_DBACCESS_DENIED_ERROR: ["this user may not read the database", "give it the right to SELECT"],
  ER_TABLEACCESS_DENIED_ERROR: ["this user may not read the tables", "give it the right to SELECT"],
  ER_BAD_DB_ERROR: ["it has no database of that name", "look at the end of the address"],
  "28P01": ["it does not accept the user name or the password", "%40 stands for @ in an address"],
  "28000": ["it does not accept the user name or the password", "%40 stands for @ in an address"],
  "3D000": ["it has no database of that name", "look at the end of the address"],
  "42P01": ["it has not the tables of that system", "is it the right database?"],
  "42501": ["this user may not read the tables", "give it the right to SELECT"],
};

/**
 * The error of a client in words. What a server says itself is not repeated, because it may hold names of users or
 * pieces of the address.
 *
 * @param where host and database, without a user
 */
export function explainDatabase(error: unknown, where: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  // A fault of ours stays one.
  if (error instanceof TypeError || isUseError(error)) return error;
  if (reason) return useError(`cannot read the database ${where}: ${reason[0]}`, reason[1]);
  return useError(
    `cannot read the database ${where}${code === "" ? "" : `: ${code}`}`,
    "a dump of it can be imported as well",
  );
}
