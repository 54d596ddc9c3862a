package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
  private static final DatasetInfo INFO =
      new DatasetInfo("Pumps", Instant.parse("2026-11-01T10:00:00Z"), "a project");

  @TempDir Path folder;

  private static TrainingData data(Shape shape, Row... rows) {
    var set = Sets.graded();
    return new TrainingData(
        shape, set.corpus(), set.queries(), List.of(rows), Map.of(Split.VALIDATION, set));
  }

  private static TrainingData pairs() {
    return data(
        Shape.PAIRS,
        new PairRow("q-b", "p1", 3, Split.TRAIN, new Origin("pumps.pdf", "c-7")),
        new PairRow("q-a", "p2", 0.5, Split.VALIDATION, new Origin("pumps.pdf", null)),
        new PairRow("q-a", "p0", Split.TEST));
  }

  private TrainingData throughFiles(TrainingData data) {
    DatasetFolder.write(folder, data, INFO);
    assertThat(folder.resolve(data.shape().id() + ".jsonl")).exists();
    return DatasetFolder.read(folder);
  }

  @Test
  void pairsComeBackUnchanged() {
    var again = throughFiles(pairs());
    assertThat(again).isEqualTo(pairs());
    assertThat(again.rows(Split.TRAIN)).hasSize(1);
    assertThat(List.copyOf(again.corpus().keySet())).containsExactly("p2", "p1", "p0");
    assertThat(DatasetFolder.info(folder)).isEqualTo(INFO);
  }

  @Test
  void tripletsComeBackUnchanged() {
    var rows = new TripletRow("q-b", "p1", List.of("p2", "p0"), Split.TRAIN, new Origin("d", "c"));
    var data = data(Shape.TRIPLETS, rows);
    assertThat(throughFiles(data)).isEqualTo(data);
  }

  @Test
  void scoredComeBackUnchanged() {
    var data = data(Shape.SCORED, new ScoredRow("q-b", "p1", 0.25, Split.TRAIN, null));
    assertThat(throughFiles(data)).isEqualTo(data);
  }

  @Test
  void labelledComeBackUnchanged() {
    var data = data(Shape.LABELLED, new LabelledRow("q-b", "p1", "entailment", Split.TRAIN, null));
    assertThat(throughFiles(data)).isEqualTo(data);
  }

  @Test
  void classesComeBackUnchanged() {
    var data = data(Shape.CLASSES, new ClassRow("p1", "pump", Split.TEST, null));
    assertThat(throughFiles(data)).isEqualTo(data);
  }

  @Test
  void everySplitSearchesItsOwnPassagesAgain() {
    var train = LlamaIndexFormat.read(TestData.shared("lyft-uber/train_dataset.json"));
    var validation = LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json"));
    var data = TrainingData.ofPairs(Map.of(Split.TRAIN, train, Split.VALIDATION, validation));
    var again = throughFiles(data);
    assertThat(again).isEqualTo(data);
    assertThat(again.evaluation(Split.VALIDATION)).isEqualTo(validation);
    assertThat(again.rows(Split.TRAIN)).hasSize(668);
    assertThat(again.corpus()).hasSize(334 + 395);
  }

  @Test
  void fingerprintFollowsTheContentOnly() {
    var first = DatasetFolder.write(folder.resolve("a"), pairs(), INFO);
    var other = new DatasetInfo("Other", Instant.EPOCH, null);
    var second = DatasetFolder.write(folder.resolve("b"), pairs(), other);
    assertThat(first).hasSize(64).isEqualTo(second);
    assertThat(DatasetFolder.fingerprint(folder.resolve("b"))).isEqualTo(first);
    var fewer = data(Shape.PAIRS, pairs().rows().getFirst());
    assertThat(DatasetFolder.write(folder.resolve("c"), fewer, INFO)).isNotEqualTo(first);
  }

  @Test
  void aFrozenDatasetIsNeverOverwritten() {
    DatasetFolder.write(folder, pairs(), INFO);
    assertThatThrownBy(() -> DatasetFolder.write(folder, pairs(), INFO))
        .hasMessageContaining("already holds");
  }

  @Test
  void noticesAChange() throws IOException {
    DatasetFolder.write(folder, pairs(), INFO);
    var rows = folder.resolve("pairs.jsonl");
    Files.writeString(rows, Files.readString(rows).replace("0.5", "0.6"));
    assertThatThrownBy(() -> DatasetFolder.read(folder)).hasMessageContaining("was changed");
  }

  @Test
  void refusesANewerVersionAndAnUnfinishedFolder() throws IOException {
    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("dataset.json");
    DatasetFolder.write(folder, pairs(), INFO);
    var manifest = folder.resolve("dataset.json");
    Files.writeString(manifest, "{\"schema_version\": 2, \"shape\": \"knots\"}");
    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("schema version 2");
    Files.writeString(manifest, "{\"schema_version\": 1}");
    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("incomplete");
  }

  @Test
  void saysWhichRowIsWrong() throws IOException {
    var file = folder.resolve("pairs.jsonl");
    var corpus = Map.of("p", "text");
    var queries = Map.of("q", "text");
    var good = "{\"query\":\"q\",\"passage\":\"p\",\"relevance\":1,\"split\":\"train\"}\n";
    var wrong =
        Map.of(
            good.replace("\"p\"", "\"x\""), "line 2: no passage",
            good.replace("\"q\"", "\"x\""), "line 2: no query",
            good.replace("train", "later"), "line 2",
            good.replace("relevance", "weight"), "line 2: the field “relevance”");
    for (var line : wrong.entrySet()) {
      Files.writeString(file, good + line.getKey());
      assertThatThrownBy(() -> RowFile.read(file, Shape.PAIRS, corpus, queries))
          .isInstanceOf(ProblemException.class)
          .hasMessageContainingAll("pairs.jsonl", line.getValue());
    }
  }
}
