package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The built-in writer asks about the rows of tables, and never in their marks.
class TableQuestionsTest {
  private static final String ENGLISH =
      """
      The company reports its results.
      | (in thousands) | Year Ended December 31, 2021 | Year Ended December 31, 2020 |
      | --- | --- | --- |
      | Research and development (1) | $ 911,946 | $ 909,126 |
      | Cost of revenue | 1,649,532 | 1,447,516 |\
      """;
  private static final String CHINESE =
      """
      | 项目 | 额定压力 | 额定流量 |
      | --- | --- | --- |
      | 循环水泵 | 0.6 MPa | 120 m³/h |
      | 给水泵 | 1.2 MPa | 80 m³/h |\
      """;
  private static final String CODES =
      """
      | Code | Meaning |
      | --- | --- |
      | E31 | The motor of the feed pump is overheated |
      | E32 | The filter of the intake is clogged |\
      """;

  private static List<WrittenQuestion> questions(String text) {
    return questions("", text);
  }

  private static List<WrittenQuestion> questions(String head, String text) {
    var chunk =
        new Chunk(
            UUID.randomUUID(), UUID.randomUUID(), 0, text, List.of(), 90, new NoLocator(), head);
    return new BuiltInQuestionWriter(List.of(chunk))
        .write(new ChunkContext(chunk, "d", _ -> false), 8);
  }

  @Test
  void asksForTheFigureOfARowInAColumn() {
    assertThat(questions(ENGLISH))
        .contains(
            new WrittenQuestion(
                "What was reported as Research and development for the year ended December 31,"
                    + " 2020?",
                "| Research and development (1) | $ 911,946 | $ 909,126 |"));
  }

  @Test
  void asksTheSameOfAPieceOfALongTable() {
    int row = ENGLISH.indexOf("| Research");
    var head = ENGLISH.substring(ENGLISH.indexOf("| (in"), row - 1);
    assertThat(questions(head, ENGLISH.substring(row)))
        .extracting(WrittenQuestion::text)
        .contains(
            "What was reported as Research and development for the year ended December 31, 2020?");
    assertThat(questions(ENGLISH.substring(row)))
        .extracting(WrittenQuestion::text)
        .noneMatch(text -> text.contains("2020"));
  }

  @Test
  void asksInChinese() {
    assertThat(questions(CHINESE)).extracting(WrittenQuestion::text).contains("循环水泵的额定压力是多少？");
  }

  @Test
  void asksForTheMeaningOfCodesAsInLinesOfText() {
    assertThat(questions(CODES))
        .extracting(WrittenQuestion::answer)
        .contains("| E32 | The filter of the intake is clogged |");
  }

  @Test
  void writesNoMarksOfTables() {
    for (var text : List.of(ENGLISH, CHINESE, CODES)) {
      assertThat(questions(text))
          .isNotEmpty()
          .allSatisfy(question -> {
            assertThat(question.text()).doesNotContain("|").doesNotContain("---");
            assertThat(text).contains(question.answer());
          });
    }
  }
}
