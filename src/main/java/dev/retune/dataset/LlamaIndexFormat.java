package dev.retune.dataset;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.retune.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// LlamaIndex's `EmbeddingQAFinetuneDataset` (`llama_index.finetuning.embeddings.common`), one JSON
/// file: `queries` and `corpus` by id, `relevant_docs` as lists of passage ids by query id, and
/// `mode`, which older files lack.
///
/// Every listed passage has relevance 1. Two queries may have the same text.
public final class LlamaIndexFormat {

  /// Escapes like Python's `json` module: LlamaIndex reads with the platform's own encoding, and
  /// only ASCII comes through that everywhere.
  private static final JsonFactory WRITER =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private LlamaIndexFormat() {}

  /// Reads a file without holding more of it than its texts.
  ///
  /// @throws dev.retune.text.ProblemException naming file and line, if it is not of this form, an
  ///   id is unknown or given twice, or no query has a relevant passage
  public static RetrievalSet read(Path file) {
    return new LlamaIndexReader(file).read();
  }

  /// Writes a file as LlamaIndex itself does (indent 4, ASCII). Finer relevance than relevant or
  /// not has no place in it.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path file, RetrievalSet set) {
    AtomicFile.write(file, out -> write(out, set));
  }

  private static void write(OutputStream out, RetrievalSet set) throws IOException {
    try (var json = WRITER.createGenerator(out, JsonEncoding.UTF8)) {
      var indenter = new DefaultIndenter("    ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter));
      json.writeStartObject();
      texts(json, "queries", set.queries());
      texts(json, "corpus", set.corpus());
      json.writeObjectFieldStart("relevant_docs");
      for (var query : set.queries().keySet()) {
        // LlamaIndex looks every query up, so one without relevant passages needs its empty list.
        json.writeArrayFieldStart(query);
        for (var judged : set.qrels().getOrDefault(query, Map.of()).entrySet()) {
          if (judged.getValue() > 0) {
            json.writeString(judged.getKey());
          }
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeStringField("mode", "text");
      json.writeEndObject();
    }
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
    json.writeEndObject();
  }
}
