package dev.retune.pair.builtin;

import dev.retune.document.MarkdownTable;
import dev.retune.document.PassagePart;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for the cells of tables whose columns are named: the figure of a row in a column.
final class TableQuestions {
  private static final double WORTH = .7;
  private static final Pattern YEAR = Pattern.compile(".*\\b(?:19|20)\\d\\d\\b.*");
  private static final Pattern CHINESE_YEAR = Pattern.compile(".*(?:年|月|日|期).*|(?:19|20)\\d\\d");
  private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*[\\p{L}%°/·]{0,6}");

  /// A label or heading that names something.
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\d,.&/’' ()%°+–-]{2,70}|(?:19|20)\\d\\d");

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:(?:three|six|nine|twelve) months|(?:fiscal )?years?|quarter) ended .*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile(
          "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
              + " .*",
          Pattern.CASE_INSENSITIVE);

  private TableQuestions() {}

  static void apply(String passage, boolean chinese, Corpus corpus, Consumer<Draft> found) {
    for (var part : PassagePart.of(passage)) {
      if (part instanceof MarkdownTable table && !table.headings().isEmpty()) {
        for (var row : table.rows()) {
          row(table, row, chinese, corpus, found);
        }
      }
    }
  }

  private static void row(
      MarkdownTable table,
      MarkdownTable.Row row,
      boolean chinese,
      Corpus corpus,
      Consumer<Draft> found) {
    var label = plain(row.cells().getFirst());
    if (!NAME.matcher(label).matches() || PERIOD.matcher(label).matches()) {
      return;
    }
    int columns = Math.min(row.cells().size(), table.headings().size());
    for (int i = 1; i < columns; i++) {
      var heading = plain(table.headings().get(i));
      if (FIGURE.matcher(row.cells().get(i)).matches() && NAME.matcher(heading).matches()) {
        var question = chinese ? chinese(label, heading) : english(label, heading, corpus);
        found.accept(new Draft(question, row.line(), WORTH));
      }
    }
  }

  private static String english(String label, String heading, Corpus corpus) {
    var row = inSentence(label, corpus);
    if (!YEAR.matcher(heading).matches()) {
      return "What is the " + inSentence(heading, corpus) + " for " + row + "?";
    }
    return "What was reported as " + row + " " + time(heading) + "?";
  }

  private static String time(String heading) {
    if (PERIOD.matcher(heading).matches()) {
      return "for the "
          + heading
              .substring(0, heading.toLowerCase(Locale.ROOT).indexOf("ended"))
              .toLowerCase(Locale.ROOT)
          + heading
              .substring(heading.toLowerCase(Locale.ROOT).indexOf("ended"))
              .replace("Ended", "ended");
    }
    if (DATE.matcher(heading).matches()) {
      return "as of " + heading;
    }
    return (Character.isDigit(heading.charAt(0)) ? "in " : "under ") + heading;
  }

  private static String chinese(String label, String heading) {
    return CHINESE_YEAR.matcher(heading).matches()
        ? heading + "的" + label + "是多少？"
        : label + "的" + heading + "是多少？";
  }

  /// Without the capital that only begins a line; names of several words keep theirs.
  private static String inSentence(String text, Corpus corpus) {
    var words = text.split("[ ,/]+");
    var first = words[0];
    boolean capital =
        first.length() > 1
            && Character.isUpperCase(first.charAt(0))
            && first.substring(1).codePoints().allMatch(Character::isLowerCase);
    boolean name = words.length > 1 && Character.isUpperCase(words[1].charAt(0));
    return capital && !name && corpus.common(first)
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  /// Without marks of notes, units and leaders.
  private static String plain(String cell) {
    return cell.replaceAll(
            "\\s*\\((?:\\d|[a-z]|(?i:in) [^()]*)\\)(?:,\\s*\\(\\d\\))*|[…*†‡]|(?: \\.)+", "")
        .strip();
  }
}
