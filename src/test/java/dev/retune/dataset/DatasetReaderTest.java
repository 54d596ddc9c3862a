package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
  @TempDir Path folder;

  @Test
  void recognisesALlamaIndexFile() {
    var file = folder.resolve("any.json");
    LlamaIndexFormat.write(file, Sets.small());
    assertThat(DatasetReader.read(file, null)).isEqualTo(Sets.small());
    assertThat(DatasetReader.read(file, Split.TRAIN)).isEqualTo(Sets.small());
  }

  @Test
  void recognisesABeirFolderAndPrefersTheTestSplit() {
    BeirFormat.write(folder, Map.of(Split.VALIDATION, Sets.small(), Split.TEST, Sets.graded()));
    assertThat(DatasetReader.read(folder, null)).isEqualTo(Sets.graded());
    assertThat(DatasetReader.read(folder, Split.VALIDATION)).isEqualTo(Sets.small());
    assertThatThrownBy(() -> DatasetReader.read(folder, Split.TRAIN))
        .hasMessageContaining("validation, test");
  }

  @Test
  void recognisesADatasetFolderAndTheRunFolderAroundIt() {
    var set = Sets.graded();
    var data =
        new TrainingData(
            Shape.PAIRS,
            set.corpus(),
            set.queries(),
            List.of(new PairRow("q-b", "p1", Split.TRAIN)),
            Map.of(Split.VALIDATION, set));
    DatasetFolder.write(folder.resolve("dataset"), data, new DatasetInfo("x", Instant.EPOCH, null));
    assertThat(DatasetReader.read(folder, null)).isEqualTo(set);
    assertThat(DatasetReader.read(folder.resolve("dataset"), Split.VALIDATION)).isEqualTo(set);
  }

  @Test
  void saysWhatItReads() {
    assertThatThrownBy(() -> DatasetReader.read(folder, null)).hasMessageContaining("corpus.jsonl");
    assertThatThrownBy(() -> DatasetReader.read(folder.resolve("gone"), null))
        .hasMessageContaining("does not exist");
  }
}
