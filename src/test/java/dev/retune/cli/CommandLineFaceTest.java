package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineFaceTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";

  @TempDir Path folder;
  private Terminal terminal;
  private String project;

  @BeforeEach
  void terminal() {
    terminal = new Terminal(folder.resolve("home"));
    project = folder.resolve("plant").toString();
  }

  @Test
  void wrongWordsAreSaidInOneLine() {
    var answer = terminal.run("evaluate", "--model");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.errorLines())
        .singleElement()
        .asString()
        .startsWith("retune: ")
        .contains("--model", "retune evaluate --help");
  }

  /// Options of one name mean their own thing in each command.
  @Test
  void helpSaysWhatOptionsMeanInThisCommand() {
    var sample = terminal.run("sample", "--help").out();
    assertThat(sample).contains("The language of the sample material").doesNotContain("Tesseract");
    var reread = terminal.run("reread", "--help").out().replaceAll("\\s+", " ");
    assertThat(reread)
        .contains("--languages", "Languages of text recognition for the document")
        .contains("Default: all whose files the project has.")
        .doesNotContain("later imports", "sample material");
    var rechunk = terminal.run("rechunk", "--help").out().replaceAll("\\s+", " ");
    assertThat(rechunk).contains("Default: all, and later imports.");
  }

  @Test
  void aFailureIsOneLineAndForMachinesOneObject() {
    var words = terminal.run("project", "show", "-p", project);
    assertThat(words.exit()).isEqualTo(1);
    assertThat(words.errorLines()).singleElement().asString().startsWith("retune: ");
    var json = terminal.run("project", "show", "-p", project, "--json");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.out()).isEmpty();
    assertThat(json.errorLines())
        .singleElement()
        .asString()
        .startsWith("{\"error\":{\"code\":\"project.none\"");
  }

  @Test
  void fromATextToReviewedPairs() throws IOException {
    assertThat(terminal.run("project", "create", project, "--base", MODEL).exit()).isZero();
    var text = folder.resolve("manual.txt");
    Files.writeString(
        text,
        """
        The gland nut of the feed pump is tightened to 45 Nm. The bearing is greased every 500 \
        hours. If the pump runs dry, stop the motor at once and open the inlet valve.
        """);
    var imported = terminal.run("import", "-p", project, text.toString(), "--json");
    assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
    assertThat(imported.json().path(0).path("passages").asInt()).isEqualTo(1);

    var first = terminal.run("generate", "-p", project, "--json").json();
    assertThat(first.path("questions").asInt()).isPositive();
    assertThat(first.path("skipped").asInt()).isZero();
    assertThat(first.path("failed")).isEmpty();
    var second = terminal.run("generate", "-p", project, "--json").json();
    assertThat(second.path("questions").asInt()).isZero();
    assertThat(second.path("skipped").asInt()).isEqualTo(1);

    var pairs = terminal.run("pairs", "list", "-p", project, "--json").json();
    assertThat(pairs).hasSize(first.path("questions").asInt());
    assertThat(pairs.path(0).path("documentName").asText()).isEqualTo("manual.txt");
    assertThat(terminal.run("pairs", "accept", "-p", project).exit()).isEqualTo(1);
    var nobody = "00000000-0000-0000-0000-000000000000";
    assertThat(terminal.run("pairs", "accept", "-p", project, nobody).err()).contains(nobody);
    var one = pairs.path(0).path("id").asText();
    var accepted = terminal.run("pairs", "accept", "-p", project, one, "--json");
    assertThat(accepted.json().path("accepted").asInt()).isEqualTo(1);

    var few = terminal.run("train", "-p", project);
    assertThat(few.exit()).isEqualTo(1);
    assertThat(few.errorLines()).singleElement().asString().startsWith("retune: ");
  }

  @Test
  void vectorsNeedANameThatSaysTheirForm() throws IOException {
    var texts = folder.resolve("texts.txt");
    Files.writeString(texts, "One.\n");
    var answer =
        terminal.run(
            "embed", "--model", MODEL, "--input", texts.toString(), "--output", "vectors.csv");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("vectors.csv", ".npy");
  }
}
