package dev.retune.retrieval;

import dev.retune.encoder.Prompts;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `retrieval.json` in a model folder: how the model was trained to be searched with, so that it is
/// found again by this program and by others. Beside it lie a Python and a Java program that search
/// by it.
public final class RetrievalFile {
  private static final String FILE = "retrieval.json";
  private static final int SCHEMA = 1;

  /// Programs that read the file and search by it.
  private static final List<String> RECIPES = List.of("retrieve.py", "Retrieve.java");

  private RetrievalFile() {}

  /// @param queryPrompt what stands before each question; the same as in
  ///   `config_sentence_transformers.json`, for those who read this file alone
  /// @param passagePrompt what stands before each passage, or each window of one
  private record Stored(
      int schemaVersion,
      @Nullable Windows windows,
      @Nullable Double hybridWeight,
      String queryPrompt,
      String passagePrompt) {}

  /// Puts settings and recipes into a model folder; nothing if the settings ask for nothing.
  ///
  /// @param prompts of the model
  /// @throws dev.retune.text.ProblemException if they cannot be written
  public static void write(Path folder, RetrievalSettings settings, Prompts prompts) {
    if (settings.equals(RetrievalSettings.PLAIN)) {
      return;
    }
    try {
      for (var recipe : RECIPES) {
        try (InputStream in =
            Objects.requireNonNull(RetrievalFile.class.getResourceAsStream(recipe), recipe)) {
          Files.copy(in, folder.resolve(recipe), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw Problem.of(RetrievalFile.class, "file.write", folder, Reason.of(e)).exception(e);
    }
    writeSettings(folder, settings, prompts);
  }

  /// Puts the settings alone into a folder that is no model by itself, such as an adapter's;
  /// nothing if they ask for nothing.
  ///
  /// @param prompts that it was trained with
  /// @throws dev.retune.text.ProblemException if they cannot be written
  public static void writeSettings(Path folder, RetrievalSettings settings, Prompts prompts) {
    if (settings.equals(RetrievalSettings.PLAIN)) {
      return;
    }
    Json.write(
        folder.resolve(FILE),
        new Stored(
            SCHEMA,
            settings.windows(),
            settings.hybridWeight(),
            prompts.query(),
            prompts.passage()));
  }

  /// The settings in a model folder; the plain model if there are none.
  ///
  /// @throws dev.retune.text.ProblemException if they are damaged or of a newer program
  public static RetrievalSettings read(Path folder) {
    var file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return RetrievalSettings.PLAIN;
    }
    var stored = Json.read(file, Stored.class);
    if (stored.schemaVersion() > SCHEMA) {
      throw Problem.of(RetrievalFile.class, "file.newer", file).exception();
    }
    return new RetrievalSettings(stored.windows(), stored.hybridWeight());
  }
}
