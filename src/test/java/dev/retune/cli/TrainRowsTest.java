package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training on rows of other shapes than question and passage.
class TrainRowsTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";

  @TempDir Path folder;
  private Path rows;
  private Path measured;

  @BeforeEach
  void files() throws IOException {
    rows = folder.resolve("classes.jsonl");
    var lines = new StringBuilder();
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var i = 0; i < 16; i++) {
      var text = "pump number " + i;
      lines.append("{\"text\":\"%s\",\"label\":\"%s\"}%n".formatted(text, i % 3));
      corpus.put("p" + i, text);
      queries.put("q" + i, "which pump is " + i);
      qrels.put("q" + i, Map.of("p" + i, 1.0));
    }
    Files.writeString(rows, lines);
    measured = folder.resolve("measured.json");
    LlamaIndexFormat.write(measured, new RetrievalSet(corpus, queries, qrels));
  }

  @Test
  void aLossThatFitsTheRowsLearnsFromThem() {
    var answer = train("batch-hard-triplet");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.json().path("state").asText()).isEqualTo("finished");
  }

  @Test
  void aLossThatDoesNotIsRefusedNamingThoseThatDo() {
    var answer = train("triplet");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("loss.misfit", "triplet", "batch-hard-triplet");
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  private Terminal.Answer train(String loss) {
    return new Terminal(folder.resolve("home"))
        .run(
            "train",
            "--model",
            MODEL,
            "--train",
            rows.toString(),
            "--validation",
            measured.toString(),
            "--runs",
            folder.resolve("runs").toString(),
            "--loss",
            loss,
            "--margin",
            "1",
            "--max-steps",
            "2",
            "--batch-size",
            "8",
            "--threads",
            "1",
            "--json");
  }
}
