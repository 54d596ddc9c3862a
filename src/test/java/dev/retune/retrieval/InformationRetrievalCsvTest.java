package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.encoder.Similarity;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformationRetrievalCsvTest {
  @TempDir Path folder;

  @Test
  void readsThePublishedFigures() {
    var name = InformationRetrievalCsv.fileName("bge");
    var line = InformationRetrievalCsv.read(TestData.shared("lyft-uber/" + name)).getFirst();
    assertThat(line.epoch()).isEqualTo(-1);
    assertThat(line.steps()).isEqualTo(-1);
    assertThat(line.metrics().get(Similarity.COSINE))
        .hasSize(15)
        .containsEntry("accuracy@1", 0.5088607594936709)
        .containsEntry("recall@3", 0.6860759493670886)
        .containsEntry("ndcg@10", 0.6582598437915627);
    assertThat(line.metrics().get(Similarity.DOT)).containsEntry("map@100", 0.6119765723980304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bge", "finetuned"})
  void writesThePublishedFileAgainUnderTodaysNames(String name) throws IOException {
    var published = TestData.shared("lyft-uber/" + InformationRetrievalCsv.fileName(name));
    var ours = folder.resolve("ours.csv");
    InformationRetrievalCsv.append(ours, InformationRetrievalCsv.read(published).getFirst());
    assertThat(Files.readString(ours))
        .isEqualTo(
            Files.readString(published)
                .replace("\r\n", "\n")
                .replace("cos_sim-", "cosine-")
                .replace("dot_score-", "dot-"));
  }

  private static InformationRetrievalCsv.Line line(double epoch, long steps, double value) {
    var metrics = new HashMap<String, Double>();
    CsvColumn.of(Similarity.COSINE, List.of(1, 3, 5, 10))
        .forEach(column -> metrics.put(column.metric(), value));
    return new InformationRetrievalCsv.Line(epoch, steps, Map.of(Similarity.COSINE, metrics));
  }

  @Test
  void linesOfARunStandUnderOneHeader() throws IOException {
    var file = folder.resolve("r.csv");
    InformationRetrievalCsv.append(file, line(0.5, 30, .25));
    InformationRetrievalCsv.append(file, line(1, 60, 1));
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .first()
        .isEqualTo(
            "epoch,steps,cosine-Accuracy@1,cosine-Accuracy@3,cosine-Accuracy@5,cosine-Accuracy@10,"
                + "cosine-Precision@1,cosine-Recall@1,cosine-Precision@3,cosine-Recall@3,"
                + "cosine-Precision@5,cosine-Recall@5,cosine-Precision@10,cosine-Recall@10,"
                + "cosine-MRR@10,cosine-NDCG@10,cosine-MAP@100");
    assertThat(Files.readAllLines(file).get(2)).startsWith("1.0,60,1.0,1.0");
    assertThat(InformationRetrievalCsv.read(file))
        .containsExactly(line(0.5, 30, .25), line(1, 60, 1));
  }

  @Test
  void aFileWithoutALastLineEndIsGoneOnWith() throws IOException {
    var file = folder.resolve("r.csv");
    InformationRetrievalCsv.append(file, line(0.5, 30, .25));
    Files.writeString(file, Files.readString(file).stripTrailing());
    InformationRetrievalCsv.append(file, line(1, 60, 1));
    assertThat(InformationRetrievalCsv.read(file))
        .containsExactly(line(0.5, 30, .25), line(1, 60, 1));
  }

  @Test
  void refusesOtherColumnsAndMissingMetrics() {
    var file = folder.resolve("r.csv");
    InformationRetrievalCsv.append(file, line(-1, -1, 0));
    var both = new EnumMap<Similarity, Map<String, Double>>(line(-1, -1, 0).metrics());
    both.put(Similarity.DOT, line(-1, -1, 0).metrics().get(Similarity.COSINE));
    assertThatThrownBy(() ->
            InformationRetrievalCsv.append(file, new InformationRetrievalCsv.Line(1, 2, both)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("other columns");
    var missing = new InformationRetrievalCsv.Line(1, 2, Map.of(Similarity.COSINE, Map.of()));
    assertThatThrownBy(() -> InformationRetrievalCsv.append(file, missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accuracy@1");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    var file = Files.writeString(folder.resolve("x.csv"), "a,b\n");
    assertThatThrownBy(() -> InformationRetrievalCsv.read(file)).hasMessageContaining("header");
    for (var wrong : List.of("-1,-1", "-1,-1,much", "one,-1,0.5")) {
      Files.writeString(file, "epoch,steps,cosine-MRR@10\n-1,-1,0.5\n" + wrong + "\n");
      assertThatThrownBy(() -> InformationRetrievalCsv.read(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageContainingAll("x.csv", "line 3");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.5088607594936709, 0.5088607594936709",
    "0, 0.0",
    "1, 1.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.000012345, 1.2345e-05",
    "12345678, 12345678.0",
    "1e16, 1e+16",
    "-0.25, -0.25"
  })
  void numbersAreWrittenAsPythonDoes(double value, String written) {
    assertThat(PythonFloat.repr(value)).isEqualTo(written);
  }
}
