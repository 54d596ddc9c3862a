package dev.retune.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.Safetensors;
import dev.retune.encoder.TensorSource;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `checkpoints/`: `step-000040` to go on from (weights, optimiser, position) and `best-000030` to
/// keep (weights, evaluation). Each is written beside its place and moved there whole.
final class Checkpoints {
  private static final String WEIGHTS = "weights.safetensors";
  private static final String OPTIMISER = "optimiser.safetensors";
  private static final String POSITION = "position.json";
  private static final String HASH = "weights.sha256";
  private static final String STEP = "step-";
  private static final String BEST = "best-";

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /// All that is needed to go on.
  record Snapshot(
      Map<String, TensorSource> weights, Map<String, TensorSource> optimiser, Position position) {}

  /// Saves a place to go on from, then removes what it makes superfluous: all but the `keep` latest
  /// of its kind, and best weights other than those of `best`.
  ///
  /// @return the folder's name
  /// @throws dev.retune.text.ProblemException if it cannot be written; older checkpoints stand
  String save(
      int step,
      Position.@Nullable Best best,
      int waited,
      double seconds,
      Thrift thrift,
      LossScale.@Nullable State lossScale,
      Map<String, ? extends TensorSource> weights,
      Map<String, ? extends TensorSource> optimiser,
      int keep) {
    var name = name(STEP, step);
    whole(
        name,
        part -> {
          Safetensors.write(part.resolve(WEIGHTS), weights);
          Safetensors.write(part.resolve(OPTIMISER), optimiser);
          var hashes = new TreeMap<String, String>();
          for (var file : List.of(WEIGHTS, OPTIMISER)) {
            hashes.put(file, Sha256.of(part.resolve(file)));
          }
          Json.write(
              part.resolve(POSITION),
              new Position(
                  Position.SCHEMA,
                  step,
                  best,
                  waited,
                  seconds,
                  thrift.tokens(),
                  thrift.layerwise(),
                  lossScale,
                  hashes));
        });
    prune(keep, best);
    return name;
  }

  /// The latest checkpoint whose files are whole.
  ///
  /// @param damaged told of each later one that is not
  Optional<Snapshot> latest(Consumer<Problem> damaged) {
    for (var checkpoint : named(STEP).reversed()) {
      try {
        return Optional.of(load(checkpoint));
      } catch (ProblemException e) {
        damaged.accept(e.problem());
      } catch (IOException e) {
        damaged.accept(
            Problem.of(
                Checkpoints.class, "checkpoint.damaged", checkpoint.getFileName().toString()));
      }
    }
    return Optional.empty();
  }

  private static Snapshot load(Path checkpoint) throws IOException {
    var file = checkpoint.resolve(POSITION);
    Schema.check(file, Json.read(file, JsonNode.class), Position.SCHEMA);
    var position = Json.read(file, Position.class);
    for (var hash : position.sha256().entrySet()) {
      if (!hash.getValue().equals(Sha256.of(checkpoint.resolve(hash.getKey())))) {
        throw Problem.of(
                Checkpoints.class, "checkpoint.damaged", checkpoint.getFileName().toString())
            .exception();
      }
    }
    return new Snapshot(
        Safetensors.sources(checkpoint.resolve(WEIGHTS)),
        Safetensors.sources(checkpoint.resolve(OPTIMISER)),
        position);
  }

  /// Keeps the weights of `step` with how they did.
  void saveBest(
      int step, Map<String, ? extends TensorSource> weights, StoredEvaluation evaluation) {
    whole(
        name(BEST, step),
        part -> {
          Safetensors.write(part.resolve(WEIGHTS), weights);
          Files.writeString(part.resolve(HASH), Sha256.of(part.resolve(WEIGHTS)));
          Json.write(part.resolve("evaluation.json"), evaluation);
        });
  }

  /// Whether the kept weights of `step` and their evaluation are whole.
  boolean bestIsWhole(int step) {
    var best = folder.resolve(name(BEST, step));
    try {
      bestEvaluation(step);
      return Files.readString(best.resolve(HASH)).equals(Sha256.of(best.resolve(WEIGHTS)));
    } catch (IOException | ProblemException _) {
      return false;
    }
  }

