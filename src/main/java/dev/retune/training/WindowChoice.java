package dev.retune.training;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Which window of a passage a query is compared with in training: the one that answers it best
/// under the untuned base model with its prompts. Of a hard negative, too, that is the window that
/// looks most like an answer.
///
/// Chosen once, before the first step, and kept in `checkpoints/windows.json`, so that a resumed
/// run learns from the same windows.
///
/// A passage text goes by one id only, the first it has in the dataset: so windows of the same
/// passage are known as such wherever they meet.
final class WindowChoice {
  /// Whole passages.
  static final WindowChoice NONE = new WindowChoice(Map.of(), Map.of());

  private static final String FILE = "windows.json";

  private final Map<String, String> firstIds;
  private final Map<String, Map<String, Integer>> windows;

  private WindowChoice(Map<String, String> firstIds, Map<String, Map<String, Integer>> windows) {
    this.firstIds = firstIds;
    this.windows = windows;
  }

  /// The file.
  ///
  /// @param windows by query id and passage id, from 0
  private record Stored(int schemaVersion, Map<String, Map<String, Integer>> windows) {}

  /// Takes the choice from `checkpoints`, or makes it and puts it there; [#NONE] if the run reads
  /// whole passages.
  ///
  /// @throws dev.retune.text.ProblemException if the base model cannot be given these windows
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  static WindowChoice of(
      RunInputs inputs, Checkpoints checkpoints, NDManager parent, Progress progress) {
    var size = inputs.settings().retrieval().windows();
    if (size == null) {
      return NONE;
    }
    var firstIds = firstIds(inputs);
    var file = checkpoints.folder().resolve(FILE);
    if (!Files.exists(file)) {
      var chooser = new WindowChooser(inputs, size, asked(inputs, firstIds));
      var chosen = chooser.choose(checkpoints.vectors(), parent, progress);
      Json.write(file, new Stored(RunConfiguration.SCHEMA, chosen));
    }
    return new WindowChoice(firstIds, read(file));
  }

  private static Map<String, Map<String, Integer>> read(Path file) {
    Schema.check(file, Json.read(file, JsonNode.class), RunConfiguration.SCHEMA);
    return Json.read(file, Stored.class).windows();
  }

  /// The rows that stand in a batch: a short run need not choose for all.
  private static List<Example> planned(RunInputs inputs) {
    return inputs.plan().batches().stream()
        .flatMapToInt(Arrays::stream)
        .distinct()
        .sorted()
        .mapToObj(inputs.examples()::get)
        .filter(example -> example.source() == 0)
        .toList();
  }

  private static Map<String, String> firstIds(RunInputs inputs) {
    var byText = new HashMap<String, String>();
    var firstIds = new HashMap<String, String>();
    for (var example : planned(inputs)) {
      for (var id : example.others()) {
        var text = inputs.plain(TextKey.passage(id));
        firstIds.put(id, byText.computeIfAbsent(text, _ -> id));
      }
    }
    return firstIds;
  }

  /// The passages that each query is compared with, by query id.
  private static Map<String, List<String>> asked(RunInputs inputs, Map<String, String> firstIds) {
    var asked = new LinkedHashMap<String, List<String>>();
    for (var example : planned(inputs)) {
      var passages = asked.computeIfAbsent(example.first(), _ -> new ArrayList<>());
      for (var id : example.others()) {
        passages.add(Objects.requireNonNull(firstIds.get(id)));
      }
    }
    return asked;
  }

  /// The rows with windows in place of whole passages; a text that stands alone stays whole, and so
  /// does one of an auxiliary dataset.
  List<Example> apply(List<Example> examples) {
    return windows.isEmpty() ? examples : examples.stream().map(this::apply).toList();
  }

  private Example apply(Example example) {
    if (example.source() != 0) {
      return example;
    }
    var texts = new ArrayList<TextKey>();
    texts.add(example.texts().getFirst());
    var ofQuery = windows.getOrDefault(example.first(), Map.of());
    for (var id : example.others()) {
      var known = firstIds.getOrDefault(id, id);
      texts.add(TextKey.window(known, ofQuery.getOrDefault(known, 0)));
    }
    return new Example(texts, example.targets(), example.weight(), example.right());
  }
}
