package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps vectors in a folder so that the same text is not embedded twice by the same model.
///
/// Every model, side, token limit and kind of windows has a folder of its own in it, with files
/// that are each written once and whole: several processes may share the cache, and a cancelled run
/// keeps what it had ready. A damaged file is only a slow start: its vectors are computed again.
/// Where the folder cannot be written, nothing is kept.
///
/// @param folder where the files lie; made when needed
public record VectorCache(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(VectorCache.class);

  /// So many texts are embedded and kept at a time.
  private static final int GROUP = 1024;

  /// Vectors for `texts`, from the folder where they are known, else from `embedder`.
  ///
  /// @param progress advances by one for each text
  /// @return one vector a text, in the order given: `[texts][dimension]`
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public float[][] embed(Embedder embedder, List<String> texts, InputType type, Progress progress) {
    var vectors = embed(new VectorSource(embedder, type, null), texts, progress);
    return Arrays.stream(vectors).map(text -> text[0]).toArray(float[][]::new);
  }

  /// Like [#embed(Embedder, List, InputType, Progress)], window by window:
  /// `[texts][windows][dimension]`.
  ///
  /// @throws dev.retune.text.ProblemException if the model cannot be given these windows
  public float[][][] embed(
      Embedder embedder, List<String> texts, InputType type, Windows windows, Progress progress) {
    return embed(new VectorSource(embedder, type, windows), texts, progress);
  }

  /// Like [#embed(Embedder, List, InputType, Progress)], one or several vectors a text as `source`
  /// gives them: `[texts][vectors][dimension]`.
  float[][][] embed(VectorSource source, List<String> texts, Progress progress) {
    progress.begin(Text.of(VectorCache.class, stage(source.type())), texts.size());
    var hashes = texts.stream().map(Sha256::of).toList();
    var place = folder.resolve(source.key());
    var known = new HashMap<String, float[][]>();
    hashes.forEach(hash -> known.put(hash, VectorSegment.NONE));
    load(place, source.embedder().dimension(), known);
    progress.advance(hashes.stream().filter(hash -> present(known, hash)).count());

    var missing = new LinkedHashMap<String, String>();
    int repeated = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (!present(known, hashes.get(i))
          && missing.putIfAbsent(hashes.get(i), texts.get(i)) != null) {
        repeated++;
      }
    }
    progress.advance(repeated);
    compute(source, place, missing, known, progress);
    return hashes.stream().map(known::get).map(Objects::requireNonNull).toArray(float[][][]::new);
  }

  private static boolean present(Map<String, float[][]> known, String hash) {
    return known.get(hash) != VectorSegment.NONE;
  }

  private static String stage(InputType type) {
    return switch (type) {
      case QUERY -> "embedQueries";
      case PASSAGE -> "embedPassages";
    };
  }

  private static void load(Path place, int dimension, Map<String, float[][]> known) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var files = Files.newDirectoryStream(place, "*" + VectorSegment.SUFFIX)) {
      for (var file : files) {
        loadOne(file, dimension, known);
      }
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", place, Reason.of(e)).exception(e);
    }
  }

  private static void loadOne(Path file, int dimension, Map<String, float[][]> known)
      throws IOException {
    try {
      if (!VectorSegment.read(file, dimension, known)) {
        LOG.warn("A file of cached vectors is damaged and is left out: {}", file);
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException _) {
      LOG.debug("Another process found {} damaged and removed it", file);
    }
  }

  private static void compute(
      VectorSource source,
      Path place,
      Map<String, String> missing,
      Map<String, float[][]> known,
      Progress progress) {
    var hashes = new ArrayList<>(missing.keySet());
    for (int start = 0; start < hashes.size(); start += GROUP) {
      progress.checkCancelled();
      var group = hashes.subList(start, Math.min(start + GROUP, hashes.size()));
      var texts = group.stream().map(missing::get).map(Objects::requireNonNull).toList();
      var vectors = source.embed(texts, new OneStage(progress));
      for (int i = 0; i < vectors.length; i++) {
        known.put(group.get(i), vectors[i]);
      }
      try {
        VectorSegment.write(
            place.resolve(UUID.randomUUID() + VectorSegment.SUFFIX), group, vectors);
      } catch (ProblemException e) {
        // The vectors themselves are good; only the next start is slower.
        LOG.warn("Vectors could not be kept: {}", e.getMessage());
      }
    }
  }
}
