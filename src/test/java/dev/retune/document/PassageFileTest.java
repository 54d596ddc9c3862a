package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of passages that somebody else has cut.
class PassageFileTest {
  @TempDir Path temp;

  private List<Chunk> imported(String name, String text) throws IOException {
    var file = Files.writeString(temp.resolve(name), text);
    try (var project = Project.create(Files.createTempDirectory(temp, "p"), "p");
        var tokens = TestTokens.english()) {
      var summary =
          new DocumentImporter(project, tokens, new ChunkingOptions(16, 0), Clock.systemUTC())
              .importFiles(List.of(file), Progress.none());
      var outcome = summary.outcomes().getFirst();
      if (outcome.problem() != null) {
        throw outcome.problem().exception();
      }
      return new DocumentStore(project).chunks(outcome.document().id());
    }
  }

  /// Longer than the limit, over several lines, and short: each stays one.
  @Test
  void aPassageIsAChunkWithItsTitleAndItsLine() throws IOException {
    var chunks =
        imported(
            "corpus.jsonl",
            """
            {"_id": "a", "title": "Seals", "text": "The gland nut is tightened to 25 Nm, and \
            checked after ten hours, and once more after a hundred.\\nThen yearly."}

            {"_id": "b", "title": "", "text": "Grease is never used."}
            """);
    assertThat(chunks)
        .extracting(Chunk::text)
        .containsExactly(
            "Seals\nThe gland nut is tightened to 25 Nm, and checked after ten hours, and once"
                + " more after a hundred.\nThen yearly.",
            "Grease is never used.");
    assertThat(chunks).extracting(Chunk::headingPath).containsExactly(List.of("Seals"), List.of());
    assertThat(chunks)
        .extracting(chunk -> ((PlaceLocator) chunk.locator()).place())
        .containsExactly("L1-L1", "L3-L3");
  }

  @Test
  void csvWithQuotesSemicolonsOrTabs() throws IOException {
    var expected = List.of("Tighten the nut; then \"check\" it,\nonce.", "滤清器每年更换一次。");
    assertThat(
            imported(
                "a.csv",
                "id,Text\n1,\"Tighten the nut; then \"\"check\"\" it,\nonce.\"\n2,滤清器每年更换一次。\n"))
        .extracting(Chunk::text)
        .isEqualTo(expected);
    assertThat(
            imported(
                "b.csv",
                "\ufeffid;text\r\n"
                    + "1;\"Tighten the nut; then \"\"check\"\" it,\r\n"
                    + "once.\"\r\n"
                    + "2;滤清器每年更换一次。"))
        .extracting(Chunk::text)
        .isEqualTo(expected);
    assertThat(
            imported(
                "c.tsv",
                "id\ttext\n1\t\"Tighten the nut; then \"\"check\"\" it,\nonce.\"\n2\t滤清器每年更换一次。\n"))
        .extracting(Chunk::text)
        .isEqualTo(expected);
  }

  @Test
  void theColumnWithTheLongestTextsWhereNoneIsCalledSo() throws IOException {
    assertThat(
            imported(
                "a.csv",
                "key,what it says\n"
                    + "A1,The gland nut is tightened to 25 Nm and checked after ten hours.\n"))
        .extracting(Chunk::text)
        .containsExactly("The gland nut is tightened to 25 Nm and checked after ten hours.");
    assertThat(imported("b.csv", "The nut is tightened with care and then it is checked once.\n"))
        .hasSize(1);
    assertThat(
            imported(
                "collection.tsv",
                "7\tThe gland nut is tightened to 25 Nm and checked after ten hours.\n"
                    + "8\tThe lantern ring is brittle and must never be driven home.\n"))
        .extracting(Chunk::text)
        .containsExactly(
            "The gland nut is tightened to 25 Nm and checked after ten hours.",
            "The lantern ring is brittle and must never be driven home.");
    assertThat(imported("c.jsonl", "\"Grease is never used.\"\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.jsonl | {"text": "One."}\\n{"text": "Two.              | Line 2 of a.jsonl is neither
          a.jsonl | {"text": "One."}\\n\\n17                        | Line 3 of a.jsonl is neither
          a.csv   | text,id\\nOne.,1\\nTwo, and more.,2             | Line 3 of a.csv has 3 cells
          a.csv   | part,price\\nSeal,12\\nNut,3                    | Its columns: part, price
          a.csv   | text,id\\n,1\\n,2                               | a.csv has nothing
          """)
  void whatIsWrongIsNamedWithItsLine(String name, String text, String cause) {
    assertThatThrownBy(() -> imported(name, text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().cause().toString()).contains(cause));
  }
}
