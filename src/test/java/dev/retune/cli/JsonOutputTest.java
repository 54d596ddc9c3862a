package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/// What machines read: the names are a contract.
class JsonOutputTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";

  @TempDir Path folder;
  private Terminal terminal;
  private String dataset;

  @BeforeEach
  void aDataset() {
    terminal = new Terminal(folder.resolve("home"));
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (int i = 0; i < 24; i++) {
      corpus.put(
          "p" + i, "Valve %d opens at %d bar and is oiled every %d days.".formatted(i, i, i));
      queries.put("q" + i, "At what pressure does valve %d open?".formatted(i));
      relevant.put("q" + i, Map.of("p" + i, 1.0));
    }
    var file = folder.resolve("set.json");
    LlamaIndexFormat.write(file, new RetrievalSet(corpus, queries, relevant));
    dataset = file.toString();
  }

  @Test
  void merge() {
    var out = folder.resolve("merged").toString();
    var answer =
        terminal.run(
            "merge", "--base", MODEL, "--tuned", MODEL, "--alpha", ".7", "--out", out, "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.keys()).containsExactly("base", "tuned", "alpha", "folder");
    assertThat(Path.of(out, "model.safetensors")).exists();
  }

  @Test
  void evaluate() {
    var answer =
        terminal.run("evaluate", "--model", MODEL, "--dataset", dataset, "--prompt", "", "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.keys())
        .startsWith("model", "corpus", "queries", "metrics", "bm25", "truncated", "seconds")
        .contains("intervals", "overBm25");
    var json = answer.json();
    assertThat(json.path("corpus").asInt()).isEqualTo(24);
    assertThat(json.path("queries").asInt()).isEqualTo(24);
    assertThat(json.path("metrics").properties())
        .extracting(Map.Entry::getKey)
        .contains("accuracy@1", "precision@1", "recall@1", "mrr@10", "ndcg@10", "map@100");
    assertThat(json.path("bm25").properties())
        .extracting(Map.Entry::getKey)
        .isEqualTo(json.path("metrics").properties().stream().map(Map.Entry::getKey).toList());
  }

  @Test
  void evaluateWithShorterVectors() {
    var answer =
        terminal.run(
            "evaluate", "--model", MODEL, "--dataset", dataset, "--truncate-dim", "12,4", "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    var dimensions = answer.json().path("dimensions");
    assertThat(dimensions.properties()).extracting(Map.Entry::getKey).containsExactly("12", "4");
    assertThat(dimensions.path("4").path("ndcg@10").isNumber()).isTrue();
    for (var wrong : Map.of("100000", "100000", "8,8", "8", "0", "0").entrySet()) {
      var refused =
          terminal.run(
              "evaluate", "--model", MODEL, "--dataset", dataset, "--dimensions", wrong.getKey());
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains(wrong.getValue());
    }
  }

  @Test
  void embed() throws IOException {
    var texts = folder.resolve("texts.txt");
    Files.writeString(texts, "\uFEFFOne text.\nAnother text.\n");
    var vectors = folder.resolve("vectors.jsonl");
    var answer =
        terminal.run(
            "embed",
            "--model",
            MODEL,
            "--input",
            texts.toString(),
            "--output",
            vectors.toString(),
            "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.keys()).containsExactly("texts", "dimension", "seconds", "peakMemoryMB");
    assertThat(answer.json().path("texts").asInt()).isEqualTo(2);
    assertThat(answer.json().path("dimension").asInt()).isPositive();
    assertThat(Files.readAllLines(vectors)).hasSize(2).first().asString().contains("\"One text.\"");
  }

  @Test
  void preflight() {
    var answer =
        terminal.run(
            "preflight",
            "--model",
            MODEL,
            "--train",
            dataset,
            "--validation",
            dataset,
            "--batch-size",
            "8",
            "--json");
    assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
    assertThat(answer.keys())
        .containsExactly(
            "worst",
            "findings",
            "pairs",
            "passages",
            "validationQuestions",
            "testQuestions",
            "expected");
    var json = answer.json();
    assertThat(json.path("worst").asText()).isEqualTo("warning");
    assertThat(json.path("findings"))
        .anySatisfy(finding -> {
          assertThat(finding.path("finding").asText()).isEqualTo("preflight.shared.questions");
          assertThat(finding.path("details").path("count").asInt()).isEqualTo(24);
          assertThat(finding.path("remedy").asText()).isNotBlank();
        });
    assertThat(json.path("expected").path("steps").asInt()).isPositive();
    var refused =
        terminal.run(
            "preflight",
            "--model",
            MODEL,
            "--train",
            dataset,
            "--validation",
            dataset,
            "--loss",
            "batch-hard-triplet");
    assertThat(refused.exit()).as(refused.err()).isEqualTo(4);
    var beside =
        terminal.run(
            "preflight",
            "--model",
            MODEL,
            "--train",
            dataset,
            "--validation",
            dataset,
            "--auxiliary",
            dataset + ",loss=batch-hard-triplet",
            "--json");
    assertThat(beside.exit()).as(beside.err()).isEqualTo(4);
    assertThat(beside.json().path("worst").asText()).isEqualTo("blocking");
    assertThat(beside.json().path("findings").toString())
        .contains("loss.misfit", "batch-hard-triplet");
  }

  @Test
  void train() {
    var out = folder.resolve("tuned");
    var answer =
        terminal.run(
            "train",
            "--model",
            MODEL,
            "--train",
            dataset,
            "--validation",
            dataset,
            "--method",
            "full",
            "--epochs",
            "1",
            "--batch-size",
            "8",
            "--max-steps",
            "2",
            "--accumulation",
            "2",
            "--checkpoint-every",
            "1",
            "--checkpoints-kept",
            "2",
            "--seed",
            "42",
            "--threads",
            "1",
            "--out",
            out.toString(),
            "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.keys())
        .startsWith(
            "run", "model", "base", "tuned", "steps", "seconds", "secondsPerStep", "peakMemoryMB");
    var json = answer.json();
    assertThat(json.path("model").asText()).isEqualTo(out.toString());
    assertThat(json.path("base").path("ndcg@10").isNumber()).isTrue();
    assertThat(json.path("tuned").path("ndcg@10").isNumber()).isTrue();
    assertThat(json.path("steps").asInt()).isEqualTo(2);
    assertThat(out.resolve("model.safetensors")).isRegularFile();
    checkpoints(json.path("run").asText());
  }

  private void checkpoints(String run) {
    var shown = terminal.run("run", "show", run, "--json").json().path("checkpoints");
    assertThat(shown).extracting(JsonNode::asInt).containsExactly(1, 2);
    assertThat(terminal.run("run", "show", run).out()).contains("Checkpoints of step 1, 2");
    var early = folder.resolve("early");
    var answer =
        terminal.run("run", "model", run, "--step", "1", "--out", early.toString(), "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.keys()).containsExactly("run", "step", "folder");
    assertThat(answer.json().path("step").asInt()).isEqualTo(1);
    assertThat(early.resolve("model.safetensors")).isRegularFile();
    var again = terminal.run("run", "model", run, "--step", "latest", "--out", early.toString());
    assertThat(again.exit()).isEqualTo(1);
    var none = terminal.run("run", "model", run, "--step", "7", "--out", folder + "/none");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("no checkpoint of step 7", "1, 2");
  }
}
