package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.EmbeddingsServer;
import dev.retune.encoder.EmbeddingsServer.Reply;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.task.Progress;
import dev.retune.training.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model behind an address on the command line: its figures are those of the same model here.
class RemoteModelTest {
  private static final String SET =
      """
      {"queries":{"q1":"seal oil?","q2":"cold pump?"},
       "corpus":{"c1":"press the seal with oil","c2":"the pump runs cold","c3":"check the year"},
       "relevant_docs":{"q1":["c1"],"q2":["c2"]},"mode":"text"}
      """;

  @TempDir Path folder;

  @Test
  void itsFiguresStandBesideThoseOfLocalModels() throws Exception {
    var set = folder.resolve("set.json");
    Files.writeString(set, SET);
    var terminal = new Terminal(folder.resolve("home"));
    var local = Fixtures.model();
    try (var model = LocalEmbedder.open(local);
        var server =
            EmbeddingsServer.start((_, asked) ->
                Reply.floats(
                    Arrays.asList(
                        model.embed(asked.input(), InputType.PASSAGE, Progress.none()))))) {
      var connected =
          terminal.run("model", "connect", "--url", server.baseUrl(), "--model", "tiny", "--json");
      assertThat(connected.err()).isEmpty();
      assertThat(connected.json().path("kind").asText()).isEqualTo("REMOTE");
      var remote = evaluate(terminal, "tiny", set);
      var here = evaluate(terminal, local.path().toString(), set);
      for (var metric : here.path("metrics").properties()) {
        assertThat(remote.path("metrics").path(metric.getKey()).asDouble())
            .as(metric.getKey())
            .isCloseTo(metric.getValue().asDouble(), within(1e-9));
      }
      var requests = server.asked.size();
      assertThat(evaluate(terminal, "tiny", set)).isNotNull();
      assertThat(server.asked).as("vectors are kept").hasSize(requests);
      var compared =
          terminal.run(
              "compare",
              "--base",
              local.path().toString(),
              "--model",
              "tiny",
              "--dataset",
              set.toString(),
              "--json");
      assertThat(compared.exit()).as(compared.err()).isZero();
      assertThat(server.asked).hasSize(requests);
    }
  }

  @Test
  void anAddressThatRefusesTheKeyIsNotEntered() throws Exception {
    var terminal = new Terminal(folder.resolve("home"));
    try (var server = EmbeddingsServer.start((_, _) -> Reply.status(401, "no"))) {
      var answer =
          terminal.run(
              "model",
              "connect",
              "--url",
              server.baseUrl(),
              "--model",
              "tiny",
              "--key-variable",
              "MY_KEY");
      assertThat(answer.exit()).isNotZero();
      assertThat(answer.err()).contains("MY_KEY");
      assertThat(terminal.run("model", "list").out()).doesNotContain("tiny");
    }
  }

  private static JsonNode evaluate(Terminal terminal, String model, Path set) {
    var answer = terminal.run("evaluate", "--model", model, "--dataset", set.toString(), "--json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.json();
  }
}
