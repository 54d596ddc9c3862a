package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.BeirFormat;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.file.Json;
import dev.retune.retrieval.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Windows and hybrid scores beside the plain model.
class ScoringOutputTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";

  @TempDir Path folder;
  private Terminal terminal;
  private String file;
  private String splits;

  @BeforeEach
  void datasets() {
    terminal = new Terminal(folder.resolve("home"));
    var test = set("What of the oil seal %d?");
    var written = folder.resolve("set.json");
    LlamaIndexFormat.write(written, test);
    file = written.toString();
    var beir = folder.resolve("splits");
    BeirFormat.write(
        beir, Map.of(Split.TEST, test, Split.VALIDATION, set("Which seal of spindle %d?")));
    splits = beir.toString();
  }

  private static RetrievalSet set(String question) {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (int i = 0; i < 24; i++) {
      corpus.put("p" + i, "the oil seal of spindle " + "oil ".repeat(i) + i);
      var id = question.substring(0, 5) + i;
      queries.put(id, question.formatted(i));
      relevant.put(id, Map.of("p" + i, 1.0));
    }
    return new RetrievalSet(corpus, queries, relevant);
  }

  private JsonNode json(String... words) {
    var line = new ArrayList<>(List.of(words));
    line.add("--json");
    var answer = terminal.run(line.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.json();
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void evaluateTellsPlainAndHybridBesideWindows() {
    var plain = json("evaluate", "--model", MODEL, "--dataset", file);
    assertThat(keys(plain)).doesNotContain("plain", "hybrid", "hybridWeight");
    assertThat(plain.path("truncatedPassages").asDouble()).isPositive();

    var all =
        json("evaluate", "--model", MODEL, "--dataset", file, "--windows", "10/7", "--hybrid");
    assertThat(all.path("plain")).isEqualTo(plain.path("metrics"));
    assertThat(all.path("bm25")).isEqualTo(plain.path("bm25"));
    assertThat(keys(all.path("metrics"))).isEqualTo(keys(plain.path("metrics")));
    assertThat(keys(all.path("hybrid"))).isEqualTo(keys(plain.path("metrics")));
    assertThat(all.path("hybridWeight").asDouble()).isEqualTo(.5);
    assertThat(all.path("truncatedPassages").asDouble()).isZero();
  }

  @Test
  void theWeightIsGivenOrChosenOnValidation() {
    var bm25 = json("evaluate", "--model", MODEL, "--dataset", splits, "--hybrid-weight", "1");
    assertThat(bm25.path("hybrid").path("ndcg@10").asDouble())
        .isCloseTo(bm25.path("bm25").path("ndcg@10").asDouble(), within(1e-9));
    var chosen =
        json("evaluate", "--model", MODEL, "--dataset", splits, "--hybrid-weight", "validation");
    assertThat(chosen.path("hybridWeight").asDouble()).isBetween(.5, 1.0);
  }

  @Test
  void noWeightIsChosenOnWhatIsMeasured() {
    for (var words :
        List.of(
            List.of("--dataset", file), List.of("--dataset", splits, "--split", "validation"))) {
      var line = new ArrayList<>(List.of("evaluate", "--model", MODEL, "--json"));
      line.addAll(words);
      line.addAll(List.of("--hybrid-weight", "validation"));
      var answer = terminal.run(line.toArray(String[]::new));
      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err()).contains("workflow.hybrid.noValidation");
    }
  }

  @Test
  void badValuesAreRefused() {
    for (var words :
        List.of(
            List.of("--windows", "7/10"),
            List.of("--windows", "wide"),
            List.of("--windows", "100/50"),
            List.of("--hybrid-weight", "2"),
            List.of("--hybrid-weight", "much"))) {
      var line = new ArrayList<>(List.of("evaluate", "--model", MODEL, "--dataset", file));
      line.addAll(words);
      var answer = terminal.run(line.toArray(String[]::new));
      assertThat(answer.exit()).as("%s", words).isEqualTo(1);
      assertThat(answer.errorLines()).last().asString().startsWith("retune: ");
    }
  }

  @Test
  void compareMeasuresEachKind() {
    var compared =
        json(
            "compare",
            "--base",
            MODEL,
            "--model",
            MODEL,
            "--dataset",
            splits,
            "--windows",
            "10/7",
            "--hybrid-weight",
            "validation");
    for (var table : List.of(compared, compared.path("plain"), compared.path("hybrid"))) {
      assertThat(table.path("metrics").size()).isPositive();
      assertThat(table.path("questions").size()).isEqualTo(24);
    }
    assertThat(compared.path("baseWeight")).isEqualTo(compared.path("tunedWeight"));
    var words =
        terminal.run(
            "compare",
            "--base",
            MODEL,
            "--model",
            MODEL,
            "--dataset",
            file,
            "--windows",
            "10/7",
            "--hybrid");
    assertThat(words.out()).contains("\nplain\n", "\nhybrid\n", "BM25 counts with a weight of 0.5");
  }

  @Test
  void embedWritesTheWindowsOfEachText() throws IOException {
    var texts = folder.resolve("texts.txt");
    Files.writeString(texts, "oil\n" + "oil ".repeat(12) + "\n");
    var npy = folder.resolve("vectors.npy");
    var jsonl = folder.resolve("vectors.jsonl");
    for (var output : List.of(npy, jsonl)) {
      var done =
          json(
              "embed",
              "--model",
              MODEL,
              "--windows",
              "10/7",
              "--input",
              texts.toString(),
              "--output",
              output.toString());
      assertThat(done.path("texts").asInt()).isEqualTo(2);
      assertThat(done.path("windows").asInt()).isEqualTo(3);
    }
    var vectors = Npy.read(npy);
    assertThat(vectors).hasDimensions(3, 12);
    var counts = Json.read(folder.resolve("vectors.windows.json"), JsonNode.class);
    assertThat(counts.toString()).isEqualTo("{\"size\":10,\"step\":7,\"counts\":[1,2]}");
    var lines = Files.readAllLines(jsonl);
    assertThat(lines).hasSize(2);
    var second = Json.mapper().readTree(lines.get(1));
    assertThat(second.path("vectors").size()).isEqualTo(2);
    assertThat((float) second.path("vectors").path(1).path(0).asDouble()).isEqualTo(vectors[2][0]);
  }
}
