package dev.retune.document.written;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads a table of passages, one a row: CSV (with commas, semicolons or tabs) or JSON Lines. Each
/// becomes one numbered line for each of its own, the first with its title if it has one.
public final class PassageFile {
  private static final String LONE = "text";

  private record Row(int line, Map<String, String> cells) {}

  private PassageFile() {}

  /// @throws UnreadableException naming the line that is wrong, or the columns if none has passages
  public static WrittenText csv(Path file) throws IOException {
    return write(records(decoded(file)));
  }

  /// @throws UnreadableException naming the line that is wrong, or the fields if none has passages
  public static WrittenText jsonLines(Path file) throws IOException {
    var rows = new ArrayList<Row>();
    int number = 0;
    for (var line : decoded(file).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        rows.add(new Row(number, fields(line, number)));
      }
    }
    return write(rows);
  }

  private static String decoded(Path file) throws IOException {
    return TextBytes.decode(Files.readAllBytes(file))
        .orElseThrow(() -> new UnreadableException("notText"));
  }

  private static Map<String, String> fields(String line, int number) {
    JsonNode node;
    try {
      node = Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new UnreadableException(e, "lineNotJson", Integer.toString(number));
    }
    if (node.isTextual()) {
      return Map.of(LONE, node.textValue());
    }
    if (!node.isObject()) {
      throw new UnreadableException("lineNotJson", Integer.toString(number));
    }
    var fields = new LinkedHashMap<String, String>();
    node.properties().stream()
        .filter(field -> field.getValue().isTextual())
        .forEach(field -> fields.put(field.getKey(), field.getValue().textValue()));
    return fields;
  }

  private static List<Row> records(String text) {
    var rows = new ArrayList<Row>();
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      List<String> names = List.of();
      for (var record : csv) {
        if (record.getFields().stream().allMatch(String::isBlank)) {
          continue;
        }
        if (names.isEmpty()) {
          names = names(record);
          if (names.equals(record.getFields())) {
            continue;
          }
        }
        rows.add(row(record, names));
      }
    } catch (CsvParseException e) {
      throw new UnreadableException(e, "badCsv", Reason.of(e));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  /// The first record names the columns, unless it holds a passage itself; they are numbered then.
  private static List<String> names(CsvRecord first) {
    var fields = first.getFields();
    if (fields.stream().anyMatch(PassageColumn::named)) {
      return fields;
    }
    if (fields.size() == 1) {
      return fields.getFirst().strip().contains(" ") ? List.of(LONE) : fields;
    }
    return fields.stream().anyMatch(PassageColumn::passage)
        ? IntStream.rangeClosed(1, fields.size()).mapToObj(Integer::toString).toList()
        : fields;
  }

  private static Row row(CsvRecord record, List<String> names) {
    var line = Math.toIntExact(record.getStartingLineNumber());
    if (record.getFieldCount() > names.size()) {
      throw new UnreadableException(
          "lineCells",
          Integer.toString(line),
          Integer.toString(record.getFieldCount()),
          Integer.toString(names.size()));
    }
    var cells = new LinkedHashMap<String, String>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      cells.put(names.get(i), record.getField(i));
    }
    return new Row(line, cells);
  }

  /// The one that the first line has most of, outside quotes.
  private static char separator(String text) {
    var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    var bare = first.replaceAll("\"[^\"]*\"?", "");
    char best = ',';
    for (char other : new char[] {';', '\t'}) {
      best = count(bare, other) > count(bare, best) ? other : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static WrittenText write(List<Row> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.cells().keySet()));
    var text = PassageColumn.text(rows.stream().map(Row::cells).toList(), columns);
    var title = PassageColumn.title(columns);
    var out = new Writing();
    var without = new ArrayList<Integer>();
    for (var row : rows) {
      var passage = row.cells().getOrDefault(text, "");
      if (passage.isBlank()) {
        without.add(row.line());
        continue;
      }
      var heading = title.map(column -> row.cells().getOrDefault(column, "")).orElse("");
      out.passage(row.line(), heading, passage);
    }
    return new WrittenText(out.pages(), List.of(), without);
  }
}
