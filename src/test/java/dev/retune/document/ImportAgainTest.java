package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ocr.OcrSettings;
import dev.retune.file.Reason;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

/// A file that was read in part comes a second time, when more of it can be read: what somebody did
/// with it meanwhile is never thrown away.
class ImportAgainTest extends WithProject {
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");
  private static final String PASSWORD = "gland nut";

  /// A page of text and a scanned one.
  private Path file(String password) throws IOException {
    var file = temp.resolve("half.pdf");
    try (var pdf = new PDDocument()) {
      var text = new PDPage();
      pdf.addPage(text);
      try (var content = new PDPageContentStream(pdf, text)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText("The pomp takes 12 Nm at its gland nut and runs dry at 3 bar.");
        content.endText();
      }
      var scan = new PDPage(PDRectangle.A4);
      pdf.addPage(scan);
      var box = scan.getMediaBox();
      var image = LosslessFactory.createFromImage(pdf, Scans.picture(LINN, 0));
      try (var content = new PDPageContentStream(pdf, scan)) {
        content.drawImage(image, 0, 0, box.getWidth(), box.getHeight());
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  private ImportOutcome imported(
      Path file, String language, FilePasswords passwords, Progress progress) {
    var settings = new OcrSettings(Scans.english().folder(), List.of(language));
    return new DocumentImporter(
            project,
            tokens,
            ChunkingOptions.DEFAULT,
            Clock.systemUTC(),
            new ReadingOptions(settings, passwords))
        .importFiles(List.of(file), progress)
        .outcomes()
        .getFirst();
  }

  /// As far as it can be read where data for its language lacks.
  private Document halfRead(Path file) {
    var outcome = imported(file, "tlh", new FilePasswords(), Progress.none());
    assertThat(outcome.warnings()).extracting("code").contains("ocr.language");
    assertThat(outcome.chunks()).isPositive();
    return stored(outcome);
  }

  private Document stored(ImportOutcome outcome) {
    return store.document(outcome.document().id()).orElseThrow();
  }

  @Test
  void whatWasWarnedOfIsToldInTheSameWordsLater() throws IOException {
    var file = file("");
    var told = imported(file, "tlh", new FilePasswords(), Progress.none()).warnings();
    var later = store.documents().getFirst().warnings();
    assertThat(later).extracting("code").isEqualTo(told.stream().map(Problem::code).toList());
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(later.stream().map(each -> each.cause().in(locale) + each.remedy().in(locale)))
          .isEqualTo(
              told.stream()
                  .map(each -> each.cause().in(locale) + each.remedy().in(locale))
                  .toList());
    }
    // As it was stored before it was told which part of reading it is of.
    var former = "[{\"key\":\"language\",\"args\":[\"tlh\",\"there\"]}]";
    assertThat(ProblemJson.read(former)).extracting("code").containsExactly("ocr.language");
    var nested = Problem.of(DocumentImporter.class, "ocrLibrary", Reason.of(new EOFException()));
    assertThat(ProblemJson.read(ProblemJson.write(List.of(nested)))).containsExactly(nested);
  }

  @Test
  void whatNobodyWorkedWithIsReadWhole() throws IOException {
    var file = file("");
    var before = halfRead(file);
    var outcome = imported(file, "eng", new FilePasswords(), Progress.none());
    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.IMPORTED);
    assertThat(outcome.warnings()).extracting("code").containsOnly("document.pagesRecognised");
    assertThat(outcome.chunks()).isGreaterThan(before.chunks());
  }

  @Test
  void whatWasCorrectedStays() throws IOException {
    var file = file("");
    var before = halfRead(file);
    var chunk = store.chunks(before.id()).getFirst();
    new CorrectionStore(project, tokens, "Ana", Clock.systemUTC())
        .correct(chunk.id(), chunk.text().replace("pomp", "pump"));

    var outcome = imported(file, "eng", new FilePasswords(), Progress.none());

    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.UNCHANGED);
    assertThat(store.chunk(chunk.id()).orElseThrow().text()).contains("The pump takes");
  }

  @Test
  void aRefusalReplacesNothingThatWasRead() throws IOException {
    var file = file(PASSWORD);
    var passwords = new FilePasswords();
    passwords.tryOnAll(PASSWORD);
    var before = stored(imported(file, "tlh", passwords, Progress.none()));
    var chunks = store.chunks(before.id());
    assertThat(chunks).isNotEmpty();

    var outcome = imported(file, "eng", new FilePasswords(), Progress.none());

    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.REFUSED);
    assertThat(outcome.problem().code()).isEqualTo("document.password");
    assertThat(outcome.document()).isEqualTo(before);
    assertThat(store.document(before.id())).contains(before);
    assertThat(store.chunks(before.id())).isEqualTo(chunks);
    // The next import sweeps away copies that no document names.
    imported(file, "eng", new FilePasswords(), Progress.none());
    assertThat(store.original(before.id())).isPresent();
  }

  @Test
  void aQuestionThatIsAskedWhileItIsReadIsNotLost() throws IOException {
    var file = file("");
    var before = halfRead(file);
    var chunk = store.chunks(before.id()).getFirst();
    var pairs = new PairStore(project);
    var asking =
        at(
            "cutting",
            () -> new Review(pairs, "Ana", Clock.systemUTC()).add("How tight?", chunk.id()));

    var outcome = imported(file, "eng", new FilePasswords(), asking);

    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.UNCHANGED);
    assertThat(outcome.document()).isEqualTo(before);
    assertThat(pairs.rows()).hasSize(1);
    assertThat(store.chunk(chunk.id())).contains(chunk);
    assertThat(store.original(before.id())).isPresent();
  }

  /// Does something when a stage begins.
  private static Progress at(String stage, Runnable what) {
    return new Progress() {
      @Override
      public void begin(Text begun, long total) {
        if (begun.key().equals(stage)) {
          what.run();
        }
      }

      @Override
      public void advance(long units) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
