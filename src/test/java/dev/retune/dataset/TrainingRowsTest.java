package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRowsTest {
  @TempDir Path folder;

  @Test
  void flagEmbeddingWithAndWithoutTeacher() throws IOException {
    var taught =
        read(
            """
            {"query":"a","pos":["b","c"],"neg":["d","e"],"pos_scores":[0.9,0.8],"neg_scores":[0.1,0]}
            {"query":"f","pos":["b"],"neg":["g"],"pos_scores":[1],"neg_scores":[-2.5],"type":"normal"}
            """);
    assertThat(taught.shape()).isEqualTo(Shape.TRIPLETS);
    assertThat(taught.queries()).isEqualTo(Map.of("train/q1", "a", "train/q2", "f"));
    assertThat(taught.corpus().values()).containsExactly("d", "e", "b", "c", "g");
    assertThat(taught.rows())
        .containsExactly(
            triplet("train/q1", "train/p3", List.of("train/p1", "train/p2"), .9, List.of(.1, 0.0)),
            triplet("train/q1", "train/p4", List.of("train/p1", "train/p2"), .8, List.of(.1, 0.0)),
            triplet("train/q2", "train/p3", List.of("train/p5"), 1, List.of(-2.5)));
    assertThat(read("{\"query\":\"a\",\"pos\":[\"b\"],\"neg\":[\"c\"]}\n").rows())
        .containsExactly(
            new TripletRow("train/q1", "train/p2", List.of("train/p1"), Split.TRAIN, null));
    assertThat(read("{\"query\":\"a\",\"pos\":[\"b\"],\"neg\":[]}\n").rows())
        .containsExactly(new PairRow("train/q1", "train/p1", Split.TRAIN));
  }

  @Test
  void columnsOfSentenceTransformers() throws IOException {
    assertThat(read("{\"anchor\":\"a\",\"positive\":\"b\"}\n").rows())
        .containsExactly(new PairRow("train/q1", "train/p1", Split.TRAIN));
    assertThat(
            read("{\"anchor\":\"a\",\"positive\":\"b\",\"negative_1\":\"c\",\"negative_2\":\"d\"}\n")
                .rows())
        .containsExactly(
            new TripletRow(
                "train/q1", "train/p1", List.of("train/p2", "train/p3"), Split.TRAIN, null));
    assertThat(read("{\"query\":\"a\",\"answer\":\"b\"}\n").rows())
        .containsExactly(new PairRow("train/q1", "train/p1", Split.TRAIN));
    assertThat(read("{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":0.5}\n").rows())
        .containsExactly(new ScoredRow("train/q1", "train/p1", .5, Split.TRAIN, null));
    assertThat(read("{\"premise\":\"a\",\"hypothesis\":\"b\",\"label\":\"neutral\"}\n").rows())
        .containsExactly(new LabelledRow("train/q1", "train/p1", "neutral", Split.TRAIN, null));
    assertThat(read("{\"sentence1\":\"a\",\"sentence2\":\"b\",\"label\":1}\n").rows())
        .containsExactly(new LabelledRow("train/q1", "train/p1", "1", Split.TRAIN, null));
    assertThat(read("{\"text\":\"a\",\"label\":\"pump\"}\n").rows())
        .containsExactly(new ClassRow("train/p1", "pump", Split.TRAIN, null));
  }

  @Test
  void whatIsWrongNamesTheLine() {
    var good = "{\"anchor\":\"a\",\"positive\":\"b\",\"negative\":\"c\"}\n";
    refused(good + "{\"text\":\"a\",\"label\":\"x\"}\n", "line 2", "classes");
    refused("{\"words\":\"a\"}\n", "line 1", "no row");
    refused("{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":\"high\"}\n", "line 1", "high");
    refused("{\"anchor\":5.5,\"positive\":[]}\n", "line 1", "positive");
    refused(
        "{\"query\":\"a\",\"pos\":[\"b\"],\"neg\":[\"c\",\"d\"],\"pos_scores\":[1],\"neg_scores\":[0]}\n",
        "line 1",
        "2 negatives");
    refused("\n", "no rows");
  }

  @Test
  void rowsAndScoresSurviveFreezing() throws IOException {
    var set = Sets.graded();
    var rows =
        read(
            "{\"query\":\"a\",\"pos\":[\"b\"],\"neg\":[\"c\"],\"pos_scores\":[0.9],\"neg_scores\":[0.1]}\n");
    var data = rows.measuredOn(Map.of(Split.VALIDATION, set));
    var frozen = folder.resolve("frozen");
    DatasetFolder.write(frozen, data, new DatasetInfo("x", Instant.EPOCH, null));
    assertThat(Files.readString(frozen.resolve("triplets.jsonl")))
        .contains("\"pos_scores\":[0.9],\"neg_scores\":[0.1]");
    var again = DatasetFolder.read(frozen);
    assertThat(again).isEqualTo(data);
    assertThat(again.evaluation(Split.VALIDATION)).isEqualTo(set);
  }

  @Test
  void aFrozenRowWithTooFewScoresIsRefused() throws IOException {
    var file = folder.resolve("triplets.jsonl");
    Files.writeString(
        file,
        "{\"query\":\"q\",\"positive\":\"p\",\"negatives\":[\"p\"],\"neg_scores\":[1],\"split\":\"train\"}\n");
    assertThatThrownBy(
            () -> RowFile.read(file, Shape.TRIPLETS, Map.of("p", "text"), Map.of("q", "text")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("line 1", "teacher");
  }

  private void refused(String lines, String... words) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll(words);
  }

  private TrainingRows read(String lines) throws IOException {
    var file = folder.resolve("rows.jsonl");
    Files.writeString(file, lines);
    assertThat(TrainingRows.matches(file)).isTrue();
    return TrainingRows.read(file);
  }

  private static TripletRow triplet(
      String query, String positive, List<String> negatives, double score, List<Double> others) {
    return new TripletRow(query, positive, negatives, List.of(score), others, Split.TRAIN, null);
  }
}
