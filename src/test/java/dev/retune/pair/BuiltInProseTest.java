package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ordinary prose, for which none of the rules for manuals and reports fits, gets a question too.
class BuiltInProseTest {

  private static Chunk chunk(String text, String... headings) {
    return new Chunk(
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)),
        new UUID(0, 1),
        0,
        text,
        List.of(headings),
        10,
        new NoLocator());
  }

  private static List<String> write(Chunk chunk) {
    return new BuiltInQuestionWriter(List.of(chunk, chunk("Another passage about few things.")))
        .write(new ChunkContext(chunk, "d", Set.of()::contains), 3).stream()
            .map(WrittenQuestion::text)
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Stabilizer Out of Trim checklist would be used when the autopilot does not set the trim correctly.|What would be used when the autopilot does not set the trim correctly?
          The amended Emergency Order of Prohibition will address the actions that the Administrator deems appropriate.|What will the amended Emergency Order of Prohibition address?
          In July 2008, the board of directors adopted the 2008 Equity Incentive Plan under which it may grant options.|What did the board of directors adopt in July 2008?
          The cash payments for each six-month period were contingent upon the mutual agreement between the parties.|What were the cash payments for each six-month period contingent upon?
          However, the marketable equity securities are measured at fair value with unrealized gains in the statements.|How are the marketable equity securities measured?
          As of December 31, 2021, we had $2.3 billion of unrestricted cash and short-term investments.|How much unrestricted cash did the company have as of December 31, 2021?
          It results in repeated trim of the stabilizer, which, in combination with multiple flightdeck effects, could affect the crew.|What is said about multiple flightdeck effects?
          """)
  void asksAboutEnglishProse(String sentence, String question) {
    assertThat(write(chunk(sentence))).contains(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          刺角瓜（Cucumis metuliferus），为葫芦科甜瓜属植物，原产于非洲喀拉哈里沙漠。|刺角瓜原产于哪里？
          高登身高1.93米，场上位置得分后卫。|高登的身高是多少？
          2009年3月17日，马克总统宣布解散政府，把权力交给军方。|马克总统宣布解散政府是什么时候的事？
          城巴快线每天提供特快服务，乘客不少。|城巴快线每天提供什么？
          """)
  void asksAboutChineseProse(String sentence, String question) {
    assertThat(write(chunk(sentence))).contains(question);
  }

  @Test
  void theHeadingHelpsWhereNothingElseFits() {
    var english =
        chunk(
            "Otherwise, without a corresponding indication of such deactivation on the flight"
                + " deck.",
            "Proposed Design Changes");
    assertThat(write(english)).singleElement().asString().contains("Proposed Design Changes");
    var chinese = chunk("看了就懂，“柱岛舰队”常常停泊于此，出击的机会比较少。", "太平洋战争");
    assertThat(write(chinese)).containsExactly("“太平洋战争”一节对“柱岛舰队”是怎么说的？");
  }

  @Test
  void tablesSignaturesAndOtherLanguagesGetNoQuestion() {
    assertThat(write(chunk("By: /s/ Ann Green\nName: Ann Green\nDate: February 28, 2022")))
        .isEmpty();
    assertThat(write(chunk("Net loss $ (1,009,359) $ (1,752,857)\nTotal assets 334,724 312,175")))
        .isEmpty();
    assertThat(
            write(
                chunk(
                    "Pellentesque habitant morbi tristique senectus et netus et malesuada fames ac"
                        + " turpis egestas.")))
        .isEmpty();
    assertThat(write(chunk("Overview . . . . . . 3\nRisk Factors . . . . . . 17"))).isEmpty();
  }

  /// Two of three passages of an annual report have a question, each its own.
  @Test
  void mostPassagesOfAReportGetAQuestion() {
    var texts =
        LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json")).corpus().values();
    var chunks = texts.stream().distinct().map(text -> chunk(text)).toList();
    var writer = new BuiltInQuestionWriter(chunks);
    var taken = new HashSet<String>();
    var without = new ArrayList<Chunk>();
    for (var chunk : chunks) {
      var written = writer.write(new ChunkContext(chunk, "d", taken::contains), 2);
      if (written.isEmpty()) {
        without.add(chunk);
      }
      for (var question : written) {
        assertThat(question.text()).doesNotContain("  ", " we ", " our ");
        assertThat(chunk.text()).contains(question.answer());
        assertThat(taken.add(question.text())).isTrue();
      }
    }
    assertThat(without.size()).isLessThan(chunks.size() * 35 / 100);
  }
}
