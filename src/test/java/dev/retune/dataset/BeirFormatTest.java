package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirFormatTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    file(
        "corpus.jsonl",
        """
        {"_id": "d1", "title": "Pumps", "text": "move fluid. ", "metadata": {}}
        {"_id": "d2", "title": "", "text": "Valves stop it."}

        {"id": 3, "text": "Pipes carry it."}
        """);
    file(
        "queries.jsonl",
        """
        {"_id": "q1", "text": "What moves fluid?"}
        {"query_id": "q2", "text": "What stops it?"}
        {"_id": "q3", "text": "What carries it?"}
        """);
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq2\td2\t2\nq1\td1\t1\nq1\td2\t0\n");
    file("qrels/dev.tsv", "q3\t3\n");
  }

  private void file(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void readsTitlesGradesAndTheQueriesOfTheSplit() {
    var test = BeirFormat.read(folder, Split.TEST);
    assertThat(test.corpus())
        .containsExactly(
            Map.entry("d1", "Pumps move fluid."),
            Map.entry("d2", "Valves stop it."),
            Map.entry("3", "Pipes carry it."));
    assertThat(List.copyOf(test.queries().keySet())).containsExactly("q1", "q2");
    assertThat(test.qrels())
        .isEqualTo(Map.of("q1", Map.of("d1", 1.0, "d2", 0.0), "q2", Map.of("d2", 2.0)));
  }

  @Test
  void headerAndScoreMayBeMissingAndDevMeansValidation() {
    assertThat(BeirFormat.splits(folder)).containsExactlyInAnyOrder(Split.TEST, Split.VALIDATION);
    assertThat(BeirFormat.read(folder, Split.VALIDATION).qrels())
        .isEqualTo(Map.of("q3", Map.of("3", 1.0)));
  }

  @Test
  void comesBackUnchanged() {
    var target = folder.resolve("copy");
    BeirFormat.write(target, Map.of(Split.TRAIN, Sets.graded(), Split.TEST, Sets.small()));
    assertThat(BeirFormat.read(target, Split.TRAIN)).isEqualTo(Sets.graded());
    assertThat(BeirFormat.read(target, Split.TEST)).isEqualTo(Sets.small());
    assertThat(target.resolve("qrels/train.tsv"))
        .content()
        .startsWith("query-id\tcorpus-id\tscore\n")
        .contains("q-b\tp1\t3\n", "q-b\tp2\t0.5\n", "q-a\tp0\t0\n");
  }

  @Test
  void refusesToMixTwoCorpora() {
    var other = new RetrievalSet(Map.of("z", "z"), Map.of(), Map.of());
    assertThatThrownBy(() ->
            BeirFormat.write(
                folder.resolve("copy"), Map.of(Split.TRAIN, Sets.small(), Split.TEST, other)))
        .hasMessageContaining("one corpus");
  }

  @Test
  void refusesAnIdThatWouldBreakTheTable() {
    var set =
        new RetrievalSet(Map.of("a\tb", "z"), Map.of("q", "?"), Map.of("q", Map.of("a\tb", 1.0)));
    assertThatThrownBy(() -> BeirFormat.write(folder.resolve("copy"), set, Split.TEST))
        .hasMessageContaining("a\tb");
  }

  @Test
  void saysWhichLineIsWrong() throws IOException {
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq9\td1\t1\n");
    assertProblem("dataset.unknownQueryAt", "test.tsv", "line 3", "q9");
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td9\t1\n");
    assertProblem("dataset.unknownPassageAt", "line 2", "d9");
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\tmuch\n");
    assertProblem("dataset.score", "line 2", "much");
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1 d1 1\n");
    assertProblem("dataset.columns", "line 2");
    file("qrels/test.tsv", "q1\td1\t1\nq1\td1\t0\n");
    assertProblem("dataset.contradiction", "line 2");
    file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t0\n");
    assertProblem("dataset.emptySplit", "test.tsv");
    Files.delete(folder.resolve("qrels/test.tsv"));
    assertProblem("dataset.noSplit", "test", "validation");
  }

  @Test
  void saysWhichTextIsWrong() throws IOException {
    file("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"a\"}\n{\"_id\": \"q1\", \"text\": \"b\"}");
    assertProblem("dataset.duplicate", "queries.jsonl", "line 2", "q1");
    file("queries.jsonl", "{\"_id\": \"q1\"}\n");
    assertProblem("dataset.field", "queries.jsonl", "line 1", "text");
    file("queries.jsonl", "{\"_id\": \"q1\", \n");
    assertProblem("file.json", "queries.jsonl", "line 1");
    file("queries.jsonl", "[1]\n");
    assertProblem("dataset.object", "queries.jsonl", "line 1");
    file(
        "queries.jsonl", "{\"_id\": \"q1\", \"text\": \"a\"} {\"_id\": \"q2\", \"text\": \"b\"}\n");
    assertProblem("file.json", "queries.jsonl", "line 1");
    file("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"a\"}\n\n");
    Files.write(
        folder.resolve("queries.jsonl"), new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
    assertProblem("dataset.utf8", "queries.jsonl", "line 3");
  }

  private void assertProblem(String code, String... words) {
    assertThatThrownBy(() -> BeirFormat.read(folder, Split.TEST))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContainingAll(words);
  }
}
