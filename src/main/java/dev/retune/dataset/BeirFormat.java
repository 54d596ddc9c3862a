package dev.retune.dataset;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A BEIR folder: `corpus.jsonl`, `queries.jsonl`, `qrels/<split>.tsv` (Thakur et al. 2021; layout
/// as read by `beir.datasets.data_loader.GenericDataLoader`).
///
/// A passage's text is its title, a space and its text, without white space at the ends. Only the
/// queries that a split judges belong to it.
public final class BeirFormat {
  private static final String QRELS = "qrels";

  private BeirFormat() {}

  /// Whether `folder` looks like a BEIR folder.
  static boolean matches(Path folder) {
    return Files.isRegularFile(folder.resolve(TextFile.CORPUS))
        && Files.isRegularFile(folder.resolve(TextFile.QUERIES));
  }

  /// The splits that the folder has judgements for.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read
  public static Set<Split> splits(Path folder) {
    return Collections.unmodifiableSet(files(folder).keySet());
  }

  /// Reads one split.
  ///
  /// @throws dev.retune.text.ProblemException naming file and line, if there is no such split, an
  ///   id is unknown or given twice, or the split has no relevant passage
  public static RetrievalSet read(Path folder, Split split) {
    var files = files(folder);
    var file = files.get(split);
    if (file == null) {
      throw TrainingDataRules.noSplit(split, files.keySet()).exception();
    }
    var corpus = TextFile.read(folder.resolve(TextFile.CORPUS));
    corpus.replaceAll((_, text) -> text.strip());
    var queries = TextFile.read(folder.resolve(TextFile.QUERIES));
    return new RetrievalSet(corpus, queries, QrelsFile.read(file, corpus, queries)).judgedOnly();
  }

  private static Map<Split, Path> files(Path folder) {
    var qrels = folder.resolve(QRELS);
    var files = new EnumMap<Split, Path>(Split.class);
    if (!Files.isDirectory(qrels)) {
      return files;
    }
    try (var entries = Files.newDirectoryStream(qrels, "*.tsv")) {
      for (var entry : entries) {
        var name = entry.getFileName().toString();
        // Where two names mean one split (dev and validation), the later in the alphabet counts.
        Split.named(name.substring(0, name.length() - ".tsv".length()))
            .ifPresent(split -> files.merge(split, entry, BeirFormat::later));
      }
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", qrels, Reason.of(e)).exception(e);
    }
    return files;
  }

  private static Path later(Path one, Path other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// Writes one split; see the other `write`.
  public static void write(Path folder, RetrievalSet set, Split split) {
    write(folder, Map.of(split, set));
  }

  /// Writes one corpus and what each split judges of it.
  ///
  /// @throws dev.retune.text.ProblemException if the splits search different passages (BEIR has one
  ///   corpus for all), one id means two queries, an id has a tab or line break in it, or a file
  ///   cannot be written
  public static void write(Path folder, Map<Split, RetrievalSet> sets) {
    var ordered = new EnumMap<>(sets);
    var corpus = ordered.values().iterator().next().corpus();
    var queries = new LinkedHashMap<String, String>();
    ordered.forEach((split, set) -> {
      if (!set.corpus().equals(corpus)) {
        throw Problem.of(BeirFormat.class, "corpora", folder).exception();
      }
      set.queries()
          .forEach((id, text) -> {
            var known = queries.putIfAbsent(id, text);
            if (known != null && !known.equals(text)) {
              throw Problem.of(TrainingDataRules.class, "otherText", id, split.id()).exception();
            }
          });
    });
    TextFile.writeCorpus(folder.resolve(TextFile.CORPUS), corpus, _ -> null);
    TextFile.writeQueries(folder.resolve(TextFile.QUERIES), queries);
    ordered.forEach((split, set) -> QrelsFile.write(qrels(folder, split), set.qrels()));
  }

  static Path qrels(Path folder, Split split) {
    return folder.resolve(QRELS).resolve(split.id() + ".tsv");
  }
}