  Map<String, FloatTensor> bestWeights(int step) {
    return Safetensors.read(folder.resolve(name(BEST, step)).resolve(WEIGHTS));
  }

  StoredEvaluation bestEvaluation(int step) {
    return Json.read(
        folder.resolve(name(BEST, step)).resolve("evaluation.json"), StoredEvaluation.class);
  }

  /// Whether there is a place to go on from.
  boolean begun() {
    return !named(STEP).isEmpty();
  }

  /// `checkpoints/` itself.
  Path folder() {
    return folder;
  }

  /// Where vectors that never change may be kept while the run goes on.
  Path vectors() {
    return folder.resolve("vectors");
  }

  /// Steps of the places to go on from, in order, or what has stayed of them after the end.
  List<Integer> steps() {
    return steps(STEP);
  }

  /// The step of the best weights that are kept here.
  Optional<Integer> best() {
    return steps(BEST).reversed().stream().findFirst();
  }

  private List<Integer> steps(String prefix) {
    return named(prefix).stream()
        .map(path -> Integer.valueOf(path.getFileName().toString().substring(prefix.length())))
        .toList();
  }

  /// What was trained by `step`, one of [#steps].
  ///
  /// @throws dev.retune.text.ProblemException if it is not whole
  Map<String, FloatTensor> weights(int step) {
    var checkpoint = folder.resolve(name(STEP, step));
    try {
      var position = Json.read(checkpoint.resolve(POSITION), Position.class);
      var file = checkpoint.resolve(WEIGHTS);
      if (Sha256.of(file).equals(position.sha256().get(WEIGHTS))) {
        return Safetensors.read(file);
      }
    } catch (IOException | ProblemException _) {
      // As with numbers that have changed.
    }
    throw Problem.of(Checkpoints.class, "checkpoint.lost", checkpoint.toString()).exception();
  }

  /// Removes what only a run that goes on needs, once the model stands.
  ///
  /// @param keep so many places to go on from were to be kept: if that is more than the one that
  ///   every run needs, their weights stay, for a person may want a model of them
  void clear(int keep) {
    Folders.deleteQuietly(vectors());
    named(BEST).forEach(Folders::deleteQuietly);
    if (keep > 1) {
      named(STEP).forEach(path -> Folders.deleteQuietly(path.resolve(OPTIMISER)));
    } else {
      named(STEP).forEach(Folders::deleteQuietly);
      Folders.deleteQuietly(folder.resolve(Rotation.FILE));
    }
  }

  private void prune(int keep, Position.@Nullable Best best) {
    var steps = named(STEP);
    steps.subList(0, Math.max(0, steps.size() - keep)).forEach(Folders::deleteQuietly);
    if (best != null) {
      var kept = name(BEST, best.step());
      named(BEST).stream()
          .filter(path -> !path.getFileName().toString().equals(kept))
          .forEach(Folders::deleteQuietly);
    }
  }

  private List<Path> named(String prefix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(
          entries
              .filter(path -> path.getFileName().toString().startsWith(prefix))
              .sorted(Comparator.comparing(path -> path.getFileName().toString()))
              .toList());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String name(String prefix, int step) {
    return prefix + String.format(Locale.ROOT, "%08d", step);
  }

  /// What fills a checkpoint.
  @FunctionalInterface
  private interface Content {
    void writeTo(Path part) throws IOException;
  }

  private void whole(String name, Content content) {
    var part = folder.resolve("." + name + ".part");
    try {
      Folders.delete(part);
      Files.createDirectories(part);
      content.writeTo(part);
      var target = folder.resolve(name);
      Folders.delete(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      Folders.deleteQuietly(part);
    }
  }

  private ProblemException failure(IOException e) {
    return Problem.of(Checkpoints.class, "checkpoint.write", folder.toString(), Reason.of(e))
        .exception(e);
  }
}
