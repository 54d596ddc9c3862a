package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaIndexFormatTest {
  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("set.json"), content);
  }

  @Test
  void readsTheFilesOfThePublishedExperimentWithTheirDuplicateQuestions() {
    var train = LlamaIndexFormat.read(TestData.shared("lyft-uber/train_dataset.json"));
    assertThat(train.queries()).hasSize(668);
    assertThat(train.corpus()).hasSize(334);
    assertThat(train.qrels()).hasSize(668);
    assertThat(new HashSet<>(train.queries().values())).hasSize(658);
    var validation = LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json"));
    assertThat(validation.queries()).hasSize(790);
    assertThat(validation.corpus()).hasSize(395);
    assertThat(validation.queries().keySet()).startsWith("c7e54318-6bec-4a6a-9cfb-6d81c1a829ac");
  }

  @Test
  void realSetComesBackUnchangedAndInOrder() {
    var set = LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json"));
    var copy = folder.resolve("copy.json");
    LlamaIndexFormat.write(copy, set);
    var again = LlamaIndexFormat.read(copy);
    assertThat(again).isEqualTo(set);
    assertThat(List.copyOf(again.corpus().keySet())).isEqualTo(List.copyOf(set.corpus().keySet()));
    assertThat(List.copyOf(again.queries().keySet()))
        .isEqualTo(List.copyOf(set.queries().keySet()));
  }

  @Test
  void writesWhatPythonWrites() throws IOException {
    var copy = folder.resolve("copy.json");
    LlamaIndexFormat.write(copy, Sets.small());
    assertThat(Files.readString(copy))
        .isEqualTo(
            """
            {
                "queries": {
                    "q-b": "What moves fluid?",
                    "q-a": "What moves fluid?"
                },
                "corpus": {
                    "p2": "Line one\\nline \\"two\\"\\twith a tab \\u2028 and \\u6bb5\\u843d \\ud83d\\ude42",
                    "p1": "A pump moves fluid.",
                    "p0": ""
                },
                "relevant_docs": {
                    "q-b": [
                        "p1"
                    ],
                    "q-a": [
                        "p2"
                    ]
                },
                "mode": "text"
            }\
            """);
    assertThat(LlamaIndexFormat.read(copy)).isEqualTo(Sets.small());
  }

  @Test
  void takesMembersInAnyOrderAndUnknownOnes() throws IOException {
    var set =
        LlamaIndexFormat.read(
            file(
                """
                \uFEFF{"relevant_docs": {"q": ["a"]}, "note": {"x": [1]}, "mode": "text",
                "queries": {"q": "?"}, "corpus": {"a": "!"}}
                """));
    assertThat(set.qrels().get("q")).containsOnlyKeys("a");
  }

  @Test
  void keepsAQueryWithoutRelevantPassages() throws IOException {
    var text =
        """
        {"queries": {"q": "?", "r": "?"}, "corpus": {"a": "!"}, "relevant_docs": {"q": ["a"], "r": []}}
        """;
    var set = LlamaIndexFormat.read(file(text));
    assertThat(set.queries()).hasSize(2);
    assertThat(set.judgedOnly().queries()).hasSize(1);
    LlamaIndexFormat.write(folder.resolve("copy.json"), set);
    assertThat(folder.resolve("copy.json")).content().contains("\"r\": []");
  }

  @Test
  void saysWhereAnIdIsUnknown() throws IOException {
    var file =
        file(
            """
            {"queries": {"q": "?"},
             "corpus": {"a": "!"},
             "relevant_docs": {
               "q": ["a",
                     "gone"]}}
            """);
    assertProblem(file, "dataset.unknownPassageAt", "set.json", "line 5", "gone");
    file =
        file(
            """
            {"queries": {"q": "?"}, "corpus": {"a": "!"},
             "relevant_docs": {"q": ["a"],
               "lost": []}}
            """);
    assertProblem(file, "dataset.unknownQueryAt", "set.json", "line 3", "lost");
  }

  @Test
  void saysWhereAnIdIsGivenTwice() throws IOException {
    var corpus = "{\"queries\": {\"q\": \"?\"},\n\"corpus\": {\"a\": \"!\",\n\"a\": \".\"}}";
    assertProblem(file(corpus), "dataset.duplicate", "line 3", "a");
    var queries = "{\"queries\": {\"q\": \"?\",\n\"q\": \"!\"}}";
    assertProblem(file(queries), "dataset.duplicate", "line 2", "q");
    var judged =
        "{\"queries\": {\"q\": \"?\"}, \"corpus\": {\"a\": \"!\"},\n"
            + "\"relevant_docs\": {\"q\": [\"a\"],\n\"q\": [\"a\"]}}";
    assertProblem(file(judged), "dataset.duplicate", "line 3", "q");
  }

  @Test
  void refusesWhatIsNoDataset() throws IOException {
    assertProblem(file("{\"a\": 1}"), "dataset.notLlamaIndex", "set.json");
    assertProblem(file("[]"), "dataset.notLlamaIndex", "set.json");
    assertProblem(file("\n{\"queries\": {\"q\""), "file.json", "line 2");
    assertProblem(file("{\"queries\": {\"q\":\n 3}}"), "dataset.form", "line 2");
    assertProblem(
        file("{\"queries\": {\"q\": \"?\"}, \"corpus\": {}, \"relevant_docs\": {}}"),
        "dataset.emptySplit",
        "set.json");
    assertProblem(folder.resolve("absent.json"), "file.read", "absent.json");
  }

  private static void assertProblem(Path file, String code, String... words) {
    assertThatThrownBy(() -> LlamaIndexFormat.read(file))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContainingAll(words);
  }
}
