package dev.retune.model;

import dev.retune.file.Reason;
import dev.retune.model.ModelEntry.Kind;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of the tuned and imported models, one folder each under its id.
final class ModelShelf {
  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

  /// No copy takes so long: a hidden folder as old as this is what a killed program left.
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path models;
  private final Clock clock;

  ModelShelf(Path models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /// All models on the shelf in no particular order; folders that cannot be read are left out.
  List<ModelEntry> entries() {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (var folders = Files.list(models)) {
      return folders
          .filter(folder -> !hidden(folder) && BaseModel.of(id(folder)).isEmpty())
          .flatMap(folder -> read(folder).stream())
          .toList();
    } catch (IOException e) {
      throw Problem.of(ModelShelf.class, "read", models, Reason.of(e)).exception(e);
    }
  }

  /// The model in a folder of the shelf; empty if there is none or it is damaged.
  Optional<ModelEntry> read(Path folder) {
    if (!ModelRecord.exists(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelRecord.read(folder).entry(id(folder), folder));
    } catch (ProblemException e) {
      LOG.warn("Left out of the list of models: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Fills a hidden folder, checks it, and only then gives it its place and an id of its own.
  ///
  /// @param content makes a model folder at the path it is given
  ModelEntry add(String name, Kind kind, @Nullable Lineage lineage, Consumer<Path> content) {
    var fresh = models.resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(models);
      removeAbandoned();
      content.accept(fresh);
      ModelRecord.of(fresh, name, kind, clock.instant(), lineage).write(fresh);
      var place = place(fresh, slug(name));
      return ModelRecord.read(place).entry(id(place), place);
    } catch (IOException e) {
      throw Problem.of(ModelShelf.class, "add", name, Reason.of(e)).exception(e);
    } finally {
      FolderFiles.deleteQuietly(fresh);
    }
  }

  private void removeAbandoned() throws IOException {
    long before = clock.instant().minus(ABANDONED).toEpochMilli();
    try (var folders = Files.newDirectoryStream(models, ".*.{part,old}")) {
      for (var folder : folders) {
        if (folder.toFile().lastModified() < before) {
          LOG.info("Removed what a program that was killed left: {}", folder);
          FolderFiles.deleteQuietly(folder);
        }
      }
    }
  }

  /// Moves `fresh` to the first free id; another process may take one in the same moment.
  private Path place(Path fresh, String id) throws IOException {
    for (int i = 1; ; i++) {
      var place = models.resolve(i == 1 ? id : id + "-" + i);
      if (BaseModel.of(id(place)).isEmpty() && !Files.exists(place)) {
        try {
          return Files.move(fresh, place);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
          LOG.debug("{} was taken meanwhile", place);
        }
      }
    }
  }

  /// Moves the folder out of sight first: a half-deleted one must not be listed.
  void remove(Path folder) {
    var doomed = models.resolve("." + UUID.randomUUID() + ".old");
    try {
      Files.move(folder, doomed);
    } catch (IOException e) {
      throw Problem.of(ModelShelf.class, "remove", id(folder), Reason.of(e)).exception(e);
    }
    FolderFiles.delete(doomed);
  }

  private static boolean hidden(Path folder) {
    return id(folder).startsWith(".");
  }

  private static String id(Path folder) {
    return folder.getFileName().toString();
  }

  /// A name as an id: letters and digits of any script, everything else a hyphen.
  private static String slug(String name) {
    var id = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' ? c : '-')
        .filter(c -> c != '-' || (!id.isEmpty() && id.charAt(id.length() - 1) != '-'))
        .forEachOrdered(id::appendCodePoint);
    var trimmed = id.toString().replaceAll("^[-.]+|[-.]+$", "");
    return trimmed.isEmpty() ? "model" : trimmed;
  }
}
