package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInQuestionWriterTest {

  private static Chunk chunk(String text, String... headings) {
    return new Chunk(
        UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        new UUID(0, 1),
        0,
        text,
        List.of(headings),
        10,
        new NoLocator());
  }

  private static List<WrittenQuestion> write(Chunk chunk, int count, Set<String> taken) {
    // Words that stand in lower case elsewhere are no names.
    var other = chunk("They were in cold water, with few sales.");
    return new BuiltInQuestionWriter(List.of(chunk, other))
        .write(new ChunkContext(chunk, "d", taken::contains), count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The gland nut must be tightened to 45 Nm.|To what torque must the gland nut be tightened?
          The QX filter is replaced every 500 hours.|How often is the QX filter changed?
          The oil pressure module of MB1 works at 95 bar.|At what pressure does the oil pressure module of MB1 work?
          The duty telephone must ring within 90 seconds.|Within what time must the duty telephone ring?
          If water reaches the oil catcher, stop MB1 at once.|What must be done if water reaches the oil catcher?
          The crew call the BCL "the radiator".|What is meant by "the radiator"?
          The barrier fluid protects the seal faces from dirt.|What protects the seal faces from dirt?
          The dry well drain has two pumps with floats.|How many pumps with floats does the dry well drain have?
          Our headquarters are located in San Francisco, California.|Where are the company's headquarters located?
          We calculate constant currency by translating our results.|How does the company calculate constant currency?
          If we fail to meet the commitment, we may be required to pay.|What happens if the company fails to meet the commitment?
          Cold water must not be poured on the housing, as the bronze would crack.|Why must cold water not be poured on the housing?
          Sales and marketing expenses decreased $4.9 million in 2021.|By how much did sales and marketing expenses decrease in 2021?
          """)
  void asksInEnglish(String sentence, String question) {
    var written = write(chunk(sentence), 3, Set.of());
    assertThat(written).extracting(WrittenQuestion::text).contains(question);
    assertThat(written).extracting(WrittenQuestion::answer).containsOnly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          射流水压不低于0.6兆帕。|射流水压的下限是多少？
          集水井每年清淤一次，淤泥不超过20厘米。|集水井多久要清淤一次？
          技术供水简称JS，从渠里取水，过滤后送去冷却油盆。|技术供水是做什么用的？
          3号机的缓启柜装在露天平台的防雨箱里。|3号机的缓启柜在哪里？
          由于放线菌酮阻碍蛋白质的合成，细胞内的蛋白质不断减少。|为什么细胞内的蛋白质不断减少？
          班组叫它“鼻孔”。|“鼻孔”指的是哪个设备？
          """)
  void asksInChinese(String sentence, String question) {
    assertThat(write(chunk(sentence), 3, Set.of()))
        .extracting(WrittenQuestion::text)
        .contains(question);
  }

  @Test
  void headingsNameWhatTheirSentencesLeaveOut() {
    var english =
        chunk(
            "4.3 SRS of MB1\n1. Every month, read the voltage: 243 V while charging.\n"
                + "2. Wipe the poles with a dry cloth.",
            "4 Electrical",
            "4.3 SRS of MB1");
    assertThat(write(english, 3, Set.of()))
        .extracting(WrittenQuestion::text)
        .anyMatch(text -> text.contains("SRS of MB1") && text.contains("read the voltage"));
    var chinese = chunk("3.2 1号机冷却支管\n1号机油盆的冷却支管是紫铜盘管。\n2. 管里结垢，用稀草酸泡四小时。", "3.2 1号机冷却支管");
    assertThat(write(chinese, 3, Set.of()))
        .extracting(WrittenQuestion::text)
        .anyMatch(text -> text.startsWith("1号机冷却支管管里结垢"));
  }

  @Test
  void whatIsTakenIsNotAskedAndNothingIsWorthNoQuestion() {
    var chunk = chunk("The gland nut must be tightened to 45 Nm.");
    var taken = Set.of("To what torque must the gland nut be tightened?");
    assertThat(write(chunk, 3, taken))
        .extracting(WrittenQuestion::text)
        .doesNotContainSequence(taken);
    assertThat(write(chunk("It was so. This is above. And then they went."), 3, Set.of()))
        .isEmpty();
    assertThat(write(chunk("…"), 3, Set.of())).isEmpty();
  }

  @Test
  void strayHyphensAndStopsAreNoTrouble() {
    var chunk =
        chunk("The pre- and post-cooler group (XYZ) is steel. The gap is 5 mm.; The rod is 5 mm..");
    assertThatCode(() -> write(chunk, 3, Set.of())).doesNotThrowAnyException();
  }

  /// What no question may be, over the real passages of a 10-K.
  @Test
  void questionsOnRealPassagesAreWellFormedAnsweredAndUnique() {
    var texts =
        LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json")).corpus().values();
    var chunks = texts.stream().distinct().map(text -> chunk(text)).toList();
    var first = all(chunks);
    assertThat(first).hasSizeGreaterThan(60);
    for (var written : first) {
      assertThat(written.text()).matches("[A-Z].*[^ ]\\?").doesNotContain("  ", " we ", " our ");
      assertThat(written.text().split(" ").length).isBetween(4, 22);
    }
    assertThat(first.stream().map(WrittenQuestion::text)).doesNotHaveDuplicates();
    assertThat(all(chunks)).isEqualTo(first);
  }

  private static List<WrittenQuestion> all(List<Chunk> chunks) {
    var writer = new BuiltInQuestionWriter(chunks);
    var taken = new HashSet<String>();
    var all = new ArrayList<WrittenQuestion>();
    for (var chunk : chunks) {
      for (var written : writer.write(new ChunkContext(chunk, "d", taken::contains), 2)) {
        assertThat(chunk.text()).contains(written.answer());
        taken.add(written.text());
        all.add(written);
      }
    }
    return all;
  }
}
