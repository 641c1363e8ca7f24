import { useError } from "./use-error.ts";

/** What the system calls refuse, in words; the second is what to do. */
const reasons: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "free some space, then run the command again"],
  EDQUOT: ["the disk quota is used up", "free some space, then run the command again"],
  EFBIG: ["a limit on the size of files is reached", "raise the limit with ulimit -f"],
  EROFS: ["the disk is read-only", "choose a folder on another disk"],
  EACCES: ["permission is denied", "change the owner or the rights of the folder"],
  EPERM: ["permission is denied", "change the owner or the rights of the folder"],
  EMFILE: ["too many files are open", "raise the limit with ulimit -n"],
  EBUSY: ["the folder is in use or a mount point", "choose a folder inside of it with --out"],
  EXDEV: ["the folder is a mount point", "choose a folder inside of it with --out"],
  ENOTDIR: ["a file stands where a folder is needed", "move the file away"],
  ENOTEMPTY: [
    "a folder beside it, with a dot before the name and .old behind it, holds files",
    "move that folder away",
  ],
  ENAMETOOLONG: ["the name is too long", "shorten it"],
  ENOENT: ["it does not exist", "it may have been deleted meanwhile; run the command again"],
};

/**
 * The error of a system call as a use error if the user's disk, rights or names are the cause, else the
 * error itself.
 *
 * @param doing what was tried, such as `write dist`
 */
export function explainDisk(error: unknown, doing: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return reason ? useError(`cannot ${doing}: ${reason[0]}`, reason[1]) : error;
}
