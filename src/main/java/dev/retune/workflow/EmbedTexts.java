package dev.retune.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Embeds the lines of a file.
public final class EmbedTexts {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Workbench workbench;

  public EmbedTexts(Workbench workbench) {
    this.workbench = workbench;
  }

  /// What was embedded.
  ///
  /// @param vectors how many, one for each text or for each of its windows
  /// @param seconds of the embedding alone
  public record Embedded(int texts, int vectors, int dimension, double seconds) {}

  /// @param model id or folder
  /// @param input one text a line, or JSON Lines of strings or of objects with `text`
  /// @param output `.npy` or `.jsonl`, written as [VectorFile] says
  /// @param windows null to embed each text as a whole, cut where the model stops reading
  /// @throws dev.retune.text.ProblemException if a file cannot be read or written, or the model
  ///   cannot be given these windows
  public Embedded run(
      String model,
      Path input,
      Path output,
      InputType type,
      @Nullable Windows windows,
      EmbedOptions options,
      Progress progress) {
    var file = new VectorFile(output);
    if (!file.known()) {
      throw Problem.of(EmbedTexts.class, "embed.output", output).exception();
    }
    var texts = read(input);
    var entry = workbench.models().ensure(model, progress);
    try (var embedder = workbench.open(entry, options)) {
      var begin = System.nanoTime();
      int count;
      double seconds;
      if (windows == null) {
        var vectors = embedder.embed(texts, type, progress);
        seconds = since(begin);
        count = vectors.length;
        file.write(texts, vectors);
      } else {
        var vectors = embedder.embed(texts, type, windows, progress);
        seconds = since(begin);
        count = Arrays.stream(vectors).mapToInt(text -> text.length).sum();
        file.write(texts, vectors, windows);
      }
      return new Embedded(texts.size(), count, embedder.dimension(), seconds);
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static List<String> read(Path input) {
    List<String> lines;
    try {
      lines = new ArrayList<>(Files.readAllLines(input));
    } catch (IOException e) {
      throw Problem.of(EmbedTexts.class, "embed.read", input, Reason.of(e)).exception(e);
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith(BYTE_ORDER_MARK)) {
      lines.set(0, lines.getFirst().substring(1));
    }
    if (!isJson(input)) {
      return lines;
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        texts.add(text(input, lines.get(i), i + 1));
      }
    }
    return texts;
  }

  private static String text(Path input, String line, int number) {
    try {
      var node = Json.mapper().readTree(line);
      var text = node.isTextual() ? node : node.path("text");
      if (text.isTextual()) {
        return text.asText();
      }
    } catch (JsonProcessingException _) {
      // Told below like a line of another form.
    }
    throw Problem.of(EmbedTexts.class, "embed.line", input, number).exception();
  }

  private static boolean isJson(Path file) {
    return file.getFileName().toString().endsWith(".jsonl");
  }
}
