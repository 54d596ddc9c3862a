package dev.retune.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person is told who drops a file of a kind that cannot be read.
class ForeignFileTest {
  private static final Path PICTURES = Path.of("src/test/fixtures/pictures");

  @TempDir Path folder;

  private String refusal(Path file, String name) {
    var problem = new String[2];
    assertThatThrownBy(() -> FileHead.kind(file, name))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              problem[0] = e.problem().code();
              problem[1] = e.problem().remedy().in(Locale.ENGLISH);
            });
    assertThat(problem[1]).as("remedy").isNotBlank();
    return problem[0].replace("document.", "");
  }

  /// By content: the name may be anything.
  @ParameterizedTest
  @CsvSource({
    "photograph.heic, photograph.heic, photograph",
    "photograph.heic, IMG_0001.jpg, photograph",
    "screen.webp, screen.webp, otherPicture",
    "screen.gif, screen.png, otherPicture",
    "letter.odt, letter.odt, openDocument",
    "letter.odt, letter.docx, openDocument",
    "letter.odt, letter.pdf, openDocument"
  })
  void filesOfOthersAreNamedAndTheRemedyToo(String file, String name, String key) {
    assertThat(refusal(PICTURES.resolve(file), name)).isEqualTo(key);
  }

  @Test
  void richTextIsNotReadAsText() throws IOException {
    var file = Files.writeString(folder.resolve("a.rtf"), "{\\rtf1\\ansi The gland nut.}");
    assertThat(refusal(file, "a.rtf")).isEqualTo("richText");
    assertThat(refusal(file, "a.txt")).isEqualTo("richText");
    assertThat(refusal(file, "a.doc")).isEqualTo("richText");
  }

  private Path container(String name, String entry) throws IOException {
    var file = folder.resolve(name);
    try (var container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[8]), entry);
      try (var out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
    return file;
  }

  @Test
  void mailsOfOutlookAreNoOldOfficeFiles() throws IOException {
    var mail = container("a.msg", "__properties_version1.0");
    assertThat(refusal(mail, "a.msg")).isEqualTo("outlookMail");
    assertThat(refusal(container("b.doc", "WordDocument"), "b.doc")).isEqualTo("oldOffice");
    assertThat(refusal(container("c.xls", "Workbook"), "c.xls")).isEqualTo("oldOffice");
    assertThat(refusal(container("d.docx", "WordDocument"), "d.docx")).isEqualTo("oldOffice");
  }

  private Path zip(String name, String entry, String content) throws IOException {
    var bytes = content.getBytes(ISO_8859_1);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var stored = new ZipEntry(entry);
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(bytes.length);
      var sum = new CRC32();
      sum.update(bytes);
      stored.setCrc(sum.getValue());
      zip.putNextEntry(stored);
      zip.write(bytes);
    }
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  @Test
  void booksPagesAndArchivesAreToldApart() throws IOException {
    assertThat(refusal(zip("a.epub", "mimetype", "application/epub+zip"), "a.epub"))
        .isEqualTo("electronicBook");
    assertThat(refusal(zip("a.pages", "Index/Document.iwa", "x"), "a.pages"))
        .isEqualTo("appleDocument");
    assertThat(refusal(zip("a.zip", "manual.pdf", "x"), "a.zip")).isEqualTo("archive");
    assertThat(refusal(zip("b.docx", "manual.pdf", "x"), "b.docx")).isEqualTo("notOffice");
  }

  @Test
  void aTextThatBeginsLikeAPictureIsAText() throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), "GIF89a is how such files begin.");
    assertThat(FileHead.kind(file, "a.txt")).isEqualTo(FileKind.TEXT);
  }

  /// Else a folder of letters in another form would be passed over without a word.
  @Test
  void aFolderNamesThemToo() throws IOException {
    var letter = Files.copy(PICTURES.resolve("letter.odt"), folder.resolve("letter.odt"));
    Files.writeString(folder.resolve("program.exe"), "MZ");
    assertThat(DroppedFiles.of(List.of(folder))).containsExactly(letter);
  }
}
