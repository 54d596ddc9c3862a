package dev.retune.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The frozen `dataset/` of a run folder, schema version 1.
///
/// ```
/// dataset.json       schema version, name, shape, counts, fingerprint
/// <shape>.jsonl      the rows: ids of texts, split, origin
/// corpus.jsonl       passages in BEIR's layout, with `splits` where not every split searches them
/// queries.jsonl      queries in BEIR's layout
/// qrels/<split>.tsv  judgements in BEIR's layout
/// ```
///
/// So every evaluation tool that reads BEIR reads this folder too.
public final class DatasetFolder {
  static final int SCHEMA_VERSION = 1;
  private static final String MANIFEST = "dataset.json";

  private DatasetFolder() {}

  /// `dataset.json`; written last, so a folder without it was never finished.
  private record Manifest(
      int schemaVersion,
      DatasetInfo info,
      Shape shape,
      int rows,
      int passages,
      int queries,
      Set<Split> splits,
      String fingerprint) {}

  /// Whether `folder` holds a whole one.
  public static boolean matches(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /// Writes `data` into `folder`, which must not hold a dataset yet.
  ///
  /// @return the fingerprint: SHA-256 over the contents, independent of name and time
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static String write(Path folder, TrainingData data, DatasetInfo info) {
    if (matches(folder)) {
      throw Problem.of(DatasetFolder.class, "frozen", folder).exception();
    }
    RowFile.write(folder.resolve(data.shape().fileName()), data.rows());
    TextFile.writeCorpus(folder.resolve(TextFile.CORPUS), data.corpus(), id -> searched(data, id));
    TextFile.writeQueries(folder.resolve(TextFile.QUERIES), data.queries());
    data.evaluation()
        .forEach((split, set) -> QrelsFile.write(BeirFormat.qrels(folder, split), set.qrels()));
    var splits = data.evaluation().keySet();
    var fingerprint = contents(folder, data.shape(), splits);
    Json.write(
        folder.resolve(MANIFEST),
        new Manifest(
            SCHEMA_VERSION,
            info,
            data.shape(),
            data.rows().size(),
            data.corpus().size(),
            data.queries().size(),
            splits,
            fingerprint));
    return fingerprint;
  }

  /// Reads and checks a whole dataset.
  ///
  /// @throws dev.retune.text.ProblemException if the folder is damaged, was changed after it was
  ///   frozen, or was written by a newer version
  public static TrainingData read(Path folder) {
    var manifest = manifest(folder);
    if (!manifest.fingerprint().equals(contents(folder, manifest.shape(), manifest.splits()))) {
      throw Problem.of(DatasetFolder.class, "changed", folder).exception();
    }
    return DatasetFolderReader.read(folder, manifest.shape(), manifest.splits());
  }

  /// What the dataset says about itself.
  ///
  /// @throws dev.retune.text.ProblemException if it is not there or was written by a newer version
  public static DatasetInfo info(Path folder) {
    return manifest(folder).info();
  }

  /// The fingerprint that was recorded when the dataset was frozen.
  ///
  /// @throws dev.retune.text.ProblemException if it is not there or was written by a newer version
  public static String fingerprint(Path folder) {
    return manifest(folder).fingerprint();
  }

  private static Manifest manifest(Path folder) {
    var file = folder.resolve(MANIFEST);
    var tree = Json.read(file, JsonNode.class);
    // The version is looked at before anything else: a newer file may have another form.
    int version = tree.path("schema_version").asInt(0);
    if (version > SCHEMA_VERSION) {
      throw Problem.of(DatasetFolder.class, "newer", file, version, SCHEMA_VERSION).exception();
    }
    var manifest = Json.read(file, Manifest.class);
    if (version < 1 || incomplete(manifest)) {
      throw Problem.of(DatasetFolder.class, "manifest", file).exception();
    }
    return manifest;
  }

  private static boolean incomplete(Manifest manifest) {
    return Stream.<@Nullable Object>of(
            manifest.info(), manifest.shape(), manifest.splits(), manifest.fingerprint())
        .anyMatch(Objects::isNull);
  }

  /// The splits that search one passage; null if all do.
  private static @Nullable Set<Split> searched(TrainingData data, String id) {
    var splits = EnumSet.noneOf(Split.class);
    data.evaluation()
        .forEach((split, set) -> {
          if (set.corpus().containsKey(id)) {
            splits.add(split);
          }
        });
    return splits.size() == data.evaluation().size() ? null : splits;
  }

  private static String contents(Path folder, Shape shape, Set<Split> splits) {
    var files = new ArrayList<>(List.of(shape.fileName(), TextFile.CORPUS, TextFile.QUERIES));
    EnumSet.allOf(Split.class).stream()
        .filter(splits::contains)
        .forEach(split -> files.add("qrels/" + split.id() + ".tsv"));
    var all = new StringBuilder();
    for (var name : files) {
      var file = folder.resolve(name);
      try {
        all.append(name).append(' ').append(Sha256.of(file)).append('\n');
      } catch (IOException e) {
        throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
      }
    }
    return Sha256.of(all.toString());
  }
}
