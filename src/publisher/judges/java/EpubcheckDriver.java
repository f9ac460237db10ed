import com.adobe.epubcheck.tool.EpubChecker;
import java.nio.file.Path;

/**
 * Asks EPUBCheck about many books in one virtual machine, since its start costs more than a book.
 *
 * <p>Arguments: a folder, then the books. Afterwards the folder holds EPUBCheck's own JSON report of the first book as
 * {@code 0.json}, of the second as {@code 1.json} and so on; a book that broke EPUBCheck has none.
 */
public final class EpubcheckDriver {
    public static void main(String[] arguments) {
        for (int book = 1; book < arguments.length; book++) {
            String report = Path.of(arguments[0], (book - 1) + ".json").toString();
            try {
                new EpubChecker().run(new String[] {arguments[book], "--quiet", "--json", report});
            } catch (Throwable fault) {
                System.err.println(arguments[book] + ": " + fault);
            }
        }
    }
}
