package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
  private static final String TEXT =
      """
      Before it.
      | Code | Meaning |
      | --- | --- |
      | E1 | Pump \\| motor |
      | E2 |  |
      After it.\
      """;

  @Test
  void partsAreTextAndTables() {
    var parts = PassagePart.of(TEXT);
    assertThat(parts).hasSize(3);
    assertThat(parts.getFirst()).isEqualTo(new PassagePart.Prose("Before it."));
    assertThat(parts.get(1))
        .isInstanceOfSatisfying(
            MarkdownTable.class,
            table -> {
              assertThat(table.headings()).containsExactly("Code", "Meaning");
              assertThat(table.rows().getFirst().cells()).containsExactly("E1", "Pump | motor");
              assertThat(table.rows().getLast().cells()).containsExactly("E2", "");
            });
  }

  @Test
  void rowsAreSentencesThatNameTheirColumns() {
    assertThat(PassagePart.rowWise(TEXT).lines().toList())
        .isEqualTo(
            List.of("Before it.", "Code: E1; Meaning: Pump | motor", "Code: E2", "After it."));
  }

  @Test
  void aTableWithoutItsHeadHasNoHeadings() {
    assertThat(PassagePart.rowWise("| E1 | Pump |\n| E2 | Valve |"))
        .isEqualTo("E1; Pump\nE2; Valve");
  }
}
