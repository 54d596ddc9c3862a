package dev.retune.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sample promises: text that reads cleanly, quotes that stand where the questions say,
/// and held-out questions whose sections nobody trains on.
class SampleDataTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void everyQuoteStandsOnceOnItsPage(SampleLanguage language) throws IOException {
    var texts = texts(language);
    for (var pair : pairs(language)) {
      assertThat(text(texts, pair).pagesWith(pair.path("quote").asText()))
          .as(pair.toString())
          .containsExactly(pair.path("page").asInt());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSectionIsInTwoSplitsAndNoQuestionComesTwice(SampleLanguage language) throws IOException {
    var splits = new HashMap<String, Set<String>>();
    var questions = new HashSet<String>();
    for (var pair : pairs(language)) {
      var section = pair.path("document").asText() + " " + pair.path("section").asText();
      splits.computeIfAbsent(section, _ -> new HashSet<>()).add(pair.path("split").asText());
      assertThat(questions.add(pair.path("question").asText())).as(pair.toString()).isTrue();
    }
    assertThat(splits).allSatisfy((section, in) -> assertThat(in).as(section).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource
  void atLeastAHundredQuestionsAreHeldOut(SampleLanguage language) throws IOException {
    var counts = new HashMap<String, Integer>();
    for (var pair : pairs(language)) {
      counts.merge(pair.path("split").asText(), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("train", "validation", "test");
    assertThat(counts.get("test")).isGreaterThanOrEqualTo(100);
    assertThat(counts.get("train")).isGreaterThanOrEqualTo(100);
    assertThat(counts.get("validation")).isGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void manualsAreSmallAndHoldNoPrivateUseGlyph(SampleLanguage language) throws IOException {
    for (var entry : texts(language).entrySet()) {
      assertThat(Files.size(folder(language).resolve(entry.getKey()))).isLessThan(300_000);
      var strange =
          String.join("", entry.getValue().pages())
              .codePoints()
              .filter(SampleDataTest::strange)
              .boxed()
              .toList();
      assertThat(strange).as(entry.getKey()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void manualsSayWhatTheirSourcesSay(SampleLanguage language) throws IOException {
    for (var entry : texts(language).entrySet()) {
      var all = PdfText.bare(String.join("", entry.getValue().pages()));
      var name = entry.getKey().replace(".pdf", ".md");
      for (var block : Manual.read(sources(language).resolve(name)).blocks()) {
        if (block instanceof Block.Paragraph(var text)) {
          assertThat(all).as(name).contains(PdfText.bare(text));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneManualHasAPageWithoutText(SampleLanguage language) throws IOException {
    assertThat(texts(language).values())
        .flatExtracting(PdfText::pages)
        .filteredOn(String::isBlank)
        .hasSize(1);
  }

  /// Private use, replacement characters, and the radicals that fonts give instead of characters.
  private static boolean strange(int codePoint) {
    return Character.getType(codePoint) == Character.PRIVATE_USE
        || codePoint == 0xFFFD
        || (codePoint >= 0x2E80 && codePoint <= 0x2FDF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF);
  }

  private static PdfText text(Map<String, PdfText> texts, JsonNode pair) {
    var text = texts.get(pair.path("document").asText());
    assertThat(text).as(pair.toString()).isNotNull();
    return text == null ? new PdfText(List.of()) : text;
  }

  private static Map<String, PdfText> texts(SampleLanguage language) throws IOException {
    var texts = new HashMap<String, PdfText>();
    for (var name : SampleMaker.manuals(sources(language))) {
      texts.put(name + ".pdf", PdfText.read(folder(language).resolve(name + ".pdf")));
    }
    return texts;
  }

  private static List<JsonNode> pairs(SampleLanguage language) throws IOException {
    var pairs = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(folder(language).resolve("pairs.jsonl"))) {
      pairs.add(JSON.readTree(line));
    }
    return pairs;
  }

  private static Path folder(SampleLanguage language) {
    return Path.of("sample-data", language.folder());
  }

  private static Path sources(SampleLanguage language) {
    return Path.of("src/test/fixtures/sample", language.folder());
  }
}
