package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadCommandTest {
  private static final String MODEL = "src/test/fixtures/tiny-bert";
  private static final String MANUAL = "sample-data/en/1-operating.pdf";

  @TempDir Path folder;
  private Terminal terminal;
  private String project;

  @BeforeEach
  void manual() {
    terminal = new Terminal(folder.resolve("home"));
    project = folder.resolve("plant").toString();
    assertThat(terminal.run("project", "create", project, "--base", MODEL).exit()).isZero();
    var imported = terminal.run("import", "-p", project, MANUAL, "--json", "--languages", "eng");
    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(terminal.run("generate", "-p", project).exit()).isZero();
  }

  private Terminal.Answer reread(String... words) {
    var all = new ArrayList<>(List.of("reread", "-p", project));
    all.addAll(List.of(words));
    return terminal.run(all.toArray(String[]::new));
  }

  @Test
  void pagesAreLeftOutAndComeBack() {
    int pairs = terminal.run("pairs", "list", "-p", project, "--json").json().size();
    var out =
        reread(
                "--document",
                "1-operating.pdf",
                "--pages",
                "2-3,5",
                "--treatment",
                "leave-out",
                "--json")
            .json();
    assertThat(out.path("pages").asInt()).isEqualTo(3);
    int lost = out.path("lost").size();
    assertThat(lost).isPositive();
    assertThat(out.path("passagesAfter").asInt()).isLessThan(out.path("passagesBefore").asInt());
    // They stay left out when the whole document is cut anew.
    var recut = terminal.run("rechunk", "-p", project, "--json").json();
    assertThat(recut.path("passagesAfter").asInt()).isEqualTo(out.path("passagesAfter").asInt());
    var back = reread("--pages", "2-3,5", "--json").json();
    assertThat(back.path("returned").asInt()).isEqualTo(lost);
    assertThat(terminal.run("pairs", "list", "-p", project, "--json").json()).hasSize(pairs);
  }

  @Test
  void onePageIsRecognised() {
    var done = reread("--pages", "2", "--treatment", "recognise");
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out())
        .contains("1 document read again, 1 page changed")
        .contains("page 2 was read from its picture");
    var own = reread("--pages", "2", "--treatment", "own-text");
    assertThat(own.out()).contains("1 page changed").doesNotContain("its picture");
  }

  @Test
  void whatIsMissingOrWrongIsSaid() {
    var language = reread("--treatment", "recognise", "--languages", "eng+tlh", "--json");
    assertThat(language.exit()).isEqualTo(1);
    assertThat(language.err()).contains("ocr.language", "tlh");
    assertThat(reread("--languages", "../eng").err()).contains("does not name languages");
    assertThat(reread("--pages", "99", "--treatment", "recognise").err()).contains("no page 99");
    assertThat(reread("--pages", "5-3").exit()).isEqualTo(2);
    assertThat(reread("--treatment", "guess").exit()).isEqualTo(2);
    assertThat(reread("--document", "nobody.pdf").err()).contains("nobody.pdf");
  }
}
