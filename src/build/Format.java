import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (`--check`) or rewrites (`--replace`) the layout of every Java file under a folder.
public final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    var replace = args[0].equals("--replace");
    var formatter =
        new Formatter(
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());
    List<Path> files;
    try (var walk = Files.walk(Path.of(args[1]))) {
      files = walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
    var wrong = new ArrayList<Path>();
    for (var file : files) {
      var before = Files.readString(file);
      var after = format(formatter, file, before);
      if (!after.equals(before)) {
        wrong.add(file);
        if (replace) {
          Files.writeString(file, after);
        }
      }
    }
    if (!replace && !wrong.isEmpty()) {
      wrong.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("Run: mvn -Pformat process-test-classes");
      System.exit(1);
    }
  }

  private static String format(Formatter formatter, Path file, String source) throws IOException {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (Exception e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
