package dev.retune.workflow;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.file.Reason;
import dev.retune.pair.ReviewedPair;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the sample project, making it from the sample material at first.
public final class SampleProject {
  private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);

  private static final String COMPLETE = "sample_complete";

  private final Workbench workbench;

  public SampleProject(Workbench workbench) {
    this.workbench = workbench;
  }

  /// The sample project of this user: opened where it is complete, else made or completed.
  ///
  /// @param language `en` or `zh`
  /// @throws java.util.concurrent.CancellationException if cancelled; opening it again goes on
  public ProjectSession open(String language, Progress progress) {
    var folder = workbench.home().folder().resolve("projects").resolve("sample-" + language);
    if (!Files.exists(folder.resolve("project.json"))) {
      return create(folder, language, progress);
    }
    var session = workbench.open(folder);
    return session.settings().get(COMPLETE, Boolean.class).orElse(false)
        ? session
        : filled(session, language, progress);
  }

  /// Makes the sample project in `folder`: documents imported, hand-written pairs accepted.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  public ProjectSession create(Path folder, String language, Progress progress) {
    var session = workbench.create(folder, language.equals("zh") ? "示例项目" : "Sample project");
    return filled(session, language, progress);
  }

  private static ProjectSession filled(ProjectSession session, String language, Progress progress) {
    try {
      var sample = new SampleData(language);
      importDocuments(session, sample, progress);
      var byDocument =
          session.documents().documents().stream()
              .collect(
                  Collectors.toMap(
                      Document::name, document -> session.documents().chunks(document.id())));
      var reviewed =
          sample.pairs().stream()
              .map(pair -> reviewed(pair, byDocument))
              .filter(pair -> !pair.chunkIds().isEmpty())
              .toList();
      session.pairImport().addReviewed(reviewed, progress);
      session.settings().put(COMPLETE, true);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static void importDocuments(
      ProjectSession session, SampleData sample, Progress progress) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("retune-sample");
      session.importing().run(sample.copyDocuments(folder), progress);
    } catch (IOException e) {
      throw Problem.of(SampleProject.class, "sample.copy", Reason.of(e)).exception(e);
    } finally {
      if (folder != null) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      LOG.warn("temporary folder {} stays: {}", folder, e.getMessage());
    }
  }

  /// Overlapping neighbours may both hold the quote: both answer.
  private static ReviewedPair reviewed(SampleData.Pair pair, Map<String, List<Chunk>> byDocument) {
    var quote = squeezed(pair.quote());
    List<UUID> chunks =
        byDocument.getOrDefault(pair.document(), List.of()).stream()
            .filter(chunk -> squeezed(chunk.text()).contains(quote))
            .map(Chunk::id)
            .toList();
    if (chunks.isEmpty()) {
      LOG.warn("no passage holds the quote of {}", pair.id());
    }
    return new ReviewedPair(pair.question(), chunks, 3, pair.in(), null);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
