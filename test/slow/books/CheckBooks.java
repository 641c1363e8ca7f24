import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Runs EPUBCheck on every book named, and prints for each its exit code and its path. EPUBCheck itself takes one book,
 * and needs five seconds to get ready for it.
 */
public final class CheckBooks {
  public static void main(String[] books) {
    for (String book : books) {
      int status = new EpubChecker().run(new String[] {book});
      System.out.println(status + " " + book);
    }
  }
}
