package dev.retune.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `corpus.jsonl` and `queries.jsonl`: texts by id, in BEIR's layout.
final class TextFile {
  static final String CORPUS = "corpus.jsonl";
  static final String QUERIES = "queries.jsonl";

  private TextFile() {}

  /// What is to be done with one text.
  @FunctionalInterface
  interface Entry {
    void take(String id, JsonNode node);
  }

  /// Texts by id, in the order of the file. A title stands before the text, as BEIR joins them.
  static Map<String, String> read(Path file) {
    return read(file, (_, _) -> {});
  }

  static Map<String, String> read(Path file, Entry entry) {
    var texts = new LinkedHashMap<String, String>();
    JsonLines.objects(
        file,
        (number, node) -> {
          var id = JsonLines.text(file, number, node, "_id", "id", "query_id");
          var text = JsonLines.text(file, number, node, "text");
          var title = JsonLines.optional(node, "title");
          var whole = title == null || title.isEmpty() ? text : (title + " " + text).strip();
          if (texts.putIfAbsent(id, whole) != null) {
            throw Problem.of(TextFile.class, "duplicate", file, number, id).exception();
          }
          entry.take(id, node);
        });
    return texts;
  }

  static void writeQueries(Path file, Map<String, String> queries) {
    JsonLines.write(
        file,
        sink -> {
          for (var query : queries.entrySet()) {
            sink.line(Json.line(fields(query.getKey(), query.getValue(), false, null)));
          }
        });
  }

  /// @param splits in which splits a passage is searched; null for all
  static void writeCorpus(
      Path file, Map<String, String> corpus, Function<String, @Nullable Set<Split>> splits) {
    JsonLines.write(
        file,
        sink -> {
          for (var passage : corpus.entrySet()) {
            var id = passage.getKey();
            sink.line(Json.line(fields(id, passage.getValue(), true, splits.apply(id))));
          }
        });
  }

  private static Map<String, Object> fields(
      String id, String text, boolean titled, @Nullable Set<Split> splits) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("_id", id);
    if (titled) {
      fields.put("title", "");
    }
    fields.put("text", text);
    if (splits != null) {
      fields.put("splits", splits.stream().map(Split::id).toList());
    }
    return fields;
  }

  /// The splits in which a passage is searched; null for all.
  static @Nullable Set<Split> splits(JsonNode node) {
    var names = node.get("splits");
    if (names == null || !names.isArray()) {
      return null;
    }
    var splits = EnumSet.noneOf(Split.class);
    names.forEach(name -> Split.named(name.asText()).ifPresent(splits::add));
    return splits;
  }
}
