package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {
  @TempDir Path temp;

  @Test
  void everyCharacterStandsInTheLineThatCountingGives() throws IOException {
    var text = "\none\n\ntwo three\nfour\n\n\nfive";
    var file = Files.writeString(temp.resolve("a.txt"), text);
    var page = new TextReader(file, "a.txt").read(FileKind.TEXT).pages().getFirst();
    for (int at = 0; at <= text.length(); at++) {
      long counted = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
      assertThat(page.lineAt(at)).as("at %d", at).isEqualTo((int) counted);
    }
  }

  @Test
  void aTextThatTellsOfPdfsIsNone() throws IOException {
    var text = Files.writeString(temp.resolve("format.md"), "# PDF\n\nIt begins with %PDF-1.7.");
    assertThat(FileHead.kind(text, "format.md")).isEqualTo(FileKind.MARKDOWN);
    var mail = Files.writeString(temp.resolve("mail.pdf"), "some bytes\n%PDF-1.7\n");
    assertThat(FileHead.kind(mail, "mail.pdf")).isEqualTo(FileKind.PDF);
  }
}
