package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.TestData;
import dev.retune.document.ocr.CharacterErrors;
import dev.retune.document.ocr.OcrSettings;
import dev.retune.document.ocr.OcrWord;
import dev.retune.document.ocr.Recognition;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scans whose text is known, read through the PDF reader.
class ScanTest {
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"linn, .01", "skew, .03", "jbig2, .01"})
  void theTextIsReadWithFewErrors(String name, double most) throws IOException {
    var source = Scans.read(TestData.shared("pdf/ocrmypdf/" + name + ".pdf"), Scans.english());
    assertThat(source.outcome()).isEqualTo(Outcome.READ_WITH_WARNINGS);
    assertThat(CharacterErrors.rate(expected(), text(source))).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPageOnItsSideOrHeadIsTurned(int quarters) throws IOException {
    var page = Scans.picture(LINN, 0);
    var scan = Scans.write(folder.resolve("turned.pdf"), List.of(turned(page, quarters)));
    var text = text(Scans.read(scan, Scans.english()));
    assertThat(CharacterErrors.rate(expected(), text)).isLessThanOrEqualTo(.02);
  }

  private static BufferedImage turned(BufferedImage page, int quarters) {
    var turn = AffineTransform.getQuadrantRotateInstance(quarters);
    var bounds = turn.createTransformedShape(page.getRaster().getBounds()).getBounds();
    var there = AffineTransform.getTranslateInstance(-bounds.x, -bounds.y);
    there.concatenate(turn);
    var result = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
    new AffineTransformOp(there, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(page, result);
    return result;
  }

  @Test
  void chineseIsRead() throws IOException {
    var chinese = new OcrSettings(Scans.english().folder(), List.of("chi_sim"));
    assumeThat(Recognition.knows(chinese.folder(), "chi_sim"))
        .as("data to recognise Chinese (Debian's tesseract-ocr-chi-sim)")
        .isTrue();
    assumeThat(new Font(Scans.CHINESE_FONT, Font.PLAIN, 12).getFamily())
        .as("Chinese font (Debian's fonts-noto-cjk)")
        .isEqualTo(Scans.CHINESE_FONT);
    var given = Json.read(TestData.shared("cmrc2018/cmrc2018_trial.json"), JsonNode.class);
    var passages =
        Stream.of(0, 7, 14)
            .map(i -> given.at("/data/" + i + "/paragraphs/0/context").asText())
            .toList();
    var pages = passages.stream().map(Scans::typeset).toList();
    var read = Scans.read(Scans.write(folder.resolve("zh.pdf"), pages), chinese).pages();
    var text = read.stream().map(SourcePage::text).collect(Collectors.joining());
    assertThat(CharacterErrors.rate(unspaced(String.join("", passages)), unspaced(text)))
        .isLessThanOrEqualTo(.02);
    assertThat(text).doesNotContainPattern("\\p{IsHan} \\p{IsHan}");
  }

  private static String unspaced(String text) {
    return text.replaceAll("\\s", "");
  }

  /// What stands inside the places of words is those words.
  @ParameterizedTest
  @ValueSource(strings = {"linn", "skew"})
  void placesHoldTheirWords(String name) throws IOException {
    var file = TestData.shared("pdf/ocrmypdf/" + name + ".pdf");
    var page = Scans.read(file, Scans.english()).pages().getFirst();
    var picture = Scans.picture(file, 0);
    var asked = 0;
    var found = 0;
    try (var recognition =
        Recognition.open(Scans.english().folder(), Scans.english().languages())) {
      for (var line : page.lines()) {
        var layout = line.layout();
        if (layout == null || line.end() - line.start() < 40 || asked == 12) {
          continue;
        }
        asked++;
        var read = recognition.read(cut(picture, layout.box()), Scans.DPI);
        var text =
            read.stream()
                .flatMap(each -> each.words().stream())
                .map(OcrWord::text)
                .collect(Collectors.joining());
        var expected = letters(page.text().substring(line.start(), line.end()));
        found += letters(text).contains(expected.substring(4, 24)) ? 1 : 0;
      }
    }
    assertThat(asked).isEqualTo(12);
    assertThat(found).isGreaterThanOrEqualTo(10);
  }

  private static String letters(String text) {
    return text.replaceAll("[^A-Za-z]", "");
  }

  private static BufferedImage cut(BufferedImage picture, Box box) {
    var scale = Scans.DPI / 72.0;
    var x = (int) Math.max(0, box.x() * scale - 10);
    var y = (int) Math.max(0, box.y() * scale - 10);
    return picture.getSubimage(
        x,
        y,
        Math.min(picture.getWidth() - x, (int) (box.width() * scale) + 20),
        Math.min(picture.getHeight() - y, (int) (box.height() * scale) + 20));
  }

  @Test
  void aMissingLanguageIsNamedAndTheScanKept() throws IOException {
    var klingon = new OcrSettings(Scans.english().folder(), List.of("eng", "tlh"));
    var source = Scans.read(LINN, klingon);
    assertThat(source.outcome()).isEqualTo(Outcome.NEEDS_OCR);
    assertThat(source.warnings()).extracting(Problem::code).last().asString().endsWith("language");
    assertThat(source.warnings().getLast().toString()).contains("tlh.traineddata");
  }

  @Test
  void damagedDataIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("tessdata"));
    Files.writeString(folder.resolve("tessdata/xyz.traineddata"), "no data");
    assertThatThrownBy(() -> Recognition.open(folder, List.of("xyz")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("xyz");
  }

  @Test
  void linesOfAColumnBecomeParagraphs() throws IOException {
    var text = CleanDocument.of(Scans.read(LINN, Scans.english())).text();
    assertThat(text)
        .contains(
            "To record a sequence, simply press RECORD and PLAY, then play your MIDI keyboard in",
            "changed using the SINGLE STEP function.",
            "\nCreating a Song\nOne way to create a song is to record each track all the way")
        .contains("It is extremely powerful, yet amazingly simple to learn and use.");
  }

  private static String text(Source source) {
    return source.pages().getFirst().text();
  }

  private static String expected() throws IOException {
    return Files.readString(TestData.shared("pdf/ocrmypdf/linn.txt"));
  }
}
