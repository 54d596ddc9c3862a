package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RechunkCommandTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";

  @TempDir Path folder;
  private Terminal terminal;
  private String project;

  @BeforeEach
  void twoSections() throws IOException {
    terminal = new Terminal(folder.resolve("home"));
    project = folder.resolve("plant").toString();
    assertThat(terminal.run("project", "create", project, "--base", MODEL).exit()).isZero();
    var file = folder.resolve("manual.md");
    Files.writeString(
        file,
        """
        # Fitting

        The gland nut of the feed pump is tightened to 45 Nm.

        # Service

        The bearing of the feed pump is greased every 500 hours.
        """);
    var imported =
        terminal.run(
            "import",
            "-p",
            project,
            file.toString(),
            "--json",
            "--chunks",
            "headings",
            "--max-tokens",
            "400",
            "--overlap",
            "0");
    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(imported.json().path(0).path("passages").asInt()).isEqualTo(2);
    assertThat(terminal.run("generate", "-p", project).exit()).isZero();
  }

  private int pairs() {
    return terminal.run("pairs", "list", "-p", project, "--json").json().size();
  }

  @Test
  void previewsAndCutsAndSaysWhatBecameOfThePairs() {
    var pairs = pairs();
    assertThat(pairs).isPositive();
    var preview =
        terminal.run("rechunk", "-p", project, "--chunks", "pages", "--preview", "--json").json();
    assertThat(preview.path("passagesBefore").asInt()).isEqualTo(2);
    assertThat(preview.path("passagesAfter").asInt()).isEqualTo(1);
    assertThat(preview.path("longest").asInt()).isEqualTo(preview.path("shortest").asInt());

    var done = terminal.run("rechunk", "-p", project, "--chunks", "pages", "--json").json();
    assertThat(done.path("method").asText()).isEqualTo("pages");
    assertThat(done.path("passagesAfter").asInt()).isEqualTo(1);
    assertThat(done.path("moved").asInt() + done.path("joined").asInt()).isEqualTo(pairs);
    assertThat(done.path("lost")).isEmpty();
    // The maximum of the import stays; only the method was named.
    var again = terminal.run("rechunk", "-p", project);
    assertThat(again.out()).contains("1 document cut by pages: 1 passage before, 1 now.");
  }

  @Test
  void listsWhatCouldNotBeKept() {
    var pairs = pairs();
    var done =
        terminal.run(
            "rechunk",
            "-p",
            project,
            "--chunks",
            "fixed",
            "--max-tokens",
            "8",
            "--document",
            "manual.md");
    assertThat(done.exit()).as(done.err()).isZero();
    var lost = terminal.run("rechunk", "-p", project, "--lost", "--json").json();
    assertThat(pairs() + lost.size()).isEqualTo(pairs);
    assertThat(done.out()).contains(lost.size() + " could not be kept");
    lost.forEach(
        pair -> assertThat(done.out()).contains(pair.path("question").asText() + "\tmanual.md"));
    // One document alone leaves what later imports follow: coming back restores all.
    var back = terminal.run("rechunk", "-p", project, "--json").json();
    assertThat(back.path("returned").asInt()).isEqualTo(lost.size());
    assertThat(pairs()).isEqualTo(pairs);
  }

  @Test
  void numbersThatDoNotGoTogetherAndUnknownDocumentsAreRefused() {
    var overlap = terminal.run("rechunk", "-p", project, "--max-tokens", "100", "--overlap", "60");
    assertThat(overlap.exit()).isEqualTo(1);
    assertThat(overlap.err()).contains("overlap by 60", "0 to 50");
    var unknown = terminal.run("rechunk", "-p", project, "--document", "nobody.pdf");
    assertThat(unknown.err()).contains("nobody.pdf");
    assertThat(terminal.run("rechunk", "-p", project, "--chunks", "words").exit()).isEqualTo(2);
  }
}
